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

    /** Goes to the next member whose weight can be read; false after the last. */
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
            if (end > start && weight >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the member, its parameters apart, is this token. Tokens here compare without regard to case. */
    boolean is(String token) {
        return token.length() == end - start && field.regionMatches(true, start, token, 0, token.length());
    }

    /** The weight in thousandths; 1000 where none is given. */
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

    /** The weight in thousandths; negative if it is none, though {@code .2} may pass for {@code 0.2}. */
    private int qvalue(int from) {
        int value = 0;
        int digits = 0;
        int scale = 1000;
        boolean point = false;
        for (int i = from; i < memberEnd && !isSpace(field.charAt(i)) && field.charAt(i) != ';'; i++) {
            char c = field.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9' && (point ? scale > 1 : digits == 0)) {
                scale = point ? scale / 10 : scale;
                value += (c - '0') * scale;
                digits++;
            } else {
                return -1;
            }
        }
        return digits > 0 && value <= 1000 ? value : -1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
