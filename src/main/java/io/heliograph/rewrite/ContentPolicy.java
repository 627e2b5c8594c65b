package io.heliograph.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A content security policy, in a field or a meta element (CSP Level 3, section 2.2): what it allows of the mapped
 * origins it allows on the mirror, what it wants to be told is told to nobody, and the hashes of inline blocks that were
 * changed are made anew. Nonces stay.
 */
final class ContentPolicy {

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
        boolean wide = false;
        int end = from;
        for (int i = skip(text, from, to); i < to; i = skip(text, end, to)) {
            end = wordEnd(text, i, to);
            String source = text.string(i, end).toLowerCase(Locale.ROOT);
            if (source.startsWith("'sha")) {
                hash(text, i, end);
            } else if (source.equals("https:") || isWildcardForOne(source)) {
                wide = true;
            } else if (source.equals("'self'") || source.equals("*") || hosts.contains(source)) {
                host = true;
            } else if (!source.startsWith("'")) {
                host |= source(text, i, source, map);
            }
        }
        if (wide && !host) {
            edits.replace(text, end, end, out -> out.ascii(' ').slot(Slot.HOST));
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

    /** Rewrites a host; returns whether the whole host that is asked is allowed by it now. */
    private boolean source(Text text, int from, String source, OriginMap map) {
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
        edits.replace(text, from, from + path, out -> {
            mapped.writeUrl(out, scheme);
            // A path that ends with a slash allows all below it.
            out.raw(bare && mapped.mount().isPrefixed() ? "/" : "");
        });
        return bare && mapped.mount().path().isEmpty();
    }

    /** Whether a source such as {@code *.example.org} allows a mapped origin. */
    private boolean isWildcardForOne(String source) {
        int colon = source.indexOf("://");
        String host = source.substring(colon < 0 ? 0 : colon + 3);
        if (!host.startsWith("*.")) {
            return false;
        }
        int end = 1;
        while (end < host.length() && ":/".indexOf(host.charAt(end)) < 0) {
            end++;
        }
        String suffix = host.substring(1, end);
        return origins.hosts().stream().anyMatch(name -> name.endsWith(suffix));
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
