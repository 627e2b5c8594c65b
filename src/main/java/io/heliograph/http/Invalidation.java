package io.heliograph.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the answer to a request that may change something makes invalid (RFC 9111, section 4.4). */
public final class Invalidation {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Invalidation() {}

    /** Whether a method may change something; one that nobody knows may (RFC 9110, section 9.2.1). */
    public static boolean isUnsafe(String method) {
        return !SAFE.contains(method);
    }

    /**
     * The URLs whose stored responses are invalid now: the target, and what {@code Location} and {@code
     * Content-Location} name on the same origin; nothing after an error.
     *
     * @param target of the request at the origin, absolute
     */
    public static List<URI> by(String method, URI target, int status, FieldLines response) {
        if (!isUnsafe(method) || status < 200 || status >= 400) {
            return List.of();
        }
        List<URI> invalid = new ArrayList<>();
        invalid.add(target);
        for (String field : List.of("location", "content-location")) {
            String reference = response.value(field);
            if (!reference.isEmpty()) {
                try {
                    URI named = target.resolve(reference);
                    if (named.getRawAuthority() != null
                            && named.getRawAuthority().equalsIgnoreCase(target.getRawAuthority())
                            && named.getScheme().equalsIgnoreCase(target.getScheme())) {
                        invalid.add(named);
                    }
                } catch (IllegalArgumentException e) {
                    // What is no URL names nothing.
                }
            }
        }
        return invalid;
    }
}
