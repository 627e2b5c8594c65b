package io.heliograph.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32} (RFC 4632, RFC 4291).
 *
 * @param address any address of the range, 4 or 16 bytes
 * @param bits length of the prefix
 */
public record Network(InetAddress address, int bits) {

    /** Four numbers of a byte, without the zeros in front that some read as octal. Else the JDK would ask the DNS. */
    private static final String IPV4 =
            "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}";

    /**
     * Reads a network; an address alone is a network of one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (!literal.matches(IPV4) && !literal.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not an IP address: " + literal);
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            int longest = address.getAddress().length * 8;
            String prefix = slash < 0 ? Integer.toString(longest) : text.substring(slash + 1);
            if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > longest) {
                throw new IllegalArgumentException("not a prefix length of 0 to " + longest + ": " + prefix);
            }
            return new Network(address, Integer.parseInt(prefix));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + literal, e);
        }
    }

    /**
     * The address of a node as proxies write it (RFC 7239, section 6): bare, with a port, or in brackets; empty if it is a
     * name, hidden or nonsense. Asks no DNS.
     */
    public static Optional<InetAddress> node(String text) {
        String node = text.strip();
        int bracket = node.indexOf(']');
        if (node.startsWith("[") && bracket > 0) {
            node = node.substring(1, bracket);
        } else if (node.indexOf(':') == node.lastIndexOf(':') && node.indexOf(':') > 0) {
            node = node.substring(0, node.indexOf(':'));
        }
        if (node.indexOf('/') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(node).address());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is in this network; never across IPv4 and IPv6. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
