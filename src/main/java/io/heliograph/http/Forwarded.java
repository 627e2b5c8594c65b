package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What the nearest proxy says in a {@code Forwarded} field (RFC 7239, section 4): the last element of the list.
 *
 * @param host of the request that came to the proxy, unquoted; empty if it does not say
 * @param proto scheme of that request; empty if it does not say
 */
public record Forwarded(String host, String proto) {

    /** Nothing is said. */
    public static final Forwarded NOTHING = new Forwarded("", "");

    /**
     * Reads a field line. One whose quotes do not close says nothing: what stands behind a quote may be a client's.
     *
     * @param field field value
     */
    public static Forwarded last(String field) {
        String host = "";
        String proto = "";
        int at = 0;
        while (at <= field.length()) {
            int end = pairEnd(field, at);
            if (end < 0) {
                return NOTHING;
            }
            int equals = equalsSign(field, at, end);
            if (equals < end) {
                String name = field.substring(at, equals).strip();
                String value = unquoted(field.substring(equals + 1, end).strip());
                if (name.equalsIgnoreCase("host")) {
                    host = value;
                } else if (name.equalsIgnoreCase("proto")) {
                    proto = value;
                }
            }
            if (end < field.length() && field.charAt(end) == ',') {
                host = "";
                proto = "";
            }
            at = end + 1;
        }
        return new Forwarded(host, proto);
    }

    /**
     * Whom each proxy was asked by, the nearest proxy's word last: the {@code for} parameters of a list, unquoted, empty
     * where an element has none. Nothing of a field whose quotes do not close.
     *
     * @param field the field lines joined by commas
     */
    public static List<String> clients(String field) {
        List<String> clients = new ArrayList<>();
        String client = "";
        int at = 0;
        while (at <= field.length()) {
            int end = pairEnd(field, at);
            if (end < 0) {
                return List.of();
            }
            int equals = equalsSign(field, at, end);
            if (equals < end && field.substring(at, equals).strip().equalsIgnoreCase("for")) {
                client = unquoted(field.substring(equals + 1, end).strip());
            }
            if (end == field.length() || field.charAt(end) == ',') {
                clients.add(client);
                client = "";
            }
            at = end + 1;
        }
        return clients;
    }

    /** Where the next comma or semicolon outside of quotes is, or the end; negative if quotes do not close. */
    private static int pairEnd(String field, int from) {
        boolean quoted = false;
        for (int i = from; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted && (c == ',' || c == ';')) {
                return i;
            }
        }
        return quoted ? -1 : field.length();
    }

    /** Where the equals sign of a pair is, or the pair's end. */
    private static int equalsSign(String field, int from, int end) {
        int i = from;
        while (i < end && field.charAt(i) != '=') {
            i++;
        }
        return i;
    }

    /** A token as it is, a quoted string as what it means (RFC 9110, section 5.6.4). */
    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            out.append(c == '\\' && i < value.length() - 2 ? value.charAt(++i) : c);
        }
        return out.toString();
    }
}
