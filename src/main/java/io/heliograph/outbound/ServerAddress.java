package io.heliograph.outbound;

import java.util.Locale;

/**
 * Where a server can be reached, as the configuration has it, whatever its own name leads to.
 *
 * @param host an IP address, of version 6 in brackets, or a name
 * @param port 0 for that of the server's URL
 */
public record ServerAddress(String host, int port) {

    private static final String NAME = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*";
    private static final String VERSION_6 = "\\[[0-9a-f.]*:[0-9a-f:.]*]";

    public ServerAddress {
        if (!host.matches(NAME) && !host.matches(VERSION_6) || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no address: " + host + ":" + port);
        }
    }

    /**
     * Reads {@code 192.0.2.10}, {@code [2001:db8::1]:8443}, {@code backup.example.org}.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public static ServerAddress parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int colon = lower.lastIndexOf(':');
        boolean bare = lower.indexOf(':') != colon && !lower.startsWith("[");
        if (colon <= lower.lastIndexOf(']') || bare) {
            return new ServerAddress(bare ? "[" + lower + "]" : lower, 0);
        }
        int port = Integer.parseInt(lower.substring(colon + 1));
        if (port == 0) {
            throw new IllegalArgumentException("no port");
        }
        return new ServerAddress(lower.substring(0, colon), port);
    }

    @Override
    public String toString() {
        return port == 0 ? host : host + ":" + port;
    }
}
