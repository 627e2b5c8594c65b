package io.heliograph.article;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** IPv6 addresses as URLs have them: in brackets (RFC 3986, section 3.2.2). */
final class Ipv6Literal {

    private static final int GROUPS = 8;

    private Ipv6Literal() {}

    /** The one form of an address that has many (RFC 5952, section 4); what is none stays as it is. */
    static String canonical(String literal) {
        try {
            // With brackets it is never taken for a name.
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet4Address
                    ? "[::ffff:" + address.getHostAddress() + "]"
                    : "[" + text(address.getAddress()) + "]";
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    private static String text(byte[] address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
        }
        int gap = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(groups, i);
            if (zeros > longest) {
                gap = i;
                longest = zeros;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (longest > 1 && i == gap) {
                out.append("::");
                i += longest - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }

    private static int zeros(int[] groups, int from) {
        int to = from;
        while (to < GROUPS && groups[to] == 0) {
            to++;
        }
        return to - from;
    }
}
