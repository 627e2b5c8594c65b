package io.heliograph.traps;

import java.util.List;
import java.util.regex.Pattern;

/** What is different on a mirror and is meant to be, each with the decision that says so. */
final class MeantDifferences {

    private static final String NOT_FOUND =
            "Failed to load resource: the server responded with a status of 404 (Not Found)";

    private MeantDifferences() {}

    /** The differences that no decision explains. */
    static List<String> unexplained(List<String> differences, View view, Pages.Page page) {
        return differences.stream().filter(line -> !isMeant(line, view, page)).toList();
    }

    private static boolean isMeant(String line, View view, Pages.Page page) {
        // docs/mirror.md: a path that a script of a page under /-/o/<host>/ asks for; companions solve it.
        return page.name().contains("asks for its own paths") && !view.hasCompanion() && isOfOwnPath(line)
                // docs/mirror.md: under a path of the host a server is one origin with it; its files may be read, and
                // its
                // errors told.
                || isUnderAPath(page, view) && isRead(line)
                || line.equals("console: [an exception] | []")
                // docs/decisions.md: scripts get a map of literal hosts, outside regular expressions.
                || line.startsWith("result expression")
                // Chromium asks ahead for what an @import names without reading its escapes, and then for the right
                // one.
                || line.matches("request .*(68ttp|/3a).*: 404 .* \\| null")
                || page.name().contains("imports of all forms") && line.equals("console: [" + NOT_FOUND + "] | []")
                // docs/decisions.md: what policies report is told to nobody.
                || line.matches("request \\S+/reports?: .* \\| null");
    }

    private static boolean isUnderAPath(Pages.Page page, View view) {
        return page.name().contains("base: the server under a path")
                || page.name().contains("base: the server with companions") && !view.hasCompanion();
    }

    private static boolean isRead(String line) {
        return line.matches("request http://(cdn|img|www)\\.lantern\\.example/echo/.*")
                || line.matches("result p\\d+_\\d+: \\[\"failed TypeError.*")
                || line.matches("(?s)console: \\[Access to fetch at .* \\| \\[(" + Pattern.quote(NOT_FOUND) + ")?]");
    }

    private static boolean isOfOwnPath(String line) {
        return line.startsWith("result own:")
                || line.matches("request http://(cdn|www)\\.lantern\\.example[:0-9]*/t/\\d+/\\d+\\.own: .*")
                || line.equals("console: [] | [" + NOT_FOUND + "]");
    }
}
