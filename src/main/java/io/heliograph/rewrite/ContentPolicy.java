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

    private final List<String> hosts;
    private final Edits edits;
    /** Of each hash that changed, with its algorithm, the one on each host. */
    private final Map<String, Map<String, String>> hashes;

    ContentPolicy(OriginMap origins, List<String> hosts, Edits edits, Map<String, Map<String, String>> hashes) {
        this.origins = origins;
        this.bare = origins.withoutPaths();
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
        boolean host = false;
        boolean all = false;
        Set<Mount> wide = new LinkedHashSet<>();
        Set<Mount> named = new HashSet<>();
        int end = from;
        for (int i = skip(text, from, to); i < to; i = skip(text, end, to)) {
            end = wordEnd(text, i, to);
            String source = text.string(i, end).toLowerCase(Locale.ROOT);
            if (source.startsWith("'sha")) {
                hash(text, i, end);
            } else if (source.equals("https:") || !suffix(source).equals(NO_NAME)) {
                wide.addAll(map.mounts(source.equals("https:") ? "" : suffix(source)));
            } else if (source.equals("*")) {
                all = true;
            } else if (source.equals("'self'")) {
                // Of a document on a companion, that is the companion.
                host |= map.companions().isEmpty();
            } else if (hosts.contains(source)) {
                host = true;
            } else if (!source.startsWith("'")) {
                host |= source(text, i, source, map, named);
            }
        }
        boolean known = host;
        wide.removeIf(mount -> named.contains(mount) || known && !mount.hasCompanions());
        if (!wide.isEmpty() && !all) {
            edits.replace(text, end, end, out -> allow(out, wide));
        }
    }

    /** Allows where some origins are found: the host that is asked, and companions. */
    private static void allow(SlottedWriter out, Set<Mount> mounts) {
        if (mounts.stream().anyMatch(mount -> !mount.hasCompanions())) {
            out.ascii(' ').slot(Slot.HOST);
        }
        mounts.stream()
                .filter(Mount::hasCompanions)
                .forEach(mount ->
                        out.ascii(' ').mark(mount.open(Beside.Part.URL)).raw(mount.isPrefixed() ? "/" : ""));
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

    /**
     * Rewrites a host; returns whether the whole host that is asked is allowed by it now.
     *
     * @param named takes the place whose whole host the policy names
     */
    private boolean source(Text text, int from, String source, OriginMap map, Set<Mount> named) {
        Mount rewritten = map.mountAt(source, hosts);
        if (rewritten != null) {
            named.add(rewritten);
            return false;
        }
        int colon = source.indexOf("://");
        String scheme = colon < 0 ? origins.origin().scheme() : source.substring(0, colon);
        int authority = colon < 0 ? 0 : colon + 3;
        int path = authority;
        while (path < source.length() && "/?#".indexOf(source.charAt(path)) < 0) {
            path++;
        }
        String written = source.substring(authority, path);
        String exact = written.endsWith(":*") ? written.substring(0, written.length() - 2) : written;
        Mapped mapped = Mapped.isKnown(scheme) ? Mapped.find(map, scheme, exact) : null;
        if (mapped == null) {
            return false;
        }
        boolean bare = path == source.length();
        if (bare) {
            named.add(mapped.mount());
        }
        edits.replace(text, from, from + path, out -> {
            mapped.writeUrl(out, scheme);
            // A path that ends with a slash allows all below it.
            out.raw(bare && mapped.mount().isPrefixed() ? "/" : "");
        });
        return bare && mapped.mount().isRoot();
    }

    /** What the names end with that a source such as {@code *.example.org} allows; no name's end if it is none such. */
    private static String suffix(String source) {
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
