package io.heliograph.rewrite;

/**
 * Rewrites HLS playlists (RFC 8216 and its successor) and other M3U: lines that are URIs, and whatever attribute of
 * whatever tag holds one.
 */
final class PlaylistRewriter {

    private final References references;
    private final BareHosts hosts;
    private final BaseUrl base;

    PlaylistRewriter(References references, Literals literals, BaseUrl base) {
        this.references = references;
        this.hosts = literals.hosts();
        this.base = base;
    }

    void rewrite(Text text) {
        int i = text.has(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.at(end) != '\n' && text.at(end) != '\r') {
                end++;
            }
            if (text.at(i) != '#') {
                references.rewrite(text, i, end, base);
            } else if (text.has(i, "#ext")) {
                attributes(text, i, end);
            }
            i = end + 1;
        }
    }

    /** Values in quotes after a name and an equals sign: attribute lists (section 4.2), and those of IPTV lists. */
    private void attributes(Text text, int from, int to) {
        int i = text.find(':', from, to) + 1;
        while (i < to) {
            int quote = text.find('"', i, to);
            if (quote == to) {
                return;
            }
            int end = text.find('"', quote + 1, to);
            if (text.at(quote - 1) == '=') {
                value(text, name(text, i, quote - 1), quote + 1, end);
            }
            i = end + 1;
        }
    }

    private void value(Text text, String name, int from, int to) {
        boolean uri = name.equals("uri") || name.endsWith("-uri") || name.equals("x-asset-list");
        if (name.equals("value") && hosts.rewrite(text.part(from, to), BareHosts.Use.ANY)) {
            // A variable that stands for a host (section 4.4.2.3 of RFC 8216's successor).
            return;
        }
        // Every other value may be a URL too, such as that of a variable, but none that is relative.
        references.rewrite(text, from, to, uri ? base : BaseUrl.unknown(references.origins()));
    }

    private static String name(Text text, int from, int equals) {
        int start = equals;
        while (start > from && text.at(start - 1) != ',' && text.at(start - 1) > ' ') {
            start--;
        }
        StringBuilder name = new StringBuilder();
        for (int i = start; i < equals; i++) {
            name.append((char) text.lower(i));
        }
        return name.toString();
    }
}
