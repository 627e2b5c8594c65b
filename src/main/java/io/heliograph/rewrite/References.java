package io.heliograph.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * URLs and relative references in a text that are known to be such, as the URL Standard's parser reads them: white space
 * around them, tabs and line breaks within, backslashes for slashes, any number of slashes.
 *
 * <p>Of a URL that leads to a mapped origin, scheme and authority are replaced and nothing else. A relative reference is
 * changed only in a document whose origin lies under a path on the mirror.
 */
final class References {

    /** Schemes of calendars, feeds and podcasts. */
    private static final Names SUBSCRIBING = Names.of("webcal webcals feed itpc pcast podcast");

    private final OriginMap origins;
    private final Edits edits;
    private @Nullable Before before;

    References(OriginMap origins, Edits edits) {
        this.origins = origins;
        this.edits = edits;
    }

    OriginMap origins() {
        return origins;
    }

    /** Rewrites a whole text as one reference. */
    void rewrite(Text text, BaseUrl base) {
        rewrite(text, 0, text.length(), base);
    }

    /** Rewrites the reference that stands from one place to before another. */
    void rewrite(Text text, int from, int to, BaseUrl base) {
        int start = from;
        int end = to;
        while (start < end && text.at(start) <= ' ') {
            start++;
        }
        while (end > start && text.at(end - 1) <= ' ') {
            end--;
        }
        int colon = UrlSyntax.schemeEnd(text, start, end);
        if (colon < 0) {
            relative(text, start, end, base);
            return;
        }
        String scheme = UrlSyntax.letters(text, start, colon);
        if (!Mapped.isKnown(scheme)) {
            if (SUBSCRIBING.has(scheme)) {
                subscribed(text, colon + 1, end, base);
            }
            return;
        }
        int authority = UrlSyntax.afterSlashes(text, colon + 1, end);
        if (scheme.equals(base.scheme()) && UrlSyntax.slashes(text, colon + 1, end) < 2) {
            // Such as "https:page": relative in a document of this scheme, and the mirror may have the other one.
            if (base.mount() != null) {
                Mapped own = new Mapped(base.mount());
                edits.replace(text, start, colon, w -> own.writeScheme(w, scheme));
                relative(text, colon + 1, end, base);
            }
            return;
        }
        Mapped mapped = authority(text, authority, end, scheme);
        if (mapped != null) {
            int path = UrlSyntax.authorityEnd(text, authority, end);
            if (UrlSyntax.slashes(text, colon + 1, end) < 2) {
                // It would be relative in a document of the host's scheme.
                edits.replace(text, start, path, w -> mapped.writeUrl(w, scheme));
            } else {
                mapped.replace(edits, text, scheme, start, colon, authority, path);
            }
            afterAuthority(text, path, end, mapped.mount());
        }
    }

    /** What programs subscribe to: an authority, or a whole URL, after a scheme that only says which program. */
    private void subscribed(Text text, int from, int to, BaseUrl base) {
        if (UrlSyntax.slashes(text, from, to) >= 2) {
            relative(text, from, to, base);
        } else if (text.has(from, "http")) {
            rewrite(text, from, to, base);
        }
    }

    private void relative(Text text, int from, int to, BaseUrl base) {
        int start = UrlSyntax.skip(text, from, to);
        int slashes = UrlSyntax.slashes(text, start, to);
        if (slashes >= 2) {
            int authority = UrlSyntax.afterSlashes(text, start, to);
            Mapped mapped = authority(text, authority, to, base.scheme());
            if (mapped != null) {
                int path = UrlSyntax.authorityEnd(text, authority, to);
                edits.replace(text, authority, path, mapped::writeAuthority);
                afterAuthority(text, path, to, mapped.mount());
            }
            return;
        }
        Mount mount = base.mount();
        int c = start < to ? text.at(start) : -1;
        if (mount == null || !mount.isPrefixed() || c < 0 || c == '?' || c == '#') {
            return;
        }
        if (slashes == 0) {
            clampDots(text, start, to, base.depth());
        } else if (!isUnder(text, start, to, mount.path())) {
            edits.replace(text, start, start, mount::writePath);
            clampDots(text, start + 1, to, 0);
        }
    }

