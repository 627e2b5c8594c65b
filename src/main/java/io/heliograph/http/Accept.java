package io.heliograph.http;

import java.util.List;

/** The choice of a media type by the {@code Accept} field (RFC 9110, section 12.5.1). */
public final class Accept {

    private Accept() {}

    /**
     * The index of the media type to send: that with the highest weight, the earliest where weights are equal. The
     * first is sent where the field is empty or names none of them, since feed readers send odd values and section
     * 12.4.1 lets us.
     *
     * @param types what is at hand, such as {@code application/atom+xml}, best first
     */
    public static int choose(String accept, List<String> types) {
        int best = 0;
        int bestWeight = 0;
        for (int i = 0; i < types.size(); i++) {
            int weight = weightOf(accept, types.get(i));
            if (weight > bestWeight) {
                best = i;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** The weight of a type, by the most specific range that covers it (section 12.5.1). */
    private static int weightOf(String accept, String type) {
        int weight = 0;
        int specific = -1;
        String range = type.substring(0, type.indexOf('/')) + "/*";
        for (WeightedList item = new WeightedList(accept); item.next(); ) {
            int level = item.is(type) ? 2 : item.is(range) ? 1 : item.is("*/*") ? 0 : -1;
            if (level > specific) {
                specific = level;
                weight = item.weight();
            }
        }
        return weight;
    }
}
