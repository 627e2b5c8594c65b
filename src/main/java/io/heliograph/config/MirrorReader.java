package io.heliograph.config;

import io.heliograph.mirror.HealthSettings;
import io.heliograph.mirror.MirrorSettings;
import io.heliograph.mirror.MirroredServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads how a site's web origin is mirrored. */
final class MirrorReader {

    /** RFC 9110, section 5.6.2. */
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";

    private MirrorReader() {}

    /** The path under which a site's own pages, feeds and files are. */
    static String prefix(MappingReader site, String otherwise) {
        return site.value("prefix", otherwise, "a path of one segment such as /-, or / for none", text -> {
            if (text.equals("/")) {
                return "";
            }
            if (!text.matches("/[A-Za-z0-9._~-]{1,40}") || text.matches("/\\.{1,2}") || text.equals("/.well-known")) {
                throw new IllegalArgumentException("no prefix");
            }
            return text;
        });
    }

    /**
     * The settings that a mapping describes.
     *
     * @param folder for what is kept on disk
     * @param prefix under which our own endpoints are; empty for none
     * @param servers reads those that the site has
     */
    static MirrorSettings read(MappingReader reader, Path folder, String prefix, MirroredServers servers) {
        MirroredServer site = servers.own(reader);
        List<MirroredServer> also = servers.further(reader);
        Set<String> methods =
                new LinkedHashSet<>(reader.values("methods", "the name of a method, such as POST", text -> {
                    String method = text.strip().toUpperCase(Locale.ROOT);
                    if (!method.matches("[A-Z-]{1,20}") || method.equals("CONNECT") || method.equals("TRACE")) {
                        throw new IllegalArgumentException("no method that can be mirrored");
                    }
                    return method;
                }));
        if (methods.isEmpty()) {
            methods.addAll(List.of("GET", "HEAD"));
        }
        boolean strict = reader.truth("strict", false);
        Set<String> forward = new LinkedHashSet<>(reader.values("forward", "the name of a request field", text -> {
            if (!text.matches(TOKEN)) {
                throw new IllegalArgumentException("no name");
            }
            return text.toLowerCase(Locale.ROOT);
        }));
        Set<String> cookies = cookies(reader);
        MappingReader query = reader.mapping("query");
        List<String> dropped = query.values("drop", "the name of a parameter, * for any characters", text -> {
            if (!text.matches("[A-Za-z0-9_.*\\[\\]-]{1,60}")) {
                throw new IllegalArgumentException("no name");
            }
            return text;
        });
        query.refuseOthers();
        boolean canonicalHost = choice(reader, "canonical", "origin", "host").equals("host");
        String robots = reader.value("robots", "", "a rule for search engines such as noindex", text -> {
            if (!text.matches("[A-Za-z0-9:, _-]{1,100}")) {
                throw new IllegalArgumentException("no rule");
            }
            return text;
        });
        MirrorSettings settings = new MirrorSettings(
                site,
                also,
                methods,
                strict,
                forward,
                cookies,
                dropped,
                canonicalHost,
                robots,
                reader.duration("maxStale", Duration.ofDays(7), Duration.ZERO),
                reader.size("memory", 256L << 20, 8L << 20),
                reader.size("disk", 10L << 30, 0),
                reader.truth("websockets", false),
                choice(reader, "leaks", "measure", "report").equals("report"),
                health(reader),
                folder);
        if (settings.reportsLeaks() && prefix.isEmpty()) {
            reader.wrong(
                    "leaks", "report", "measure, or a prefix such as /-, since reports are sent to a path of ours");
        }
        reader.refuseOthers();
        return settings;
    }

    private static HealthSettings health(MappingReader mirror) {
        if (!mirror.has("health")) {
            return HealthSettings.NONE;
        }
        MappingReader reader = mirror.mapping("health");
        String expected = "the path of a page of the origin, such as /news/archive";
        String path = reader.value("path", "", expected, text -> {
            if (!text.matches("/[\\x21-\\x7e&&[^#]]*")) {
                throw new IllegalArgumentException("no path");
            }
            return text;
        });
        if (!reader.has("path")) {
            reader.wrong("path", "nothing", expected);
        }
        HealthSettings health = new HealthSettings(
                path,
                reader.duration("every", Duration.ofSeconds(30), Duration.ofSeconds(1)),
                reader.number("status", 200, 200, 599),
                reader.text("contains", ""));
        reader.refuseOthers();
        return health;
    }

    private static Set<String> cookies(MappingReader reader) {
        if (reader.isText("cookies")) {
            choice(reader, "cookies", "drop");
            return Set.of();
        }
        MappingReader cookies = reader.mapping("cookies");
        Set<String> names = new LinkedHashSet<>(cookies.values("allow", "the name of a cookie", text -> {
            if (!text.matches(TOKEN)) {
                throw new IllegalArgumentException("no name");
            }
            return text;
        }));
        cookies.refuseOthers();
        return names;
    }

    private static String choice(MappingReader reader, String key, String usual, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, usual);
        return reader.value(key, usual, String.join(" or ", all), text -> {
            if (!all.contains(text)) {
                throw new IllegalArgumentException("none of them");
            }
            return text;
        });
    }
}
