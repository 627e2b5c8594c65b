package io.heliograph.http;

import java.util.Locale;

/**
 * The host and port of a request: the value of a {@code Host} field (RFC 9110, section 7.2), normalised so that two
 * spellings of one authority are equal.
 */
public final class Authority {

    private static final int LONGEST = 255 + 6;

    private Authority() {}

    /**
     * The authority in lower case, without a dot at the end of the name; a port stays as it was given.
     *
     * @throws BadRequest if it is not {@code uri-host [ ":" port ]} in the characters of a registered name, an IPv4
     *     address or a bracketed IPv6 address (RFC 3986, section 3.2.2), or the port is not 1 to 65535
     */
    public static String parse(String field) throws BadRequest {
        if (field.isEmpty() || field.length() > LONGEST) {
            throw new BadRequest("the Host field is empty or too long");
        }
        int end = field.charAt(0) == '[' ? ipv6End(field) : nameEnd(field);
        String name = field.substring(0, end).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.contains("..") || name.startsWith(".")) {
            throw new BadRequest("the Host field names no host");
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return end == field.length() ? name : name + port(field, end);
    }

    private static int ipv6End(String field) throws BadRequest {
        int bracket = field.indexOf(']');
        if (bracket < 0 || !isIpv6(field, 1, bracket)) {
            throw new BadRequest("the Host field is no valid IPv6 address");
        }
        return bracket + 1;
    }

    /** Whether what stands before a bracket at {@code to} is {@code IPv6address} (RFC 3986, section 3.2.2). */
    private static boolean isIpv6(String text, int from, int to) {
        int groups = 0;
        boolean gap = false;
        for (int i = from; i < to; groups++) {
            if (text.startsWith("::", i)) {
                if (gap) {
                    return false;
                }
                gap = true;
                i += 2;
                if (i == to) {
                    break;
                }
            } else if (i > from) {
                i++;
            }
            int start = i;
            while (isHex(text.charAt(i))) {
                i++;
            }
            if (text.charAt(i) == '.') {
                return isIpv4(text, start, to) && (gap ? groups <= 5 : groups == 6);
            }
            if (i == start || i - start > 4 || i < to && text.charAt(i) != ':') {
                return false;
            }
        }
        return gap ? groups <= 7 : groups == 8;
    }

    private static boolean isIpv4(String text, int from, int to) {
        int octets = 0;
        for (int i = from; i <= to; i++) {
            int start = i;
            int value = 0;
            while (i - start < 3 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                value = value * 10 + (text.charAt(i++) - '0');
            }
            boolean ended = i == to || text.charAt(i) == '.';
            if (!ended || i == start || value > 255 || i - start > 1 && text.charAt(start) == '0') {
                return false;
            }
            octets++;
        }
        return octets == 4;
    }

    private static int nameEnd(String field) throws BadRequest {
        int i = 0;
        while (i < field.length() && field.charAt(i) != ':') {
            char c = field.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
                    && c != '-'
                    && c != '.'
                    && c != '_') {
                throw new BadRequest("the Host field has a character that no host name has");
            }
            i++;
        }
        return i;
    }

    private static String port(String field, int colon) throws BadRequest {
        if (field.charAt(colon) != ':' || field.length() - colon > 6) {
            throw new BadRequest("the Host field has an invalid port");
        }
        int port = 0;
        for (int i = colon + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c < '0' || c > '9') {
                throw new BadRequest("the Host field has an invalid port");
            }
            port = port * 10 + (c - '0');
        }
        if (field.length() == colon + 1) {
            return "";
        }
        if (port == 0 || port > 65_535) {
            throw new BadRequest("the Host field has an invalid port");
        }
        return ":" + port;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
