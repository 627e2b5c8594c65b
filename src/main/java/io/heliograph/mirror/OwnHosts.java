package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.FieldLines;
import io.heliograph.rewrite.OriginMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hosts of a site and their companions, which to browsers are different origins; and what passes between them. */
final class OwnHosts {

    private static final String ORIGIN = "origin";

    private final OriginMap origins;
    private final String prefix;
    private final boolean strict;
    private final boolean reports;
    private final Set<String> bases = new HashSet<>();

    /**
     * The hosts of a site.
     *
     * @param hosts those that are beside companions
     * @param prefix under which our own endpoints are
     */
    OwnHosts(MirrorSettings settings, OriginMap origins, List<Host> hosts, String prefix) {
        this.origins = origins;
        this.prefix = prefix;
        strict = settings.strict();
        // Where all paths are the origin's there is no place for reports.
        reports = settings.reportsLeaks() && !prefix.isEmpty();
        for (Host host : hosts) {
            bases.add(host.base());
            bases.addAll(origins.companions(host.base()).values());
        }
    }

    /** Whether browsers are asked for reports. */
    boolean takesReports() {
        return reports;
    }

    /** The report-only policy of pages: loads from the host that is asked and from its companions; empty if there is none. */
    String policy(Host host) {
        if (!reports) {
            return "";
        }
        List<String> own = new ArrayList<>(origins.companions(host.base()).values());
        if (!own.isEmpty()) {
            own.add(0, host.base());
        }
        String sources = own.isEmpty() ? "" : " " + String.join(" ", own);
        return "default-src 'self'" + sources + " data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'self'"
                + sources + "; report-uri " + (own.isEmpty() ? "" : host.base()) + prefix + Mirror.REPORTS;
    }

    /** Whether scheme and authority are those of a host of the site, or of a companion. */
    boolean isOurs(String base, Host asked) {
        String lower = base.toLowerCase(Locale.ROOT);
        return lower.equals(asked.base())
                || bases.contains(lower)
                || origins.companions(asked.base()).containsValue(lower);
    }

    /** The URL of a page of ours without its query; empty if it is not on one of our hosts. */
    String ownPage(String url) {
        String page = url.split("[?#]", 2)[0];
        return bases.stream().anyMatch(base -> page.startsWith(base + "/")) ? page : "";
    }

    /**
     * The {@code Origin} of a page of ours, as the servers of the site know that page; empty if it is of no page that is
     * beside the host which is asked.
     */
    String known(FieldLines visitor, Host asked) {
        List<String> values = visitor.values(ORIGIN);
        if (values.size() != 1) {
            return "";
        }
        String known = origins.back(values.get(0).strip(), asked.base());
        return known.equals(values.get(0).strip()) ? "" : known;
    }

    /**
     * The fields of a GET or HEAD, with the {@code Origin} of a page of ours as the servers of the site know it. One that says
     * no more than what a question has anyway is left out, and so is that of others: so it makes no variants.
     *
     * @param usual what a question to that server has anyway; empty for nothing
     */
    FieldLines asked(MirrorRequest request, URI server, String usual) {
        FieldLines fields = request.fields();
        if (!fields.has(ORIGIN)) {
            return fields;
        }
        String known = known(fields, request.host());
        if (!strict && (known.isEmpty() || known.equals(usual) || known.equals(server.toString()))) {
            return fields.without(ORIGIN);
        }
        return known.isEmpty() ? fields : fields.with(ORIGIN, known);
    }

    /**
     * Whether a page of ours asks a server of the site, on another host than its own, what it may ask (Fetch, section
     * 4.8).
     */
    boolean isPreflight(MirrorRequest request, URI server) {
        String known = known(request.fields(), request.host());
        return request.method().equals("OPTIONS")
                && request.fields().has("access-control-request-method")
                && !known.isEmpty()
                && !known.equals(server.toString());
    }
}