    /** A root-relative reference of this page that is known to lead to the mount already, because it was rewritten once. */
    private static boolean isUnder(Text text, int from, int to, String path) {
        for (int i = 0; i < path.length(); i++) {
            if (from + i >= to || text.at(from + i) != path.charAt(i)) {
                return false;
            }
        }
        int next = from + path.length();
        return next >= to || "/\\?#".indexOf(text.at(next)) >= 0;
    }

    private void afterAuthority(Text text, int path, int to, Mount mount) {
        if (!mount.isPrefixed()) {
            return;
        }
        int c = path < to ? text.at(path) : -1;
        if (c == '/' || c == '\\') {
            clampDots(text, path + 1, to, 0);
        } else {
            // Without it, what is relative in that document would be looked for one level too high.
            edits.insert(text, path, "/");
        }
    }

    /** Keeps dot segments from leading above an origin's root, which on the mirror is not the root. */
    private void clampDots(Text text, int from, int to, int depthBefore) {
        int depth = depthBefore;
        int start = from;
        for (int i = from; i <= to; i++) {
            int c = i < to ? text.at(i) : '?';
            boolean last = c == '?' || c == '#';
            if (c != '/' && c != '\\' && !last) {
                continue;
            }
            int dots = dots(text, start, i);
            if (dots == 2 && depth == 0) {
                edits.replace(text, start, i, w -> w.ascii('.'));
            } else if (dots == 2) {
                depth--;
            } else if (dots == 0) {
                depth++;
            }
            start = i + 1;
            if (last) {
                return;
            }
        }
    }

    /** 1 for a segment {@code .}, 2 for {@code ..}, in any spelling; else 0. */
    private static int dots(Text text, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; i++) {
            if (text.has(i, "%2e") && i + 3 <= to) {
                i += 2;
            } else if (text.at(i) != '.' && !UrlSyntax.isIgnored(text.at(i))) {
                return 0;
            } else if (text.at(i) != '.') {
                continue;
            }
            dots++;
        }
        return dots <= 2 ? dots : 0;
    }

    /**
     * Makes a reference absolute at the origin, for what has to name the origin on every host. One that is absolute
     * already stays as it is.
     */
    void keepAtOrigin(Text text, BaseUrl base) {
        int start = 0;
        int end = text.length();
        while (start < end && text.at(start) <= ' ') {
            start++;
        }
        int slashes = UrlSyntax.slashes(text, start, end);
        if (start == end
                || UrlSyntax.schemeEnd(text, start, end) >= 0
                || base.url().isEmpty()) {
            return;
        }
        Before before = before(base);
        if (slashes >= 2) {
            edits.insert(text, start, before.scheme());
        } else if (slashes == 1) {
            edits.insert(text, start, before.root());
        } else if (text.at(start) != '#') {
            edits.insert(text, start, text.at(start) == '?' ? before.page() : before.directory());
        }
    }

    /** What makes references absolute, by how they begin. One for all that a document has, for it may be long. */
    private record Before(BaseUrl base, String scheme, String root, String directory, String page) {

        static Before of(BaseUrl base) {
            String directory = base.directory();
            return new Before(
                    base,
                    base.scheme() + ":",
                    directory.substring(0, directory.indexOf('/', directory.indexOf("://") + 3)),
                    escaped(directory),
                    escaped(base.resolve("?").replace("?", "")));
        }

        private static String escaped(String url) {
            return url.replace("&", "&amp;").replace("\"", "%22").replace("'", "%27");
        }
    }

    private Before before(BaseUrl base) {
        Before known = before;
        if (known == null || !known.base().equals(base)) {
            known = Before.of(base);
            before = known;
        }
        return known;
    }

    /** The mapped origin that an authority names; null if it is none, or has a user name in it. */
    @Nullable Mapped authority(Text text, int from, int to, String scheme) {
        int end = UrlSyntax.authorityEnd(text, from, to);
        return end == from || text.find('@', from, end) < end
                ? null
                : Mapped.find(origins, scheme, UrlSyntax.plain(text, from, end));
    }
}
