package io.heliograph.traps;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host on which the site is looked at: the origin's own, or one of a mirror. What is seen there is put back into the
 * origin's names, so that it can be compared.
 */
final class View {

    private static final Pattern LOUD = Pattern.compile("HTTP:|(WWW|IMG|CDN)\\.LANTERN\\.EXAMPLE");

    /** What is in it is looked at where it is shown. */
    private static final Pattern CODED = Pattern.compile("base64,[A-Za-z0-9+/=]+");

    private static final Pattern ESCAPED = Pattern.compile("\\\\+((?i)u002f|u002e|u0068|/)");

    private static final Pattern LEFT = Pattern.compile(
            "(?i)(?<![\\w?&=/%.:@#-])((?:https?:|wss?:)?(?://|\\\\+/\\\\+/))((?:www|img|cdn)\\.lantern\\.example)(?![\\w@-]|:(?!80\\b)|\\.\\w)");

    private final String base;
    private final Map<Server, String> places = new EnumMap<>(Server.class);
    private boolean isMirror;
    private final Map<String, String> back = new LinkedHashMap<>();

    private View(String base) {
        this.base = base;
    }

    /** The origin itself. */
    static View origin() {
        View view = new View(Server.WWW.base());
        for (Server server : Server.values()) {
            view.places.put(server, server.base());
        }
        return view;
    }

    /**
     * A mirror's host.
     *
     * @param companion scheme and authority of what stands for the server with companions; empty if there is none
     */
    static View mirror(String base, String companion) {
        View view = new View(base);
        view.isMirror = true;
        view.place(Server.CDN, companion.isEmpty() ? base + "/-/o/" + Server.CDN.authority() : companion);
        view.place(Server.IMG, base + "/-/o/" + Server.IMG.authority());
        view.place(Server.WWW, base);
        view.places.put(Server.THIRD, Server.THIRD.base());
        // Names alone come last: with a port behind them they are another thing.
        view.places.forEach((server, place) -> {
            if (server == Server.WWW || server == Server.CDN && !companion.isEmpty()) {
                view.back.put(place.substring(7).replaceFirst("[:/].*", ""), server.host());
            }
        });
        return view;
    }

    private void place(Server server, String place) {
        places.put(server, place);
        for (String scheme : new String[] {"http://", "ws://", "//", ""}) {
            String from = scheme + place.substring(7);
            String to = scheme + server.authority();
            back.put(from, to);
            back.put(coded(from), coded(to));
        }
        if (place.startsWith(base + "/")) {
            back.put(place.substring(base.length()), "");
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String base() {
        return base;
    }

    /** Where a file is found here. */
    String url(Server server, String path) {
        return places.get(server) + path;
    }

    boolean hasCompanion() {
        return !places.get(Server.CDN).startsWith(base);
    }

    /**
     * The same of a text in which no URL of the origin may be left: one that is, is marked. One within another URL, with
     * another port or as a part of a longer name is none.
     */
    String strict(String text) {
        return isMirror ? normal(LEFT.matcher(text).replaceAll("$1left-$2")) : normal(text);
    }

    /** A text in the origin's names, each URL spelt as everybody spells it. */
    String normal(String text) {
        String out = ESCAPED.matcher(CODED.matcher(text).replaceAll("base64,"))
                .replaceAll(match -> switch (match.group(1).toLowerCase(Locale.ROOT)) {
                    case "u002e" -> ".";
                    case "u0068" -> "h";
                    default -> "/";
                });
        for (Map.Entry<String, String> pair : back.entrySet()) {
            out = out.replace(pair.getKey(), pair.getValue());
        }
        return LOUD.matcher(out)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().toLowerCase(Locale.ROOT)))
                .replace(".example:80/", ".example/");
    }
}
