package io.heliograph.mirror;

import io.heliograph.rewrite.FieldRewriter;
import io.heliograph.rewrite.OriginMap;
import io.heliograph.rewrite.RewriteRules;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.WebOrigin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the fields of the origin's responses on a host of the mirror: what leads to the origin leads to the
 * host, what speaks for the origin's own host or its reporters is left out, and what is no longer true of a changed body,
 * too. Fields that are about the connection or the cache are not its business.
 */
public final class HeaderRules {

    /** For the origin's own host alone, or for those who watch over it, or for a proxy beside it. */
    private static final Set<String> DROPPED = Set.of(
            "alt-svc",
            "clear-site-data",
            "expect-ct",
            "nel",
            "onion-location",
            "public-key-pins",
            "public-key-pins-report-only",
            "report-to",
            "reporting-endpoints",
            "server-timing",
            "service-worker-allowed",
            "set-cookie2",
            "strict-transport-security",
            "use-as-dictionary",
            "x-accel-buffering",
            "x-accel-charset",
            "x-accel-expires",
            "x-accel-limit-rate",
            "x-accel-redirect",
            "x-lighttpd-send-file",
            "x-reproxy-url",
            "x-sendfile");

    /** No longer true when a byte of the body is another (R16). */
    private static final Set<String> OF_THE_BODY = Set.of(
            "accept-ranges",
            "content-digest",
            "content-length",
            "content-md5",
            "digest",
            "etag",
            "repr-digest",
            "signature",
            "signature-input");

    private final FieldRewriter rewriter;
    private final OriginMap origins;

    public HeaderRules(RewriteRules rules) {
        this.rewriter = new FieldRewriter(rules);
        this.origins = rules.origins();
    }

    /**
     * The response that fields are of.
     *
     * @param url at the origin, absolute
     * @param path under which that origin lies on the mirror; empty for the root
     * @param changed whether its body was rewritten
     * @param policyHashes as {@link io.heliograph.rewrite.Rewritten#policyHashes} has them
     */
    public record Response(String url, String path, boolean changed, Map<String, Map<String, String>> policyHashes) {}

    /**
     * What the value of a field line is on a host.
     *
     * @param name in any case
     * @param value the bytes that came, one char for each; so is what is returned
     * @param base scheme and authority of the host that is asked
     * @return empty if the line is to be left out
     */
    public String value(String name, String value, Response response, String base) {
        String field = name.toLowerCase(Locale.ROOT);
        if (DROPPED.contains(field) || response.changed() && OF_THE_BODY.contains(field)) {
            return "";
        }
        return switch (field) {
            case "location", "content-location", "sourcemap", "x-sourcemap", "x-pingback" ->
                on(rewriter.reference(value, response.url()), base);
            case "refresh" -> on(rewriter.refresh(value, response.url()), base);
            case "link" -> on(rewriter.links(value, response.url()), base);
            case "content-security-policy",
                    "content-security-policy-report-only",
                    "x-content-security-policy",
                    "x-webkit-csp" -> on(rewriter.policy(value, response.policyHashes()), base);
            case "permissions-policy", "permissions-policy-report-only" -> on(rewriter.permissions(value), base);
            case "access-control-allow-origin", "timing-allow-origin", "feature-policy", "x-frame-options" ->
                on(rewriter.origins(value), base);
            case "cross-origin-resource-policy" -> policy(value, base);
            case "speculation-rules" -> on(rewriter.literals(value), base);
            case "set-cookie" -> cookie(value, response.path());
            // Whatever scripts read of them: an address is one under any name.
            default -> value.contains("//") ? on(rewriter.literals(value), base) : value;
        };
    }

    /**
     * A policy about who may have a resource (Fetch, section 3.7). A site and its further servers are of one site in the world;
     * a host and its companions need not be, and where it is not certain that they are, they count as others.
     */
    private String policy(String value, String base) {
        String name = WebOrigin.parse(base).host();
        boolean one = origins.companions(base).values().stream().allMatch(companion -> {
            String other = WebOrigin.parse(companion).host();
            return other.equals(name) || other.endsWith("." + name) || name.endsWith("." + other);
        });
        return !one && value.strip().equalsIgnoreCase("same-site") ? "cross-origin" : value;
    }

    /** Hosts of the origin that a value still names. */
    public List<String> leaks(String value) {
        return rewriter.hostsIn(value);
    }

    /**
     * A cookie as the mirror may set it (RFC 6265, section 4.1): for the host that is asked alone, and below the path of
     * its origin. Empty if it cannot be set so: the prefix {@code __Host-} wants the path {@code /}.
     */
    private static String cookie(String value, String path) {
        List<String> kept = new ArrayList<>();
        boolean pathSeen = false;
        for (String part : value.split(";", -1)) {
            String attribute = part.strip().toLowerCase(Locale.ROOT);
            String name = attribute
                    .substring(0, Math.max(0, (attribute + "=").indexOf('=')))
                    .strip();
            if (kept.isEmpty()) {
                if (!path.isEmpty() && attribute.startsWith("__host-")) {
                    return "";
                }
                kept.add(part);
            } else if (name.equals("path") && !path.isEmpty()) {
                pathSeen = true;
                String own = part.substring((part + "=").indexOf('=') + (part.indexOf('=') < 0 ? 0 : 1))
                        .strip();
                kept.add(" Path=" + path + (own.startsWith("/") ? own : "/"));
            } else if (!name.equals("domain")) {
                kept.add(part);
            }
        }
        if (!path.isEmpty() && !pathSeen) {
            kept.add(" Path=" + path + "/");
        }
        return String.join(";", kept);
    }

    private static String on(Slotted value, String base) {
        return new String(value.on(base), StandardCharsets.ISO_8859_1);
    }
}
