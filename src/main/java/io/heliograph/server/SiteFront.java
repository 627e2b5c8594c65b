package io.heliograph.server;

import io.heliograph.article.OwnPath;
import io.heliograph.mirror.Mirror;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a site is found where.
 *
 * @param prefix under which our own pages, feeds and files are; empty for the root
 * @param mirror of the site's web origin, which has all other paths; nothing where there is none
 * @param methods that the mirror's visitors may use
 */
public record SiteFront(String prefix, @Nullable Mirror mirror, Set<String> methods) {

    /** A site that is all ours. */
    static final SiteFront OURS = new SiteFront("", null, Set.of());

    /** Where our own description of a host is, whatever the prefix (RFC 8615). */
    private static final String WELL_KNOWN = "/.well-known/";

    /** Below the prefix, the files of a mirrored site's further servers. */
    private static final String OTHER_SERVERS = "/o/";

    public SiteFront {
        methods = Set.copyOf(methods);
    }

    /** The path within our own that a path leads to; empty if it leads to none of ours. */
    String own(String path) {
        if (prefix.isEmpty()) {
            return mirror == null || path.startsWith(WELL_KNOWN) ? path : "";
        }
        if (path.startsWith(WELL_KNOWN)) {
            return path;
        }
        if (!path.startsWith(prefix) || path.length() > prefix.length() && path.charAt(prefix.length()) != '/') {
            return "";
        }
        String rest = path.substring(prefix.length());
        return mirror != null && rest.startsWith(OTHER_SERVERS) ? "" : rest.isEmpty() ? "/" : rest;
    }

    /** Where a path of ours is found on the site. */
    String placed(String path) {
        return OwnPath.placed(prefix, path);
    }

    /** Whether browsers are asked for reports. */
    boolean takesReports() {
        return mirror != null && mirror.takesReports();
    }

    /** Whether a method may be used anywhere on the site. */
    boolean knows(String method) {
        return methods.contains(method)
                || FirstFilter.KNOWN_METHODS.contains(method)
                || method.equals("POST") && takesReports();
    }

    /** The methods of the mirror, as the {@code Allow} field lists them. */
    String allow() {
        Set<String> all = new LinkedHashSet<>(List.of("GET", "HEAD", "OPTIONS"));
        all.retainAll(withOptions());
        methods.stream().sorted().forEach(all::add);
        return String.join(", ", all);
    }

    private Set<String> withOptions() {
        Set<String> all = new LinkedHashSet<>(methods);
        all.add("OPTIONS");
        return all;
    }
}
