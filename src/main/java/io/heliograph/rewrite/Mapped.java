package io.heliograph.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * The authority of a URL that leads to a mapped origin, and what is written in its place.
 *
 * @param mount where that origin is found
 */
record Mapped(Mount mount) {

    /** Whether a scheme, in small letters, is one of those that lead to an origin. */
    static boolean isKnown(String scheme) {
        return scheme.equals("https") || scheme.equals("http") || isSocket(scheme);
    }

    private static boolean isSocket(String scheme) {
        return scheme.equals("wss") || scheme.equals("ws");
    }

    /** Looks up an authority as it is written in a URL of a known scheme; null if it is not mapped. */
    static @Nullable Mapped find(OriginMap origins, String scheme, String authority) {
        int port = WebOrigin.port(authority);
        String host = port == WebOrigin.NO_PORT ? authority : authority.substring(0, authority.lastIndexOf(':'));
        String name = WebOrigin.name(host);
        if (name.isEmpty() || port == WebOrigin.BAD_PORT) {
            return null;
        }
        String web = scheme.equals("wss") ? "https" : scheme.equals("ws") ? "http" : scheme;
        Mount mount = origins.mount(web, name, port <= 0 ? WebOrigin.defaultPort(web) : port);
        return mount == null ? null : new Mapped(mount);
    }

    /**
     * Replaces scheme and authority of a URL. What stands between them stays, in whatever escapes it is written.
     *
     * @param scheme in small letters; it ends before {@code schemeEnd}
     */
    void replace(Edits edits, Text text, String scheme, int from, int schemeEnd, int authority, int authorityEnd) {
        boolean plain = authority == schemeEnd + 3 && text.place(authority) == text.place(schemeEnd) + 3;
        if (plain && text.has(schemeEnd, "://")) {
            edits.replace(text, from, authorityEnd, w -> writeUrl(w, scheme));
        } else {
            edits.replace(text, from, schemeEnd, w -> writeScheme(w, scheme));
            edits.replace(text, authority, authorityEnd, this::writeAuthority);
        }
    }

    /** Writes what stands in place of scheme and authority. */
    void writeUrl(SlottedWriter out, String scheme) {
        if (isSocket(scheme)) {
            writeScheme(out, scheme);
            out.raw("://");
            writeAuthority(out);
        } else if (mount.hasCompanions()) {
            out.mark(mount.open(Beside.Part.URL));
        } else {
            out.slot(Slot.HOST).raw(mount.path());
        }
    }

    /** Writes what stands in place of a scheme alone. */
    void writeScheme(SlottedWriter out, String scheme) {
        if (mount.hasCompanions()) {
            out.mark(mount.open(isSocket(scheme) ? Beside.Part.SOCKET_SCHEME : Beside.Part.SCHEME));
        } else {
            out.slot(isSocket(scheme) ? Slot.SOCKET_SCHEME : Slot.SCHEME);
        }
    }

    /** Writes what stands in place of an authority that no path can follow. */
    void writeBareAuthority(SlottedWriter out) {
        new Mapped(mount.bare()).writeAuthority(out);
    }

    /** Writes what stands in place of an authority alone. */
    void writeAuthority(SlottedWriter out) {
        if (mount.hasCompanions()) {
            out.mark(mount.open(Beside.Part.AUTHORITY));
        } else {
            out.slot(Slot.AUTHORITY).raw(mount.path());
        }
    }
}
