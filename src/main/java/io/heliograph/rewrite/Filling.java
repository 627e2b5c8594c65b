package io.heliograph.rewrite;

import java.nio.charset.StandardCharsets;

/** What goes into the slots of a document on one host. */
final class Filling {

    private final String base;
    private final byte[] host;
    private final byte[] root;
    private final byte[] scheme;
    private final byte[] authority;
    private final byte[] socketScheme;
    private final byte[] name;

    /**
     * For a host by its scheme and authority.
     *
     * @param root what stands before the paths of feeds for a subscriber; empty for all others
     */
    Filling(String base, String root) {
        int colon = base.indexOf("://");
        this.base = base;
        this.root = bytes(root);
        host = bytes(base);
        scheme = bytes(colon < 0 ? "" : base.substring(0, colon));
        String whole = colon < 0 ? base : base.substring(colon + 3);
        authority = bytes(whole);
        name = bytes(WebOrigin.port(whole) < 0 ? whole : whole.substring(0, whole.lastIndexOf(':')));
        socketScheme = bytes(base.startsWith("https:") ? "wss" : "ws");
    }

    boolean holds(HostCondition condition) {
        return condition.holds(base);
    }

    /**
     * What goes into a place.
     *
     * @throws IllegalStateException if that is not for a host to say
     */
    byte[] value(Mark mark) {
        if (mark instanceof Beside beside) {
            return beside.on(base);
        }
        if (mark instanceof Mark.Encoded encoded) {
            return new String(value(encoded.place()), StandardCharsets.UTF_8).getBytes(encoded.charset());
        }
        Slot slot = (Slot) mark;
        return switch (slot) {
            case HOST -> host;
            case ROOT -> root;
            case SCHEME -> scheme;
            case AUTHORITY -> authority;
            case SOCKET_SCHEME -> socketScheme;
            case NAME -> name;
            case MODIFIED -> throw new IllegalStateException("a slot is open: " + slot);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
