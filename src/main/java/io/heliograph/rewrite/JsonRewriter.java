package io.heliograph.rewrite;

import io.heliograph.http.MediaType;

/**
 * Rewrites JSON: the URLs in its strings, names included, whether their slashes are escaped or not. It need not be valid.
 *
 * <p>What is relative stays, because nobody can tell it from other text; but in a manifest, an import map or speculation
 * rules, what begins with a slash or dots is a reference.
 */
final class JsonRewriter {

    private static final int LOOK = 1024;

    private final Rewriting run;
    private final BaseUrl base;
    private final boolean integrities;

    private int depth;
    /** Name of the member of the outermost object that this is in. */
    private String section = "";
    /** The string before this one. */
    private Text last = Text.EMPTY;
    /** Whether this is a JSON Feed, whose ids must not change. */
    private boolean feed;
    /** Whether the string before was the name of this one. */
    private boolean named;

    private final BareHosts hosts;

    /** For JSON of any kind. */
    JsonRewriter(Rewriting run) {
        this(run, run.unknownBase(), false);
    }

    /**
     * For JSON whose relative references are known.
     *
     * @param integrities whether a section of hashes may be in it, as in an import map
     */
    JsonRewriter(Rewriting run, BaseUrl base, boolean integrities) {
        this.run = run;
        this.base = base;
        this.integrities = integrities;
        this.hosts = run.literals().hosts();
    }

    void rewrite(Text text) {
        feed = MediaType.bare(run.original().contentType()).equals("application/feed+json")
                || text.latin(0, Math.min(text.length(), LOOK)).contains("jsonfeed.org");
        int i = 0;
        while (i < text.length()) {
            int c = text.at(i);
            if (c == '"') {
                int end = stringEnd(text, i + 1);
                string(unescaped(text.part(i + 1, end)), name(text, end));
                i = end;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            i++;
        }
    }

    private static boolean name(Text text, int stringEnd) {
        int i = stringEnd + 1;
        while (text.at(i) == ' ' || text.at(i) == '\t' || text.at(i) == '\n' || text.at(i) == '\r') {
            i++;
        }
        return text.at(i) == ':';
    }

    private void string(Text string, boolean name) {
        if (name && depth == 1) {
            section = string.latin(0, string.length());
        }
        if (integrities && section.equals("integrity") && depth == 2 && !name) {
            if (!new IntegrityRewriter(run).rewrite(string, base.resolve(last.string(0, last.length())))) {
                run.edits().replace(string, 0, string.length(), out -> {});
            }
        } else if (feed && !name && last.is(0, last.length(), "id")) {
            run.edits().keep(string, 0, string.length());
        } else if (!base.url().isEmpty() && isReference(string)) {
            run.references().rewrite(string, base);
        } else if (!BareHosts.mayBeHost(string) || !(name ? hosts.own(string) : named && host(string))) {
            run.literals().rewrite(string);
        }
        last = string;
        named = name;
    }

    /** A host whose name says that it is one: scripts put URLs together of it. */
    private boolean host(Text string) {
        String name = last.lowered();
        return name.endsWith("hostname")
                ? hosts.rewrite(string, BareHosts.Use.NAME)
                : (name.endsWith("host") || name.endsWith("domain") || name.endsWith("server"))
                        && hosts.rewrite(string, BareHosts.Use.ANY);
    }

    private static boolean isReference(Text string) {
        return string.at(0) == '/' || string.has(0, "./") || string.has(0, "../");
    }

    private static int stringEnd(Text text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) != '"') {
            i += text.at(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    /** A string with its escapes decoded (RFC 8259, section 7); what is no escape stays. */
    private static Text unescaped(Text string) {
        int length = string.length();
        if (string.find('\\', 0, length) == length) {
            return string;
        }
        Text.Builder out = new Text.Builder(string, length);
        int i = 0;
        while (i < length) {
            int c = string.at(i);
            if (c != '\\' || i + 1 >= length) {
                out.copy(i, i + 1);
                i++;
                continue;
            }
            int escape = string.at(i + 1);
            int unit = escape == 'u' ? unit(string, i) : -1;
            if (unit < 0) {
                int plain = "bfnrt".indexOf(escape);
                out.add(plain < 0 ? escape : "\b\f\n\r\t".charAt(plain), i);
                i += 2;
                continue;
            }
            int low = Character.isHighSurrogate((char) unit) ? unit(string, i + 6) : -1;
            boolean pair = low >= 0 && Character.isLowSurrogate((char) low);
            int point = pair ? Character.toCodePoint((char) unit, (char) low) : unit;
            out.character(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, i);
            i += pair ? 12 : 6;
        }
        return out.finish(length);
    }

    /** The code unit of an escape that begins here; -1 if none does. */
    private static int unit(Text string, int at) {
        if (string.at(at) != '\\' || string.at(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(string.at(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
