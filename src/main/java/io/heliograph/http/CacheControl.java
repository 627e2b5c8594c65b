package io.heliograph.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The directives of a {@code Cache-Control} field (RFC 9111, section 5.2). Of several that contradict each other the
 * strictest counts; a number that cannot be read is 0 where that is stricter; what is unknown is ignored.
 */
public final class CacheControl {

    /** No directive at all. */
    public static final CacheControl NONE = new CacheControl(Map.of(), Map.of(), Set.of());

    private static final Set<String> NUMBERS =
            Set.of("max-age", "s-maxage", "min-fresh", "max-stale", "stale-while-revalidate", "stale-if-error");

    /** Seconds by directive. */
    private final Map<String, Long> seconds;
    /** Field names by directive, for {@code no-cache} and {@code private} that are about some fields alone. */
    private final Map<String, Set<String>> fields;

    private final Set<String> flags;

    private CacheControl(Map<String, Long> seconds, Map<String, Set<String>> fields, Set<String> flags) {
        this.seconds = seconds;
        this.fields = fields;
        this.flags = flags;
    }

    /** Reads a field, its lines joined by commas. */
    public static CacheControl parse(String field) {
        if (field.isEmpty()) {
            return NONE;
        }
        Gatherer gatherer = new Gatherer();
        for (int at = 0; at < field.length(); ) {
            at = directive(field, at, gatherer);
        }
        return gatherer.gathered();
    }

    private static int directive(String field, int from, Gatherer gatherer) {
        int at = from;
        while (at < field.length() && field.charAt(at) != ',' && field.charAt(at) != '=') {
            at++;
        }
        String name = field.substring(from, at).strip().toLowerCase(Locale.ROOT);
        if (at == field.length() || field.charAt(at) == ',') {
            gatherer.flag(name);
            return at + 1;
        }
        // No space may stand around the equals sign: with one, the number cannot be read.
        boolean spaced = at > from && Character.isWhitespace(field.charAt(at - 1));
        at++;
        StringBuilder value = new StringBuilder();
        boolean quoted = at < field.length() && field.charAt(at) == '"';
        if (quoted) {
            at++;
            while (at < field.length() && field.charAt(at) != '"') {
                if (field.charAt(at) == '\\' && at + 1 < field.length()) {
                    at++;
                }
                value.append(field.charAt(at++));
            }
        }
        while (at < field.length() && field.charAt(at) != ',') {
            if (!quoted) {
                value.append(field.charAt(at));
            }
            at++;
        }
        String text = quoted ? value.toString() : value.toString().stripTrailing();
        gatherer.valued(name, spaced ? "?" : text);
        return at + 1;
    }

    /** Gathers directives, the strictest of each. */
    static final class Gatherer {
        private final Map<String, Long> seconds = new HashMap<>();
        private final Map<String, Set<String>> fields = new HashMap<>();
        private final Set<String> flags = new HashSet<>();

        void flag(String name) {
            if (name.equals("max-stale")) {
                seconds.putIfAbsent(name, Long.MAX_VALUE);
            } else if (NUMBERS.contains(name)) {
                number(name, 0);
            } else if (!name.isEmpty()) {
                flags.add(name);
            }
        }

        void valued(String name, String value) {
            if (NUMBERS.contains(name)) {
                number(name, Math.max(0, DeltaSeconds.parse(value)));
            } else if (name.equals("no-cache") || name.equals("private")) {
                Set<String> names = ListedNames.of(value);
                if (names.isEmpty()) {
                    flags.add(name);
                } else {
                    fields.computeIfAbsent(name, n -> new HashSet<>()).addAll(names);
                }
            } else if (!name.isEmpty()) {
                flags.add(name);
            }
        }

        void number(String name, long value) {
            if (name.equals("min-fresh")) {
                seconds.merge(name, value, Math::max);
            } else {
                seconds.merge(name, value, Math::min);
            }
        }

        CacheControl gathered() {
            return new CacheControl(Map.copyOf(seconds), Map.copyOf(fields), Set.copyOf(flags));
        }
    }

    /** Whether a directive without a value that matters is there, such as {@code no-store}. */
    public boolean has(String directive) {
        return flags.contains(directive);
    }

    /** The seconds of a directive such as {@code max-age}, at most 2^31; negative if it is absent. */
    public long seconds(String directive) {
        return seconds.getOrDefault(directive, -1L);
    }

    /** The fields that a {@code no-cache} or {@code private} is about (RFC 9111, sections 5.2.2.4 and 5.2.2.7). */
    public Set<String> fields(String directive) {
        return fields.getOrDefault(directive, Set.of());
    }

    /** Whether a shared cache may not use a response without asking once it is stale (RFC 9111, section 4.2.4). */
    public boolean forbidsStale() {
        return forbidsStaleOutright() || seconds("s-maxage") >= 0;
    }

    /** The same where {@code s-maxage} is a length of life alone, because what came with it permits a time beyond it. */
    boolean forbidsStaleOutright() {
        return has("no-cache") || has("must-revalidate") || has("proxy-revalidate");
    }
}
