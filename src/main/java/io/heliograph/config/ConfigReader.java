package io.heliograph.config;

import io.heliograph.article.Host;
import io.heliograph.article.Site;
import io.heliograph.article.TagAuthority;
import io.heliograph.article.Terms;
import io.heliograph.article.Text;
import io.heliograph.http.Network;
import io.heliograph.media.MediaSettings;
import io.heliograph.mirror.MirrorSettings;
import io.heliograph.ops.OpsSettings;
import io.heliograph.origin.FeedSettings;
import io.heliograph.origin.FolderSettings;
import io.heliograph.origin.OriginSettings;
import io.heliograph.origin.Pictures;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.representation.RepresentationSettings;
import io.heliograph.server.AllowanceSettings;
import io.heliograph.server.ServerSettings;
import io.heliograph.store.StoreSettings;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads each part of the configuration into the settings of the room it is for. */
final class ConfigReader {

    private static final Host NO_HOST = Host.parse("http://none.invalid");

    private final Path base;
    private final InstantSource clock;
    private final Map<String, String> siteOfHost = new HashMap<>();
    private final Set<String> siteIds = new HashSet<>();

    /**
     * A reader.
     *
     * @param base folder to which relative paths are relative
     */
    ConfigReader(Path base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    GatewayConfig read(MappingReader root) {
        ServerSettings server = server(root.mapping("server"));
        OpsSettings ops = ops(root.mapping("ops"));
        Path data = path(root, "data", "./data");
        MappingReader cache = root.mapping("cache");
        long memory =
                cache.size("memory", Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 4), 1L << 20);
        cache.refuseOthers();
        MappingReader media = root.mapping("media");
        Duration keepUnused = media.duration("keepUnused", Duration.ofDays(7), Duration.ofHours(1));
        media.refuseOthers();
        MappingReader outbound = root.mapping("outbound");
        Set<String> allow = Set.copyOf(outbound.values(
                "allow", "a host name or IP address", name -> name.strip().toLowerCase(Locale.ROOT)));
        outbound.refuseOthers();
        List<SiteSettings> sites = new ArrayList<>();
        for (MappingReader site : root.mappings("sites")) {
            sites.add(site(site, data));
        }
        if (!root.has("sites")) {
            root.wrong("sites", "no site", "a list with at least one site");
        }
        root.refuseOthers();
        return new GatewayConfig(
                server,
                ops,
                new StoreSettings(data),
                new MediaSettings(data.resolve("media"), keepUnused),
                new RepresentationSettings(memory),
                new FetchSettings(allow),
                sites);
    }

    private ServerSettings server(MappingReader reader) {
        ServerSettings settings = new ServerSettings(
                reader.number("port", 8080, 0, 65_535),
                bind(reader, "0.0.0.0"),
                reader.values("trust", "a network such as 10.0.0.0/8 or 2001:db8::/32", Network::parse),
                reader.truth("proxyProtocol", false),
                reader.duration("drain", Duration.ofSeconds(10), Duration.ZERO),
                allowance(reader.mapping("fullFetches")));
        if (settings.proxyProtocol() && settings.trusted().isEmpty()) {
            reader.wrong("proxyProtocol", "true without trust", "the networks of the proxies under server.trust");
        }
        reader.refuseOthers();
        return settings;
    }

