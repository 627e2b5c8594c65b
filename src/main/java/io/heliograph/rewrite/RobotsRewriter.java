package io.heliograph.rewrite;

import java.util.Locale;

/**
 * Rewrites what crawlers read as plain text: the sitemaps and the host that a {@code robots.txt} names (RFC 9309, section
 * 2.2.4), and sitemaps that are a list of URLs.
 */
final class RobotsRewriter {

    private static final Names RECORDS =
            Names.of("user-agent disallow allow sitemap host crawl-delay clean-param noindex request-rate visit-time");

    private final Rewriting run;
    private final BaseUrl base;

    RobotsRewriter(Rewriting run, BaseUrl base) {
        this.run = run;
        this.base = base;
    }

    /** Whether a document that begins so is one: by its first line that is no comment. */
    static boolean isRobots(String start) {
        for (String line : start.split("[\\r\\n]+", -1)) {
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                int colon = stripped.indexOf(':');
                return colon > 0
                        && RECORDS.has(stripped.substring(0, colon).strip().toLowerCase(Locale.ROOT));
            }
        }
        return false;
    }

    /** Whether every line of a document that begins so is a URL; the last may be cut off. */
    static boolean isList(String start) {
        boolean any = false;
        for (String line : start.split("[\\r\\n]+", -1)) {
            String stripped = line.strip().toLowerCase(Locale.ROOT);
            boolean url = stripped.startsWith("http://") || stripped.startsWith("https://");
            boolean cut = "https://".startsWith(stripped) || "http://".startsWith(stripped);
            if (!cut && (!url || stripped.indexOf(' ') >= 0)) {
                return false;
            }
            any |= url;
        }
        return any;
    }

    void rewrite(Text text) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int colon = -1;
            while (end < text.length() && text.at(end) != '\n' && text.at(end) != '\r') {
                colon = colon < 0 && text.at(end) == ':' ? end : colon;
                end++;
            }
            if (colon > 0) {
                line(text, i, colon, end);
            }
            i = end + 1;
        }
    }

    private void line(Text text, int from, int colon, int to) {
        String name = text.part(from, colon).lowered().strip();
        if (name.equals("http") || name.equals("https")) {
            run.references().rewrite(text, from, to, base);
            return;
        }
        int start = colon + 1;
        while (start < to && text.at(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < to && text.at(end) > ' ') {
            end++;
        }
        if (name.equals("sitemap")) {
            run.references().rewrite(text, start, end, base);
        } else if (name.equals("host")
                && !run.literals().hosts().rewrite(text.part(start, end), BareHosts.Use.COMPARED)) {
            run.references().rewrite(text, start, end, run.unknownBase());
        }
    }
}
