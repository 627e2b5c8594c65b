package io.heliograph.rewrite;

import java.util.List;

/**
 * A response's body as the origin sent it, decoded of any content coding.
 *
 * @param body not changed by anyone from here on
 * @param url its own, absolute, at the origin
 * @param contentType the value of the field; empty for none
 * @param scripts whether URLs in scripts are rewritten: those of the site itself, not those of third parties
 * @param policies values of its content security policies, which may name hashes of what is inline
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Original(byte[] body, String url, String contentType, boolean scripts, List<String> policies) {

    public Original {
        policies = List.copyOf(policies);
    }

    /** A body without policies. */
    public Original(byte[] body, String url, String contentType, boolean scripts) {
        this(body, url, contentType, scripts, List.of());
    }
}