    /** An address of this machine, or a name that has one: whether it does is seen when a port is bound. */
    private static String bind(MappingReader reader, String otherwise) {
        return reader.value("bind", otherwise, "an IP address of this machine, or its name", text -> {
            if (text.matches("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
                Network.parse(text);
            } else if (!text.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")) {
                throw new IllegalArgumentException("no host name");
            }
            return text;
        });
    }

    private static AllowanceSettings allowance(MappingReader reader) {
        AllowanceSettings settings = new AllowanceSettings(
                reader.number("burst", AllowanceSettings.USUAL.burst(), 0, 1_000_000),
                reader.number("perMinute", AllowanceSettings.USUAL.perMinute(), 1, 1_000_000));
        reader.refuseOthers();
        return settings;
    }

    private OpsSettings ops(MappingReader reader) {
        OpsSettings settings = new OpsSettings(reader.number("port", 9090, 0, 65_535), bind(reader, "127.0.0.1"));
        reader.refuseOthers();
        return settings;
    }

    private SiteSettings site(MappingReader reader, Path data) {
        String id = reader.value("id", "", "a short name of a-z, 0-9 and hyphens", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new IllegalArgumentException("no id");
            }
            return text;
        });
        if (!reader.has("id")) {
            reader.wrong("id", "nothing", "a short name of a-z, 0-9 and hyphens, unique among the sites");
        } else if (!id.isEmpty() && !siteIds.add(id)) {
            reader.wrong("id", "\"" + id + "\" for a second site", "an id that no other site has");
        }
        List<Host> hosts = hosts(reader, id.isEmpty() ? reader.path() : id);
        ZoneId zone = reader.value("timezone", ZoneOffset.UTC, "a time zone such as Europe/Lisbon", text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(e);
            }
        });
        TagAuthority authority = reader.value(
                "authority",
                authorityOf(hosts.get(0)),
                "an owner and a date, such as news.example,2026",
                TagAuthority::parse);
        boolean mirrored = reader.has("mirror");
        String language = reader.value("language", "", "a language tag such as en or pt-BR", ConfigReader::language);
        Site site = new Site(
                id,
                Text.line(reader.text("title", "")),
                Text.line(reader.text("description", "")),
                language,
                authority,
                zone,
                hosts,
                ThemeReader.read(reader.mapping("theme"), base),
                SyndicationReader.read(reader, language, new PartnersReader(base).read(reader)),
                MirrorReader.prefix(reader, mirrored ? "/-" : ""));
        Pictures pictures = pictures(reader, Pictures.MIRROR);
        List<OriginSettings> origins = new ArrayList<>();
        for (MappingReader origin : reader.mappings("origins")) {
            origin(origin, zone, pictures, origins);
        }
        MirrorSettings mirror = mirrored
                ? MirrorReader.read(
                        reader.mapping("mirror"),
                        data.resolve("mirror").resolve(id),
                        site.prefix(),
                        new MirroredServers(hosts, host -> otherOwnerOf(host, id.isEmpty() ? reader.path() : id)))
                : null;
        if (!reader.has("origins") && !mirrored) {
            reader.wrong("origins", "no origin", "a list with at least one feed or folder, or a mirror");
        }
        Terms terms = TermsReader.read(reader);
        TermsReader.check(reader, terms, origins);
        reader.refuseOthers();
        return new SiteSettings(site, origins, terms, mirror);
    }

    private List<Host> hosts(MappingReader reader, String site) {
        String expected = "the URL of a host alone, such as https://news.example";
        Map<Integer, Host> hosts = reader.numbered("hosts", expected, Host::parse);
        Set<Host> seen = new HashSet<>();
        hosts.forEach((number, host) -> {
            String owner = ownerOf(host, site);
            if (!seen.add(host)) {
                reader.wrongMember("hosts", number, host + " a second time", "each host once");
            } else if (!owner.equals(site)) {
                reader.wrongMember(
                        "hosts", number, host + ", which site " + owner + " has too", "a host that no other site has");
            }
        });
        if (!reader.has("hosts")) {
            reader.wrong("hosts", "no host", "a list with at least one URL such as https://news.example");
        }
        return hosts.isEmpty() ? List.of(NO_HOST) : List.copyOf(hosts.values());
    }

    /** The first site with a host that a request cannot tell from this one: by its authority, or with the port spelt out. */
    private String ownerOf(Host host, String site) {
        String plain = siteOfHost.putIfAbsent(host.authority(), site);
        String spelt = siteOfHost.putIfAbsent(host.name() + ":" + host.port(), site);
        return plain != null && !plain.equals(site) ? plain : spelt == null ? site : spelt;
    }

    /** Another site with this host; empty if there is none, and it is this site's from now on. */
    private String otherOwnerOf(Host host, String site) {
        String owner = ownerOf(host, site);
        return owner.equals(site) ? "" : owner;
    }

    private static Pictures pictures(MappingReader reader, Pictures otherwise) {
        return reader.value("pictures", otherwise, "mirror or link", text -> switch (text) {
            case "mirror" -> Pictures.MIRROR;
            case "link" -> Pictures.LINK;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    private void origin(MappingReader reader, ZoneId zone, Pictures usual, List<OriginSettings> origins) {
        Pictures pictures = pictures(reader, usual);
        boolean feed = reader.has("feed");
        boolean folder = reader.has("folder");
        if (feed == folder) {
            reader.wrong(
                    feed ? "folder" : "feed",
                    feed ? "both a feed and a folder" : "neither a feed nor a folder",
                    "either feed: URL or folder: PATH");
        } else if (feed) {
            URI url = reader.value("feed", URI.create("http://none.invalid/"), "a URL with http or https", text -> {
                URI uri = URI.create(text.strip());
                if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?")) {
                    throw new IllegalArgumentException("no http URL");
                }
                if (uri.getRawUserInfo() != null) {
                    throw new IllegalArgumentException("a user name in the URL");
                }
                return uri;
            });
            origins.add(
                    new FeedSettings(url, reader.duration("every", Duration.ZERO, Duration.ofSeconds(10)), pictures));
        } else {
            boolean follow = reader.value("deletions", "guarded", "guarded or follow", text -> {
                        if (!text.equals("guarded") && !text.equals("follow")) {
                            throw new IllegalArgumentException("neither");
                        }
                        return text;
                    })
                    .equals("follow");
            origins.add(new FolderSettings(path(reader, "folder", "."), follow, zone, pictures));
        }
        reader.refuseOthers();
    }

    private Path path(MappingReader reader, String key, String otherwise) {
        return reader.value(key, base.resolve(otherwise).normalize(), "a path", text -> {
            try {
                return base.resolve(text).normalize();
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    /** The canonical host's name and this year, for a site that does not say who mints its ids. */
    private TagAuthority authorityOf(Host host) {
        String year = String.valueOf(clock.instant().atZone(ZoneOffset.UTC).getYear());
        String name = host.name().startsWith("[") ? "localhost" : host.name();
        return new TagAuthority(name, year);
    }

    static String language(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
