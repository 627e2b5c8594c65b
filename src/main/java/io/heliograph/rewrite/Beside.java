package io.heliograph.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A place left open for an origin that has {@link Mount#hasCompanions() companions}, for the one beside the host that is
 * asked; or, beside which none is, for that host and the path under which the origin lies.
 */
final class Beside implements Mark {

    private final Part part;
    private final Mount mount;
    /** By hosts, of which there are as many as are configured. */
    private final Map<String, byte[]> values = new ConcurrentHashMap<>();

    /** What goes there. */
    enum Part {
        /** Scheme, authority and path. */
        URL,
        /** {@code http} or {@code https}. */
        SCHEME,
        /** Authority and path, for URLs whose colon and slashes are written in escapes. */
        AUTHORITY,
        /** {@code ws} or {@code wss}. */
        SOCKET_SCHEME,
        /** The path alone. */
        PATH
    }

    Beside(Part part, Mount mount) {
        this.part = part;
        this.mount = mount;
    }

    /** What goes there on a host, by its scheme and authority. */
    byte[] on(String base) {
        return values.computeIfAbsent(base, host -> value(host).getBytes(StandardCharsets.UTF_8));
    }

    private String value(String base) {
        String url = mount.on(base);
        int colon = url.indexOf("://");
        return switch (part) {
            case URL -> url;
            case SCHEME -> url.substring(0, colon);
            case AUTHORITY -> url.substring(colon + 3);
            case SOCKET_SCHEME -> url.startsWith("https:") ? "wss" : "ws";
            case PATH -> mount.companion(base) == null ? mount.path() : "";
        };
    }

    /** Other companions make another document of the same text. */
    @Override
    public byte[] digest() {
        byte[] text = (part + " " + mount.described()).getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[text.length + 3];
        all[0] = (byte) 0xff;
        all[1] = (byte) 0xfc;
        System.arraycopy(text, 0, all, 2, text.length);
        all[all.length - 1] = (byte) 0xff;
        return all;
    }
}
