package io.heliograph.server;

import io.heliograph.http.Authority;
import io.heliograph.http.BadRequest;
import io.heliograph.http.RequestTarget;
import io.heliograph.server.Rejection.Reason;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at each request before anything else does, in this order: exactly one valid host (400), a host of ours (421), a
 * method that we know (405), a target that is the path of a site (400). The framing has been judged by the decoder
 * before, all but unknown transfer codings.
 */
final class FirstFilter {

    /** The methods that a site answers, as the {@code Allow} field lists them. */
    static final String METHODS = "GET, HEAD, OPTIONS";

    static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Admission OTHER_HOST =
            reject(400, Reason.TARGET, "the request target and the Host field name different hosts");

    private final HostTable hosts;
    private final Map<String, SiteFront> fronts;
    private final TrustedPeers trusted;

    /**
     * A filter.
     *
     * @param fronts of the sites that are not all ours
     */
    FirstFilter(HostTable hosts, Map<String, SiteFront> fronts, TrustedPeers trusted) {
        this.hosts = hosts;
        this.fronts = fronts;
        this.trusted = trusted;
    }

    Admission admit(HttpServerRequest request) {
        // The decoder lets a field line without a name pass (RFC 9112, section 5).
        if (request.headers().contains("")) {
            return reject(400, Reason.FRAMING, "a field has no name");
        }
        // The decoder takes a coding that it does not know for no body at all, and chunked twice for once (RFC 9112,
        // section 6.1).
        List<String> codings = request.headers().getAll("transfer-encoding");
        if (codings.size() > 1 || codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked")) {
            return reject(400, Reason.FRAMING, "the only transfer coding that is understood is chunked, once");
        }
        String authority;
        try {
            authority = Authority.parse(hostField(request));
        } catch (BadRequest e) {
            return reject(400, Reason.HOST, e.rule());
        }
        TrustedPeers.Asked asked = trusted.forwarded(request, authority);
        Optional<SiteHost> host = hosts.find(asked.authority(), asked.scheme());
        if (host.isEmpty()) {
            return isOurs(request.uri())
                    ? OTHER_HOST
                    : reject(421, Reason.UNKNOWN_HOST, "this gateway does not serve the host that was asked for");
        }
        SiteFront front = fronts.getOrDefault(host.get().site(), SiteFront.OURS);
        if (!front.knows(request.method().name())) {
            return new Admission.Rejected(Rejection.method(front.mirror() == null ? METHODS : front.allow()));
        }
        try {
            RequestTarget target = RequestTarget.parse(request.uri());
            if (!target.authority().isEmpty() && !isSame(target.authority(), authority)) {
                return OTHER_HOST;
            }
            // A trusted proxy has said the scheme, and writes the target for its own connection.
            if (!target.scheme().isEmpty()
                    && asked.scheme().isEmpty()
                    && !target.scheme().equals(host.get().host().scheme())) {
                return reject(400, Reason.TARGET, "the request target names another scheme than that of the host");
            }
            if (target.path().equals("*") && !request.method().name().equals("OPTIONS")) {
                return reject(400, Reason.TARGET, "the target * is for OPTIONS alone");
            }
            return new Admission.Admitted(host.get(), front, target);
        } catch (BadRequest e) {
            return reject(400, Reason.TARGET, e.rule());
        }
    }

    /** Whether a target is in absolute form and names a host of ours. */
    private boolean isOurs(String target) {
        try {
            return hosts.find(RequestTarget.parse(target).authority(), "").isPresent();
        } catch (BadRequest e) {
            return false;
        }
    }

    /** Whether two authorities are equal or, written with and without the scheme's own port, mean one host. */
    private boolean isSame(String one, String other) {
        return one.equals(other)
                || hosts.find(one, "").isPresent() && hosts.find(one, "").equals(hosts.find(other, ""));
    }

    /** The one host that the request names (RFC 9112, section 3.2; RFC 9113, section 8.3.1). */
    private static String hostField(HttpServerRequest request) throws BadRequest {
        List<String> fields = request.headers().getAll("host");
        if (request.version() == HttpVersion.HTTP_2) {
            String authority = request.authority() == null
                    ? ""
                    : request.authority().toString().toLowerCase(Locale.ROOT);
            if (authority.isEmpty()
                    || fields.size() > 1
                    || fields.size() == 1 && !fields.get(0).equals(authority)) {
                throw new BadRequest("exactly one authority is needed");
            }
            return authority;
        }
        if (fields.size() != 1) {
            throw new BadRequest("exactly one Host field is needed");
        }
        return fields.get(0);
    }

    private static Admission reject(int status, Reason reason, String explanation) {
        return new Admission.Rejected(new Rejection(status, reason, explanation));
    }
}
