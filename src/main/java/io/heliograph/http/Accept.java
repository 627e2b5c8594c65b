package io.heliograph.http;

import java.util.List;

/** The choice of a media type by the {@code Accept} field (RFC 9110, section 12.5.1). */
public final class Accept {

    private Accept() {}

    /**
     * What {@code java.net.HttpURLConnection} says where its program says nothing: nobody's wish for a page. The end
     * differs between releases.
     */
    private static final String NOBODYS = "text/html, image/gif, image/jpeg, *";

    /**
     * The index of the media type to send: that with the highest weight; where weights are equal, the one that the field
     * names more exactly; and then the earliest. The first is sent where the field is empty or names none of them, since
     * feed readers send odd values and section 12.4.1 lets us.
     *
     * @param types what is at hand, such as {@code application/atom+xml}, best first
     */
    public static int choose(String accept, List<String> types) {
        int best = 0;
        int bestRank = 0;
        if (accept.startsWith(NOBODYS)) {
            return best;
        }
        for (int i = 0; i < types.size(); i++) {
            int rank = rankOf(accept, types.get(i));
            if (rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    /**
     * Four times the weight of a type, by the most specific range that covers it (section 12.5.1), and how specific that
     * is: 2 for the type, 1 for its family, 0 for any; 0 if it is not acceptable.
     */
    private static int rankOf(String accept, String type) {
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
        return weight == 0 ? 0 : weight * 4 + specific;
    }
}
