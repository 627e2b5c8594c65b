package io.heliograph.server;

import java.util.Optional;

/**
 * The path of something for a subscriber alone: {@code /private/{token}/sections/harbour/feed.rss}.
 *
 * @param token what the request has for one
 * @param root what stands before {@code path}
 * @param path of the same thing, were it for all
 */
record PrivatePath(String token, String root, String path) {

    static final String PREFIX = "/private/";

    /** Reads a normalised path; empty if it is none of these. */
    static Optional<PrivatePath> of(String path) {
        int end = path.startsWith(PREFIX) ? path.indexOf('/', PREFIX.length()) : -1;
        return end < 0
                ? Optional.empty()
                : Optional.of(new PrivatePath(
                        path.substring(PREFIX.length(), end), path.substring(0, end), path.substring(end)));
    }

    /** Tells nobody the token. */
    @Override
    public String toString() {
        return PREFIX + "\u2026" + path;
    }
}
