package io.heliograph.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that stand alone, without a scheme or slashes: strings of scripts and JSON that are a host and nothing else, and
 * the domains of cookies that scripts set. A script puts URLs together of them, or asks whether it is at home.
 */
final class BareHosts {

    private static final int LONGEST = 300;

    /** What a host is wanted for. */
    enum Use {
        /** A name without a port, as {@code location.hostname} has it. */
        NAME,
        /** To compare it with {@code host} or {@code origin}, which have no path. */
        COMPARED,
        /** Whatever else: likely for a URL. */
        ANY
    }

    private final OriginMap origins;
    private final Edits edits;
    /** Names of which the site's own is a part: cookies may be set for these, too. */
    private final List<String> parents;

    BareHosts(OriginMap origins, Edits edits) {
        this.origins = origins;
        this.edits = edits;
        this.parents = origins.parents();
    }

    /** Whether a text may be a host alone; cheap, because nearly none is. */
    static boolean mayBeHost(Text text) {
        int length = text.length();
        if (length < 4 || length > LONGEST) {
            return false;
        }
        boolean dot = false;
        for (int i = 0; i < length; i++) {
            int c = text.at(i);
            boolean word = (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || c >= 0x80;
            if (!word && c != '.' && c != '-' && c != ':' && c != '[' && c != ']') {
                return false;
            }
            dot |= c == '.' || c == ':' || c == '[';
        }
        return dot;
    }

    /** Rewrites a text that is a mapped host and nothing else; returns whether it is one. */
    boolean rewrite(Text text, Use use) {
        if (!mayBeHost(text)) {
            return false;
        }
        boolean dotted = text.at(0) == '.';
        String authority = text.string(dotted ? 1 : 0, text.length());
        if (use == Use.NAME && isOwnName(authority)) {
            edits.replace(text, 0, text.length(), w -> w.slot(Slot.NAME));
            return true;
        }
        Mapped mapped = dotted ? null : find(authority);
        if (mapped == null) {
            return false;
        }
        edits.replace(text, 0, text.length(), use == Use.ANY ? mapped::writeAuthority : mapped::writeBareAuthority);
        return true;
    }

    /**
     * Rewrites a text that is the site's own host and nothing else, such as a name in a table of hosts; returns whether it
     * is. All others together would have one name where a host has one for all.
     */
    boolean own(Text text) {
        Mapped mapped = mayBeHost(text) ? find(text.string(0, text.length())) : null;
        return mapped != null && mapped.mount().isRoot() && rewrite(text, Use.NAME);
    }

    /**
     * Rewrites a text that is a mapped host, or a name above that of the site, to be found in URLs as they are on the mirror;
     * returns whether it is one.
     */
    boolean contained(Text text) {
        if (!mayBeHost(text)) {
            return false;
        }
        Mapped mapped = find(text.string(0, text.length()));
        if (mapped != null) {
            edits.replace(text, 0, text.length(), mapped::writeAuthority);
            return true;
        }
        String name = WebOrigin.name(text.string(text.at(0) == '.' ? 1 : 0, text.length()));
        if (parents.contains(name)) {
            edits.replace(text, 0, text.length(), w -> w.slot(Slot.NAME));
            return true;
        }
        return false;
    }

    /** Rewrites a mapped host with which a text begins that goes on with a path; returns whether it does. */
    boolean start(Text text) {
        int end = 0;
        while (end < text.length() && end < LONGEST && "/?#".indexOf(text.at(end)) < 0) {
            end++;
        }
        Mapped mapped = mayBeHost(text.part(0, end)) ? find(text.string(0, end)) : null;
        if (mapped != null) {
            edits.replace(text, 0, end, mapped::writeAuthority);
        }
        return mapped != null;
    }

    private @Nullable Mapped find(String authority) {
        String own = origins.origin().scheme();
        Mapped mapped = Mapped.find(origins, own, authority);
        return mapped != null ? mapped : Mapped.find(origins, own.equals("http") ? "https" : "http", authority);
    }

    /** Whether a name without a port is a mapped one that lies on the host that is asked, or one that the own is below. */
    private boolean isOwnName(String name) {
        if (WebOrigin.port(name) != WebOrigin.NO_PORT) {
            return false;
        }
        String plain = WebOrigin.name(name);
        return origins.isLocal(plain) || parents.contains(plain);
    }

    /** Rewrites the domains in a text that sets cookies (RFC 6265, section 4.1.1). */
    void cookies(Text text) {
        int length = text.length();
        for (int i = text.find(';', 0, length); i < length; i = text.find(';', i, length)) {
            i++;
            while (text.at(i) == ' ') {
                i++;
            }
            if (!text.has(i, "domain=")) {
                continue;
            }
            int from = i + 7;
            int end = from;
            while (end < length && text.at(end) > ' ' && text.at(end) != ';') {
                end++;
            }
            String name = text.string(text.at(from) == '.' ? from + 1 : from, end);
            if (isOwnName(name)) {
                edits.replace(text, from, end, w -> w.slot(Slot.NAME));
            }
        }
    }

    /** Rewrites a text that is a mapped origin and nothing else, to compare it with one: without a path. */
    boolean origin(Text text) {
        int colon = text.find(':', 0, Math.min(6, text.length()));
        if (!text.has(colon, "://") || text.length() > LONGEST || !mayBeHost(text.part(colon + 3, text.length()))) {
            return false;
        }
        String scheme = text.part(0, colon).lowered();
        Mapped mapped =
                Mapped.isKnown(scheme) ? Mapped.find(origins, scheme, text.string(colon + 3, text.length())) : null;
        if (mapped == null || !mapped.mount().isPrefixed()) {
            return false;
        }
        edits.replace(text, 0, text.length(), w -> {
            mapped.writeScheme(w, scheme);
            w.raw("://");
            mapped.writeBareAuthority(w);
        });
        return true;
    }
}
