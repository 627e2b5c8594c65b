package io.heliograph.traps;

import java.util.List;

/** What is different on a mirror and is meant to be, each with the decision that says so. */
final class MeantDifferences {

    private MeantDifferences() {}

    /** The differences that no decision explains. */
    static List<String> unexplained(List<String> differences, View view) {
        return differences.stream().filter(line -> !isMeant(line, view)).toList();
    }

    private static boolean isMeant(String line, View view) {
        // docs/decisions.md: "UTF-16 becomes UTF-8 where it holds a URL of ours".
        return line.matches("(?s)frame \\d+, 1: UTF-16[LB]E \\| UTF-8")
                // docs/mirror.md: a path that a script of a page under /-/o/<host>/ asks for; companions solve it.
                || line.startsWith("result own:") && !view.hasCompanion()
                // docs/decisions.md: scripts get a map of literal hosts, outside regular expressions.
                || line.startsWith("result expression")
                // docs/decisions.md: what policies report is told to nobody.
                || line.matches("request \\S+/reports?: .* \\| null");
    }
}
