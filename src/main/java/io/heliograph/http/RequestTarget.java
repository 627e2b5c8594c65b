package io.heliograph.http;

/**
 * What a request line asks for, with the path normalised once and for all (RFC 9112, section 3.2; RFC 3986, section
 * 6.2.2).
 *
 * @param scheme of an absolute-form target, {@code http} or {@code https}; empty for the other forms
 * @param authority of an absolute-form target, as {@link Authority#parse} gives it; empty for the other forms
 * @param path normalised: unreserved characters decoded, the other escapes in upper case, dot segments resolved;
 *     {@code *} for the asterisk form
 * @param query without its question mark; empty if there is none
 */
public record RequestTarget(String scheme, String authority, String path, String query) {

    /**
     * Reads the target of a request line.
     *
     * @throws BadRequest if it has no form that a server of a site answers, a character that no URL has, a broken
     *     escape, an encoded control character, slash or backslash, or a path that leads above the root
     */
    public static RequestTarget parse(String target) throws BadRequest {
        if (target.equals("*")) {
            return new RequestTarget("", "", "*", "");
        }
        int start = 0;
        String scheme = "";
        String authority = "";
        if (!target.startsWith("/")) {
            scheme = absoluteForm(target);
            int name = scheme.length() + "://".length();
            start = name;
            while (start < target.length() && target.charAt(start) != '/' && target.charAt(start) != '?') {
                start++;
            }
            authority = Authority.parse(target.substring(name, start));
        }
        int question = target.indexOf('?', start);
        int end = question < 0 ? target.length() : question;
        String path = start == end ? "/" : normalise(target.substring(start, end));
        String query = question < 0 ? "" : target.substring(question + 1);
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                throw new BadRequest("the query has a character that no URL has");
            }
        }
        return new RequestTarget(scheme, authority, path, query);
    }

    private static String absoluteForm(String target) throws BadRequest {
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            return "http";
        }
        if (target.regionMatches(true, 0, "https://", 0, 8)) {
            return "https";
        }
        throw new BadRequest("the request target has no form that a web site answers");
    }

    /**
     * A path in its one normal form.
     *
     * @throws BadRequest as {@link #parse} does
     */
    public static String normalise(String path) throws BadRequest {
        if (isNormal(path)) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int octet = octet(path, i);
                i += 2;
                if (octet < ' ' || octet == 0x7f || octet == '/' || octet == '\\') {
                    throw new BadRequest("the path has an encoded control character, slash or backslash");
                }
                if (isUnreserved((char) octet)) {
                    out.append((char) octet);
                } else {
                    out.append('%').append(hex(octet >> 4)).append(hex(octet & 15));
                }
            } else if (isPathCharacter(c)) {
                out.append(c);
            } else {
                throw new BadRequest("the path has a character that no URL has");
            }
        }
        return withoutDots(out.toString());
    }

    private static boolean isNormal(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (!isPathCharacter(c) || c == '.' && before == '/') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String withoutDots(String path) throws BadRequest {
        if (!path.contains("/.")) {
            return path;
        }
        String[] segments = path.substring(1).split("/", -1);
        String[] kept = new String[segments.length + 1];
        int n = 0;
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                if (n == 0) {
                    throw new BadRequest("the path leads above the root");
                }
                n--;
            } else if (!segments[i].equals(".")) {
                kept[n++] = segments[i];
                continue;
            }
            if (last) {
                kept[n++] = "";
            }
        }
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < n; i++) {
            out.append('/').append(kept[i]);
        }
        return out.toString();
    }

    private static int octet(String path, int percent) throws BadRequest {
        if (percent + 2 < path.length()) {
            int high = digit(path.charAt(percent + 1));
            int low = digit(path.charAt(percent + 2));
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw new BadRequest("the path has a broken escape");
    }

    /** The value of a hexadecimal digit of ASCII; negative for all else, other scripts' digits too. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static boolean isPathCharacter(char c) {
        // pchar and "/" (RFC 3986, section 3.3), the percent sign apart.
        return isUnreserved(c) || c < 0x7f && "/!$&'()*+,;=:@".indexOf(c) >= 0;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
