package io.heliograph.config;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Slug;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The configuration that the command line alone makes: one site with one origin. */
final class OneSite {

    private static final String PLACE = "the command line";

    private OneSite() {}

    static ConfigNode.Mapping of(String origin, List<String> hosts) {
        boolean url = origin.toLowerCase(Locale.ROOT).matches("https?://.*");
        String where =
                url ? origin : Path.of(origin).toAbsolutePath().normalize().toString();
        ConfigNode.Mapping from = new ConfigNode.Mapping("--origin " + origin);
        from.values().put(url ? "feed" : "folder", scalar("--origin " + origin, where));
        ConfigNode.Sequence origins = new ConfigNode.Sequence(PLACE);
        origins.values().add(from);
        ConfigNode.Sequence hostList = new ConfigNode.Sequence(PLACE);
        hosts.forEach(host -> hostList.values().add(scalar("--host " + host, host)));
        ConfigNode.Mapping site = new ConfigNode.Mapping(PLACE);
        site.values().put("id", scalar(PLACE, id(where, url)));
        if (!url) {
            site.values().put("title", scalar(PLACE, title(where)));
        }
        site.values().put("hosts", hostList);
        site.values().put("origins", origins);
        ConfigNode.Sequence sites = new ConfigNode.Sequence(PLACE);
        sites.values().add(site);
        ConfigNode.Mapping root = new ConfigNode.Mapping(PLACE);
        root.values().put("sites", sites);
        return root;
    }

    /** Made from the origin, so that another origin is another site and finds nothing of this one's in the store. */
    private static String id(String where, boolean url) {
        String name = url ? host(where) : String.valueOf(Path.of(where).getFileName());
        String slug = Slug.of(name).replaceAll("[^a-z0-9-]", "");
        return (slug.isEmpty() ? "site" : slug.substring(0, Math.min(slug.length(), 40))) + "-"
                + Fingerprint.of(where, 6);
    }

    private static String title(String folder) {
        String name = String.valueOf(Path.of(folder).getFileName())
                .replaceAll("[-_]+", " ")
                .strip();
        return name.isEmpty() ? folder : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static ConfigNode.Scalar scalar(String place, String text) {
        return new ConfigNode.Scalar(place, text);
    }
}
