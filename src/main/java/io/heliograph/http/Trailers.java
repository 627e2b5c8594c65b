package io.heliograph.http;

import java.util.Set;

/**
 * The fields of a trailer section that may be passed on (RFC 9110, section 6.5.1): none that says where a message ends, who
 * may have it, how it is to be kept or read, or where it leads, for whoever reads it here has looked at the head alone.
 */
public final class Trailers {

    private static final int MOST_BYTES = 8192;

    private static final Set<String> OF_THE_HEAD = Set.of(
            "age",
            "alt-svc",
            "authorization",
            "cache-control",
            "cache-group-invalidation",
            "cache-groups",
            "cache-status",
            "cache-tag",
            "cdn-cache-control",
            "clear-site-data",
            "cookie",
            "date",
            "expect-ct",
            "expires",
            "feature-policy",
            "host",
            "last-modified",
            "link",
            "location",
            "max-forwards",
            "nel",
            "onion-location",
            "origin",
            "origin-agent-cluster",
            "permissions-policy",
            "pragma",
            "range",
            "referer",
            "referrer-policy",
            "refresh",
            "report-to",
            "reporting-endpoints",
            "retry-after",
            "server-timing",
            "service-worker-allowed",
            "set-cookie",
            "set-cookie2",
            "sourcemap",
            "speculation-rules",
            "strict-transport-security",
            "surrogate-control",
            "surrogate-key",
            "timing-allow-origin",
            "vary",
            "via",
            "warning",
            "www-authenticate");

    /** Digests of what was sent, which are known at its end alone (RFC 9530). */
    private static final Set<String> OF_THE_END = Set.of("content-digest", "repr-digest", "digest", "etag");

    private Trailers() {}

    /** What of a trailer section may be passed on; nothing if there is more than anybody needs. */
    public static FieldLines of(FieldLines trailers) {
        if (trailers.bytes() > MOST_BYTES) {
            return FieldLines.NONE;
        }
        return HopByHop.strip(trailers).where(Trailers::passes);
    }

    private static boolean passes(String name) {
        return OF_THE_END.contains(name)
                || !OF_THE_HEAD.contains(name)
                        && !name.startsWith("content-")
                        && !name.startsWith("access-control-")
                        && !name.startsWith("cross-origin-")
                        && !name.startsWith("x-content-")
                        && !name.startsWith("x-accel-")
                        && !name.startsWith("x-frame-")
                        && !name.startsWith("x-robots-")
                        && !name.startsWith("proxy-")
                        && !name.startsWith("if-");
    }
}
