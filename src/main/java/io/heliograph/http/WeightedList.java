package io.heliograph.http;

/**
 * A walk over the members of an {@code Accept} or {@code Accept-Encoding} field with their weights (RFC 9110, section
 * 12.4.2). It makes no objects on the way, for it is on the path of every request.
 */
final class WeightedList {

    private final String field;
    private int start;
    private int end;
    private int memberEnd = -1;
    private int weight;

    WeightedList(String field) {
        this.field = field;
    }

    /** Goes to the next member; false after the last. */
    boolean next() {
        while (memberEnd < field.length()) {
            start = memberEnd + 1;
            memberEnd = find(',', start, field.length());
            while (start < memberEnd && isSpace(field.charAt(start))) {
                start++;
            }
            end = find(';', start, memberEnd);
            weight = readWeight(end);
            while (end > start && isSpace(field.charAt(end - 1))) {
                end--;
            }
            if (end > start) {
                return true;
            }
        }
        return false;
    }

    /** Whether the member, its parameters apart, is this token. Tokens here compare without regard to case. */
    boolean is(String token) {
        return token.length() == end - start && field.regionMatches(true, start, token, 0, token.length());
    }

    /** The weight in thousandths; 1000 where none is given; 0 where it cannot be read. */
    int weight() {
        return weight;
    }

    private int readWeight(int from) {
        for (int i = from; i < memberEnd; i = find(';', i + 1, memberEnd)) {
            int p = i + 1;
            while (p < memberEnd && isSpace(field.charAt(p))) {
                p++;
            }
            if (p + 1 < memberEnd && (field.charAt(p) == 'q' || field.charAt(p) == 'Q') && field.charAt(p + 1) == '=') {
                return qvalue(p + 2);
            }
        }
        return 1000;
    }

    /** Where a delimiter is next, outside of quoted strings (RFC 9110, section 5.6.4); {@code to} if there is none. */
    private int find(char delimiter, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = field.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted && c == delimiter) {
                return i;
            }
        }
        return to;
    }

    private int qvalue(int from) {
        int value = 0;
        int digits = -1;
        for (int i = from; i < memberEnd && !isSpace(field.charAt(i)) && field.charAt(i) != ';'; i++) {
            char c = field.charAt(i);
            if (c == '.' && digits < 0) {
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3 && (digits >= 0 || value == 0)) {
                value = value * 10 + (c - '0');
                digits = digits < 0 ? -1 : digits + 1;
            } else {
                return 0;
            }
        }
        for (int d = Math.max(digits, 0); d < 3; d++) {
            value *= 10;
        }
        return Math.min(value, 1000);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
