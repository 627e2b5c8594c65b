package io.heliograph.rewrite;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A content security policy, in a field or a meta element (CSP Level 3, section 2.2): what it allows of the mapped
 * origins it allows on the mirror, what it wants to be told is told to nobody, and the hashes of inline blocks that were
 * changed are made anew. Nonces stay.
 */
final class ContentPolicy {

    private static final String NO_NAME = "*";

    private final OriginMap origins;
    /** For what is about ancestors, of which only the origin is known. */
    private final OriginMap bare;

    private final Mapped root;
    private final List<String> hosts;
    private final Edits edits;
    /** Of each hash that changed, with its algorithm, the one on each host. */
    private final Map<String, Map<String, String>> hashes;

    ContentPolicy(OriginMap origins, List<String> hosts, Edits edits, Map<String, Map<String, String>> hashes) {
        this.origins = origins;
        this.bare = origins.withoutPaths();
        this.root = new Mapped(origins.root());
        this.hosts = hosts;
        this.edits = edits;
        this.hashes = hashes;
    }

    /** Rewrites a policy, or a list of them with commas between. */
    void rewrite(Text text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            int c = text.at(i);
            if (c == ';' || c == ',' || c < 0) {
                directive(text, from, i);
                from = i + 1;
            }
        }
    }

    private void directive(Text text, int from, int to) {
        int start = skip(text, from, to);
        int nameEnd = wordEnd(text, start, to);
        String name = text.latin(start, nameEnd).toLowerCase(Locale.ROOT);
        switch (name) {
            case "report-uri", "report-to" -> edits.replace(text, start, to, out -> {});
            case "upgrade-insecure-requests" -> onHttps(text, start, to);
            case "sandbox", "require-trusted-types-for", "trusted-types", "plugin-types", "" -> {}
            case "frame-ancestors" -> sources(text, nameEnd, to, bare);
            default -> sources(text, nameEnd, to, origins);
        }
    }

    /** On a host without https, everything would be asked for where nothing is. */
    private void onHttps(Text text, int from, int to) {
        String directive = text.latin(from, to);
        edits.replace(
                text,
                from,
                to,
                out -> hosts.stream()
                        .filter(host -> host.startsWith("https:"))
                        .forEach(host ->
                                out.begin(HostCondition.on(host)).raw(directive).end()));
    }

    private void sources(Text text, int from, int to, OriginMap map) {
        Allowed web = new Allowed("https");
        Allowed sockets = new Allowed("wss");
        boolean all = false;
        int end = from;
        for (int i = skip(text, from, to); i < to; i = skip(text, end, to)) {
            end = wordEnd(text, i, to);
            String source = text.string(i, end).toLowerCase(Locale.ROOT);
            boolean socket = source.startsWith("ws:") || source.startsWith("wss:");
            Allowed allowed = socket ? sockets : web;
            if (source.startsWith("'sha")) {
                hash(text, i, end);
            } else if (source.equals("https:") || source.equals("wss:")) {
                allowed.wide.addAll(map.mounts(""));
            } else if (!suffix(source).equals(NO_NAME)) {
                allowed.wide.addAll(map.mounts(suffix(source)));
            } else if (source.equals("*")) {
                all = true;
            } else if (source.equals("'self'")) {
                // Of a document on a companion, that is the companion.
                web.host |= map.companions().isEmpty();
                sockets.host |= map.companions().isEmpty();
            } else if (hosts.contains(socket ? "http" + source.substring(2) : source)) {
                allowed.host = true;
            } else if (!source.startsWith("'")) {
                source(text, i, source, map, allowed);
            }
        }
        if (!all) {
            web.append(text, end);
            sockets.append(text, end);
        }
    }

    /** What a directive allows of the mapped origins by one kind of scheme. */
    private final class Allowed {
        private final String scheme;
        /** By a name that only ends so, or by its scheme. */
        private final Set<Mount> wide = new LinkedHashSet<>();
        /** Whose whole host is named. */
        private final Set<Mount> named = new HashSet<>();
        /** Whether the whole host that is asked is allowed. */
        private boolean host;

        Allowed(String scheme) {
            this.scheme = scheme;
        }

        /** Allows where those origins are found that nothing else names: the host that is asked, and companions. */
        void append(Text text, int at) {
            wide.removeIf(mount -> named.contains(mount) || host && !mount.hasCompanions());
            if (!wide.isEmpty()) {
                edits.replace(text, at, at, this::write);
            }
        }

        private void write(SlottedWriter out) {
            if (wide.stream().anyMatch(mount -> !mount.hasCompanions())) {
                out.ascii(' ');
                root.writeUrl(out, scheme);
            }
            wide.stream().filter(Mount::hasCompanions).forEach(mount -> {
                out.ascii(' ');
                new Mapped(mount).writeUrl(out, scheme);
                out.raw(mount.isPrefixed() ? "/" : "");
            });
        }
    }

    private void hash(Text text, int from, int to) {
        int dash = text.find('-', from, to);
        String hash = text.latin(Math.min(dash + 1, to), Math.max(dash + 1, to - 1))
                .replace('-', '+')
                .replace('_', '/');
        Map<String, String> changed = hashes.get(text.latin(from + 1, dash) + '-' + hash);
        if (changed != null) {
            edits.replace(
                    text,
                    dash + 1,
                    to - 1,
                    out -> changed.forEach((host, other) ->
                            out.begin(HostCondition.on(host)).raw(other).end()));
        }
    }

    /** Rewrites a host. */
    private void source(Text text, int from, String source, OriginMap map, Allowed allowed) {
        Mount rewritten = map.mountAt(source.startsWith("ws") ? "http" + source.substring(2) : source, hosts);
        if (rewritten != null) {
            allowed.named.add(rewritten);
            return;
        }
        int colon = source.indexOf("://");
        String scheme = colon < 0 ? origins.origin().scheme() : source.substring(0, colon);
        int authority = colon < 0 ? 0 : colon + 3;
        int path = authority;
        while (path < source.length() && "/?#".indexOf(source.charAt(path)) < 0) {
            path++;
        }
        List<Mount> mounts = mounts(map, scheme, source.substring(authority, path));
        if (mounts.isEmpty()) {
            return;
        }
        boolean bare = path == source.length();
        if (bare) {
            allowed.named.addAll(mounts);
            allowed.host |= mounts.stream().anyMatch(Mount::isRoot);
        }
        int rest = from + path;
        int end = from + source.length();
        edits.replace(text, from, rest, out -> {
            for (int i = 0; i < mounts.size(); i++) {
                out.raw(i == 0 ? "" : bare ? " " : text.latin(rest, end) + ' ');
                new Mapped(mounts.get(i)).writeUrl(out, scheme);
                // A path that ends with a slash allows all below it.
                out.raw(bare && mounts.get(i).isPrefixed() ? "/" : "");
            }
        });
    }

    /** Where what a source names is found: one origin, or with {@code :*} all that its host has. */
    private static List<Mount> mounts(OriginMap map, String scheme, String authority) {
        if (!Mapped.isKnown(scheme)) {
            return List.of();
        }
        if (authority.endsWith(":*")) {
            return map.mountsOf(authority.substring(0, authority.length() - 2));
        }
        Mapped mapped = Mapped.find(map, scheme, authority);
        return mapped == null ? List.of() : List.of(mapped.mount());
    }

    /** What the names end with that a source such as {@code *.example.org} allows; no name's end if it is none such. */
    static String suffix(String source) {
        int colon = source.indexOf("://");
        String host = source.substring(colon < 0 ? 0 : colon + 3);
        if (!host.startsWith("*.")) {
            return NO_NAME;
        }
        int end = 1;
        while (end < host.length() && ":/".indexOf(host.charAt(end)) < 0) {
            end++;
        }
        return host.substring(1, end);
    }

    private static int skip(Text text, int from, int to) {
        int i = from;
        while (i < to && text.at(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static int wordEnd(Text text, int from, int to) {
        int i = from;
        while (i < to && text.at(i) > ' ') {
            i++;
        }
        return i;
    }
}
