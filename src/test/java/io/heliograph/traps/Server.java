package io.heliograph.traps;

/** A server of the site of traps, by the name that visitors know. */
enum Server {
    /** The site's own. */
    WWW("www.lantern.example"),
    /** Under a path on every host. */
    IMG("img.lantern.example"),
    /** With companions beside two hosts of three. */
    CDN("cdn.lantern.example"),
    /** Somebody else's: it stays where it is. */
    THIRD("ads.elsewhere.example");

    /** Written behind every name, such as {@code :8090}; origins with a port of their own are the harder ones. */
    private static final String PORT = System.getProperty("traps.port", "");

    private final String host;

    Server(String host) {
        this.host = host;
    }

    /** The name alone. */
    String host() {
        return host;
    }

    /** The name, and the port where it is no usual one. */
    String authority() {
        return host + PORT;
    }

    /** Scheme and authority. */
    String base() {
        return "http://" + authority();
    }

    /** Whether the mirror stands for it. */
    boolean isMirrored() {
        return this != THIRD;
    }

    /** Whether its port is its scheme's own. */
    static boolean hasUsualPort() {
        return PORT.isEmpty();
    }
}
