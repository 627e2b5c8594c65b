package io.heliograph.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which parameters of a query reach the origin, and the key. */
final class QueryRules {

    private final List<Pattern> dropped;

    /**
     * Rules.
     *
     * @param dropped names of parameters that do not pass; a star stands for any characters
     */
    QueryRules(List<String> dropped) {
        this.dropped = dropped.stream()
                .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** The query with what passes of it; empty if nothing does. */
    String apply(String query) {
        if (query.isEmpty() || dropped.isEmpty()) {
            return query;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (dropped.stream().noneMatch(pattern -> pattern.matcher(name).matches())) {
                kept.add(parameter);
            }
        }
        return String.join("&", kept);
    }
}
