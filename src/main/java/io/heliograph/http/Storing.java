package io.heliograph.http;

import java.util.Set;

/** Whether a shared cache may store a response (RFC 9111, section 3). */
public final class Storing {

    /** The statuses whose rules about caching are kept here (section 3, and {@code must-understand} in 5.2.2.3). */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            200, 203, 204, 300, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410, 414, 421, 451, 500, 501, 502,
            503, 504);

    private Storing() {}

    /**
     * Whether the response to a GET may be stored; responses to other methods may not. A part (206) is never stored in
     * place of the whole.
     *
     * @param control the directives that count for us
     */
    public static boolean allows(
            String method,
            FieldLines request,
            int status,
            FieldLines response,
            CacheControl control,
            CacheRules rules) {
        if (!method.equals("GET") || status < 200 || status == 206 || status == 304) {
            return false;
        }
        if (!allowsSharing(request, status, response, control, rules)) {
            return false;
        }
        return control.has("public")
                || control.seconds("s-maxage") >= 0
                || control.seconds("max-age") >= 0
                || response.has("expires")
                || Freshness.isHeuristic(status);
    }

    /** Whether it may be shared, whatever its status means for caching otherwise. */
    public static boolean allowsSharing(
            FieldLines request, int status, FieldLines response, CacheControl control, CacheRules rules) {
        boolean understood = control.has("must-understand") && UNDERSTOOD.contains(status);
        if (control.has("must-understand") && !understood || control.has("no-store") && !understood) {
            return false;
        }
        if (control.has("private") || Vary.of(response).any()) {
            return false;
        }
        if (request.has("authorization") && !allowsAuthorized(control, rules)) {
            return false;
        }
        if (rules.strict()) {
            return !CacheControl.parse(request.value("cache-control")).has("no-store");
        }
        return !response.has("set-cookie") && !response.has("set-cookie2") && !request.has("cookie");
    }

    /** Section 3.5. */
    private static boolean allowsAuthorized(CacheControl control, CacheRules rules) {
        return rules.strict()
                && (control.has("public") || control.has("must-revalidate") || control.seconds("s-maxage") >= 0);
    }

    /**
     * The fields to store (section 3.1): none of the connection, none that are for one recipient or must be asked for
     * anew each time (sections 5.2.2.4 and 5.2.2.7).
     */
    public static FieldLines fields(FieldLines response, CacheControl control) {
        Set<String> noCache = control.fields("no-cache");
        Set<String> isPrivate = control.fields("private");
        return HopByHop.strip(response).where(name -> !noCache.contains(name) && !isPrivate.contains(name));
    }
}
