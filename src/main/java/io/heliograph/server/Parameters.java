package io.heliograph.server;

/** The query parameters that mean something to us. All others are as if they were not there. */
final class Parameters {

    private Parameters() {}

    /** The value of {@code limit}, as far as it is a number of at most six digits above 0; else 0. */
    static int limit(String query) {
        for (int at = 0; at < query.length(); at = next(query, at)) {
            if (query.startsWith("limit=", at)) {
                return number(query, at + "limit=".length(), next(query, at) - 1);
            }
        }
        return 0;
    }

    /** Where the next parameter begins. */
    private static int next(String query, int at) {
        int ampersand = query.indexOf('&', at);
        return ampersand < 0 ? query.length() + 1 : ampersand + 1;
    }

    private static int number(String query, int from, int to) {
        if (to - from > 6) {
            return 0;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = query.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
