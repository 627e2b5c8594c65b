package io.heliograph.http;

import java.util.Locale;

/** The choice of a stored response by its language (RFC 9110, section 12.5.4). */
final class Languages {

    private Languages() {}

    /** Whether a response depends on languages alone, and is in the one language that a request likes best. */
    static boolean isChoiceOf(StoredResponse response, FieldLines request) {
        String language = response.fields().value("content-language").strip().toLowerCase(Locale.ROOT);
        if (language.isEmpty()
                || response.vary().names().size() != 1
                || !response.vary().names().get(0).equals("accept-language")) {
            return false;
        }
        int best = 0;
        boolean alone = false;
        boolean chosen = false;
        for (WeightedList item = new WeightedList(request.value("accept-language")); item.next(); ) {
            if (item.weight() > best) {
                best = item.weight();
                alone = true;
                chosen = item.is(language);
            } else if (item.weight() == best && !item.is(language)) {
                alone = false;
            }
        }
        return chosen && alone;
    }
}
