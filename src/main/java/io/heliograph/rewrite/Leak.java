package io.heliograph.rewrite;

/**
 * What is left of the origin's hosts in a response, in one context.
 *
 * @param host name of a mapped host, in lower case
 * @param count how often it occurs
 * @param sample the first occurrence with some text around it, in printable ASCII
 */
public record Leak(Context context, String host, int count, String sample) {

    /** Where a host was left. */
    public enum Context {
        ATTRIBUTE,
        TEXT,
        COMMENT,
        CSS,
        SCRIPT,
        JSON,
        XML,
        PLAYLIST,
        CUES,
        HEADER,
        /** Not a host: an integrity hash was taken away, because what it is about could not be known. */
        INTEGRITY
    }
}
