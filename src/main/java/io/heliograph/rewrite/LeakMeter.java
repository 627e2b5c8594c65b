package io.heliograph.rewrite;

import io.heliograph.rewrite.Leak.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks through a rewritten body for hosts of the origin that are left, and says in which context. */
final class LeakMeter {

    /** A body that has as many of a host has been measured enough. */
    private static final int MOST_PLACES = 1000;

    private static final int AROUND = 40;

    private record Found(Context context, String host) {}

    private final Text text;
    private final Edits edits;
    private final Map<Found, Integer> counts = new LinkedHashMap<>();
    private final Map<Found, String> samples = new LinkedHashMap<>();

    private LeakMeter(Text text, Edits edits) {
        this.text = text;
        this.edits = edits;
    }

    /** What is left in a body. Of a host that is a part of a longer name, nothing is said. */
    static List<Leak> leaks(Syntax syntax, Text text, Edits edits, Collection<String> hosts) {
        LeakMeter meter = new LeakMeter(text, edits);
        for (String host : hosts) {
            meter.look(syntax, host);
        }
        List<Leak> leaks = new ArrayList<>();
        meter.counts.forEach((found, count) ->
                leaks.add(new Leak(found.context(), found.host(), count, meter.samples.getOrDefault(found, ""))));
        return leaks;
    }

    private void look(Syntax syntax, String host) {
        List<Integer> places = new ArrayList<>();
        int n = host.length();
        int last = n - 1;
        int[] shifts = shifts(host);
        for (int i = 0; i + n <= text.length(); i += shifts[text.lower(i + last)]) {
            if (text.has(i, host)
                    && !isPartOfName(i, n)
                    && !edits.covers(text.place(i))
                    && places.size() < MOST_PLACES) {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            Context[] contexts = syntax == Syntax.HTML ? HtmlContexts.of(text, places) : null;
            for (int i = 0; i < places.size(); i++) {
                count(new Found(contexts == null ? context(syntax) : contexts[i], host), places.get(i));
            }
        }
    }

    /** How far the search may go on by the byte under the end of the word (Horspool). */
    private static int[] shifts(String host) {
        int[] shifts = new int[256];
        java.util.Arrays.fill(shifts, host.length());
        for (int i = 0; i < host.length() - 1; i++) {
            shifts[host.charAt(i) & 0xff] = host.length() - 1 - i;
        }
        return shifts;
    }

    private boolean isPartOfName(int at, int length) {
        int before = text.lower(at - 1);
        int after = text.lower(at + length);
        boolean longer = after == '.' && isNamePart(text.lower(at + length + 1));
        return before == '.' || isNamePart(before) && !isEscapeEnd(at) || isNamePart(after) || longer;
    }

    /** After {@code %2F} and the like, a digit or letter before the name is none of it. */
    private boolean isEscapeEnd(int at) {
        return text.has(at - 3, "%2f")
                || text.has(at - 6, "\\u002f")
                || text.has(at - 4, "\\x2f")
                || text.at(at - 2) == '\\';
    }

    private static boolean isNamePart(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 0x80;
    }

    private void count(Found found, int at) {
        counts.merge(found, 1, Integer::sum);
        samples.computeIfAbsent(found, f -> sample(at, found.host().length()));
    }

    private String sample(int at, int length) {
        byte[] around = text.copy(Math.max(0, at - AROUND), Math.min(text.length(), at + length + AROUND));
        return new String(around, StandardCharsets.US_ASCII)
                .replaceAll("[^\\x20-\\x7e]+", " ")
                .strip();
    }

    private static Context context(Syntax syntax) {
        return switch (syntax) {
            case HTML, ROBOTS, OPAQUE -> Context.TEXT;
            case XML -> Context.XML;
            case CSS -> Context.CSS;
            case SCRIPT -> Context.SCRIPT;
            case JSON, MANIFEST -> Context.JSON;
            case PLAYLIST -> Context.PLAYLIST;
            case CUES -> Context.CUES;
        };
    }
}
