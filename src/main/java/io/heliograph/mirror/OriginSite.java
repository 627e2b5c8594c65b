package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.BadRequest;
import io.heliograph.http.FieldLines;
import io.heliograph.http.MediaType;
import io.heliograph.http.RequestTarget;
import io.heliograph.http.StoredResponse;
import io.heliograph.rewrite.Integrity;
import io.heliograph.rewrite.Mount;
import io.heliograph.rewrite.OriginMap;
import io.heliograph.rewrite.Original;
import io.heliograph.rewrite.RewriteRules;
import io.heliograph.rewrite.Rewriter;
import io.heliograph.rewrite.Rewritten;
import io.heliograph.rewrite.Syntax;
import io.heliograph.rewrite.WebOrigin;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a site's requests find their origin, and how what comes from there is made to lead back to our hosts. */
final class OriginSite {

    private final OriginMap origins;
    /** By their own texts: to read one costs more than the rest of a hit. */
    private final Map<String, URI> servers = new HashMap<>();

    private final Rewriter rewriter;
    private final HeaderRules rules;
    private final QueryRules queries;
    private final String prefix;
    private final boolean strict;
    private final Set<String> cookies;
    private final OwnHosts own;
    private final boolean hasCompanions;

    /**
     * The rewriting of a site.
     *
     * @param prefix under which our own endpoints, and the further servers of the site, are found
     * @param hosts of the site
     */
    OriginSite(MirrorSettings settings, String prefix, List<Host> hosts) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(Mount.root(settings.origin().toString()));
        for (MirroredServer server : settings.also()) {
            mounts.add(Mount.beside(
                    prefix,
                    server.url().toString(),
                    server.basesBeside(hosts),
                    server.companions().size() >= hosts.size()));
            servers.put(server.url().toString(), server.url());
        }
        origins = new OriginMap(mounts);
        servers.put(origins.origin().toString(), URI.create(origins.origin().toString()));
        RewriteRules what = new RewriteRules(
                origins,
                hosts.stream().map(Host::base).toList(),
                settings.canonicalHost() ? RewriteRules.Canonical.HOST : RewriteRules.Canonical.ORIGIN);
        rewriter = new Rewriter(what);
        rules = new HeaderRules(what);
        this.prefix = prefix;
        strict = settings.strict();
        cookies = settings.cookies();
        hasCompanions =
                settings.also().stream().anyMatch(server -> !server.companions().isEmpty());
        own = new OwnHosts(settings, origins, hosts, prefix);
        queries = new QueryRules(settings.dropped());
    }

    /** Where at the origin a request leads. */
    CacheKey route(MirrorRequest request) {
        return route(request.server(), request.path(), request.query());
    }

    private CacheKey route(String server, String path, String query) {
        if (server.isEmpty()) {
            return route(path, query);
        }
        String passed = queries.apply(query);
        return key(server + (passed.isEmpty() ? path : path + "?" + passed));
    }

    /**
     * Where at the origin a path and query of ours lead.
     *
     * @param path normalised
     */
    CacheKey route(String path, String query) {
        String passed = queries.apply(query);
        return key(origins.target(passed.isEmpty() ? path : path + "?" + passed));
    }

    /** Whether a request is for a place of the further servers, and for none of them (R2). */
    boolean isNowhere(MirrorRequest request) {
        String path = request.path();
        return request.server().isEmpty()
                && !prefix.isEmpty()
                && path.startsWith(prefix + "/o/")
                && origins.target(path).equals(origins.origin() + path);
    }

    /**
     * What a visitor says to a server. Browsers send what they know for one host to all of its paths, and so what was for
     * the site's own server to the further ones that are mounted below a path of it, which are not meant to see it (R3).
     */
    FieldLines meantFor(CacheKey key, MirrorRequest request) {
        FieldLines visitor = request.fields();
        if (strict
                || isOwn(key)
                || !request.server().isEmpty()
                || !request.path().startsWith(prefix + "/o/")) {
            return visitor;
        }
        // A token that a script sends is meant, what a browser knows by heart is not (RFC 9110, section 11.6.2).
        boolean meant = visitor.value("authorization").regionMatches(true, 0, "bearer ", 0, 7);
        return meant ? visitor.without("cookie") : visitor.without("cookie", "authorization");
    }

    /** The URL at a companion, for a request to a path of its host that stands for its server where there is none. */
    Optional<String> moved(MirrorRequest request) {
        return hasCompanions && request.server().isEmpty()
                ? origins.moved(
                        request.query().isEmpty() ? request.path() : request.path() + "?" + request.query(),
                        request.host().base())
                : Optional.empty();
    }

    /** The hosts of the site and their companions. */
    OwnHosts own() {
        return own;
    }

    /** The servers that the site comes from, its own and the further ones. */
    Collection<URI> servers() {
        return servers.values();
    }

    /** The resource of a URL at the origin; nothing if it is not one that is mirrored. */
    Optional<CacheKey> keyOf(String url) {
        String server = origins.originOf(url);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try {
            RequestTarget target = RequestTarget.parse(origins.targetOf(url));
            String passed = queries.apply(target.query());
            return Optional.of(key(server + target.path() + (passed.isEmpty() ? "" : "?" + passed)));
        } catch (BadRequest e) {
            return Optional.empty();
        }
    }

    private CacheKey key(String url) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        String server = slash < 0 ? url : url.substring(0, slash);
        URI known = servers.get(server);
        return new CacheKey(known == null ? URI.create(server) : known, slash < 0 ? "/" : url.substring(slash));
    }

    /** A document with the hosts of its own URLs open. Blocks. */
    Rewritten rewrite(CacheKey key, FieldLines response, byte[] body, Integrity integrity) {
        String type = response.value("content-type");
        List<String> policies = new ArrayList<>(response.values("content-security-policy"));
        policies.addAll(response.values("content-security-policy-report-only"));
        return rewriter.rewrite(new Original(body, key.toString(), type, true, policies), integrity);
    }

    /** Whether a resource is on the site's own server, and not on one of the further ones. */
    private boolean isOwn(CacheKey key) {
        return key.server().toString().equals(origins.origin().toString());
    }

    /** The fields of a response as a host has them. */
    FieldLines fields(CacheKey key, StoredResponse response, Content content, Host host) {
        boolean changed = content instanceof Content.Open;
        HeaderRules.Response about = new HeaderRules.Response(
                key.toString(),
                origins.pathOn(key.toString(), host.base()),
                changed,
                content instanceof Content.Open open ? open.policyHashes() : Map.of());
        List<FieldLines.Line> lines = new ArrayList<>();
        response.fields().forEach(line -> {
            String value = rules.value(line.name(), line.value(), about, host.base());
            if (passes(line)) {
                // To the letter, whatever is said of a stored response is said again (RFC 9111, section 3.1).
                String said = value.isEmpty() && strict && !changed ? line.value() : value;
                if (!said.isEmpty() || line.value().isEmpty()) {
                    lines.add(new FieldLines.Line(line.name(), said));
                }
            }
        });
        if (own.takesReports()
                && MediaType.bare(response.fields().value("content-type")).equals("text/html")) {
            lines.add(new FieldLines.Line("content-security-policy-report-only", own.policy(host)));
        }
        return FieldLines.of(lines);
    }

    /**
     * What a request that may change something says of the page it comes from, as a page of the origin's own would say it:
     * where our pages are others to the origin, it takes their forms for forged (Fetch, section 3.2).
     *
     * @param fields for the origin
     * @param visitor the fields that the visitor sent
     */
    FieldLines asOfItsPages(FieldLines fields, FieldLines visitor, Host asked) {
        Optional<CacheKey> page = pageOf(visitor.value("referer"), asked);
        FieldLines said =
                page.map(key -> fields.with("referer", key.toString())).orElse(fields);
        List<String> from = visitor.values("origin");
        if (from.size() != 1 || !own.isOurs(from.get(0), asked)) {
            return said;
        }
        String known = own.known(visitor, asked);
        return said.with(
                "origin",
                page.map(key -> key.server().toString())
                        .orElse(known.isEmpty() ? origins.origin().toString() : known));
    }

    /** The page at the origin that a URL of ours shows; nothing if it is not one of ours. */
    private Optional<CacheKey> pageOf(String url, Host asked) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        String base = slash < 0 ? url : url.substring(0, slash);
        if (url.isEmpty() || !own.isOurs(base, asked)) {
            return Optional.empty();
        }
        String server = origins.serverOf(base, asked.base());
        try {
            RequestTarget target = RequestTarget.parse(slash < 0 ? "/" : url.substring(slash));
            return Optional.of(route(server, target.path(), target.query()));
        } catch (BadRequest e) {
            return Optional.empty();
        }
    }

    /** The host of a URL that leads to a server of the site; empty if it does not. */
    String mappedHost(String url) {
        return origins.isMapped(url) ? WebOrigin.parse(url).host() : "";
    }

    /** Early hints as a host has them: links to what a page will need, and nothing else (RFC 8297). */
    FieldLines hints(CacheKey key, FieldLines hints, Host host) {
        HeaderRules.Response about = new HeaderRules.Response(key.toString(), "", false, Map.of());
        List<FieldLines.Line> lines = new ArrayList<>();
        hints.forEach(line -> {
            if (strict || line.name().equals("link")) {
                lines.add(new FieldLines.Line(line.name(), rules.value(line.name(), line.value(), about, host.base())));
            }
        });
        return FieldLines.of(lines);
    }

    /** Whether a cookie may be set (R8). */
    private boolean passes(FieldLines.Line line) {
        if (strict || !line.name().equals("set-cookie")) {
            return true;
        }
        int equals = line.value().indexOf('=');
        return equals > 0 && cookies.contains(line.value().substring(0, equals).strip());
    }

    /** How a document is read, for those who count. */
    static Syntax syntax(CacheKey key, FieldLines response, byte[] body) {
        return Syntax.of(response.value("content-type"), key.target(), body);
    }
}
