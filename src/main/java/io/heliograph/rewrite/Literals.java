package io.heliograph.rewrite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * URLs in text that is not known to be one: scripts, JSON, attributes that a framework reads. Only what is absolute or
 * begins with two slashes counts, with its slashes as they are or in the escapes that scripts, JSON, HTML and URLs have
 * for them. A mapped host as a part of a longer name, of a user name, or within a URL of another host stays.
 *
 * <p>The text is gone over once: after a URL, whatever host it has, the search goes on where it ends.
 */
final class Literals {

    private static final int LONGEST_AUTHORITY = 300;

    private final References references;
    private final Edits edits;

    Literals(References references, Edits edits) {
        this.references = references;
        this.edits = edits;
    }

    /** The same for the strings of a script. */
    ScriptStrings strings() {
        return new ScriptStrings(references.origins(), this, edits);
    }

    /** The same for hosts without a scheme. */
    BareHosts hosts() {
        return new BareHosts(references.origins(), edits);
    }

    void rewrite(Text text) {
        rewrite(text, 0, text.length());
    }

    void rewrite(Text text, int from, int to) {
        int i = from;
        while (i < to) {
            int c = text.at(i);
            if ((c | 32) == 'h' || (c | 32) == 'w') {
                i = absolute(text, i, from, to);
            } else if (c == '/' || c == '\\' || c == '&' || c == '%') {
                i = relative(text, i, from, to);
            } else if (c == ':' && isSchemeLess(text, i, from)) {
                i = relative(text, i + 1, i + 1, to);
            } else {
                i++;
            }
        }
    }

    /** A URL that begins with a scheme, if one does here; returns where to go on. */
    private int absolute(Text text, int at, int from, int to) {
        int scheme = scheme(text, at);
        if (scheme == 0 || isPartOfWord(text, at, from)) {
            return at + 1;
        }
        int colon = Escape.length(text, at + scheme, ':');
        int slash = colon == 0 ? 0 : Escape.length(text, at + scheme + colon, '/');
        int second = slash == 0 ? 0 : Escape.length(text, at + scheme + colon + slash, '/');
        int authority = at + scheme + colon + slash + second;
        if (second == 0 || authority > to) {
            return at + scheme;
        }
        boolean coded = text.at(at + scheme) == '%';
        int end = end(text, authority, to, coded);
        if (coded && !isQuoted(text, at, from)) {
            return end;
        }
        String name = text.latin(at, at + scheme).toLowerCase(Locale.ROOT);
        int authorityEnd = authorityEnd(text, authority, end);
        Mapped mapped = mapped(text, authority, authorityEnd, end, name, coded);
        if (mapped != null) {
            mapped.replace(edits, text, name, at, at + scheme, authority, authorityEnd);
        }
        return end;
    }

    /** A URL that begins with two slashes, if one does here; returns where to go on. */
    private int relative(Text text, int at, int from, int to) {
        int slash = Escape.length(text, at, '/');
        if (slash == 0) {
            return at + 1;
        }
        int second = Escape.length(text, at + slash, '/');
        int authority = at + slash + second;
        if (second == 0 || authority > to || !isAfterDelimiter(text, at, from)) {
            return at + slash;
        }
        int authorityEnd = authorityEnd(text, authority, to);
        Mapped mapped = mapped(
                text, authority, authorityEnd, to, references.origins().origin().scheme(), false);
        if (mapped != null) {
            edits.replace(text, authority, authorityEnd, mapped::writeAuthority);
        } else if (authorityEnd == authority) {
            // Such as a comment with a quote in it.
            return authority;
        }
        return end(text, authority, to, false);
    }

    /** Whether a URL goes on here whose scheme a script puts before it. */
    private static boolean isSchemeLess(Text text, int colon, int from) {
        boolean begins = colon == from || "\"'`}".indexOf(text.at(colon - 1)) >= 0;
        return begins && (text.at(colon + 1) == '/' || text.at(colon + 1) == '\\');
    }

    private @Nullable Mapped mapped(Text text, int from, int authorityEnd, int end, String scheme, boolean coded) {
        if (from == authorityEnd || !endsHere(text, authorityEnd, end, coded)) {
            return null;
        }
        boolean escaped = text.find('\\', from, authorityEnd) < authorityEnd;
        String authority = escaped ? Escape.decoded(text, from, authorityEnd) : text.string(from, authorityEnd);
        return Mapped.find(references.origins(), scheme, coded ? PercentCode.decode(authority) : authority);
    }

    /** Length of the scheme of a known URL that begins here; 0 if none does. */
    private static int scheme(Text text, int i) {
        if (text.has(i, "http")) {
            return text.lower(i + 4) == 's' ? 5 : 4;
        }
        if (text.has(i, "ws")) {
            return text.lower(i + 2) == 's' ? 3 : 2;
        }
        return 0;
    }

    private static boolean isPartOfWord(Text text, int i, int from) {
        if (i == from) {
            return false;
        }
        int c = text.lower(i - 1);
        // A scheme after a slash is a part of another URL, such as that of an archive.
        boolean escape = i - 2 >= from && text.at(i - 2) == '\\' && "nrtbfv0".indexOf(c) >= 0;
        return !escape
                && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 || "+-./_$%".indexOf(c) >= 0)
                && !endsEscape(text, i, from);
    }

    private static boolean isAfterDelimiter(Text text, int i, int from) {
        if (i == from) {
            return true;
        }
        int c = text.at(i - 1);
        return c <= ' ' || "\"'`(=,>[{|;".indexOf(c) >= 0 || endsEscape(text, i, from);
    }

    /** Whether a quote stands before, so that what is here is the whole beginning of a string. */
    private static boolean isQuoted(Text text, int i, int from) {
        return i == from || "\"'`".indexOf(text.at(i - 1)) >= 0 || text.at(i - 1) == ';' && endsEscape(text, i, from);
    }

    /** Whether an escape for a quote, a bracket or a space ends before a place. */
    private static boolean endsEscape(Text text, int i, int from) {
        if (i == from || ";027ce".indexOf(text.lower(i - 1)) < 0) {
            return false;
        }
        for (String escape : Escape.ENDS) {
            if (i - escape.length() >= from && text.has(i - escape.length(), escape)) {
                return true;
            }
        }
        return false;
    }

    private static int authorityEnd(Text text, int from, int to) {
        int end = Math.min(to, from + LONGEST_AUTHORITY);
        int i = from;
        if (text.at(i) == '[') {
            i = Math.min(end, text.find(']', i, end) + 1);
        }
        while (i < end) {
            int escape = text.at(i) == '\\' ? Escape.hostCharacterEnd(text, i) : 0;
            if (escape == 0 && !isHostCharacter(text.at(i))) {
                break;
            }
            i = escape > 0 ? escape : i + 1;
        }
        int hostEnd = i;
        int colon = i < end ? Escape.length(text, i, ':') : 0;
        int digits = i + colon;
        while (colon > 0 && digits < end && text.at(digits) >= '0' && text.at(digits) <= '9') {
            digits++;
        }
        if (colon > 0 && digits > i + colon) {
            return Math.min(digits, end);
        }
        // The full stop of a sentence is not that of the root.
        return hostEnd > from && text.at(hostEnd - 1) == '.' ? hostEnd - 1 : Math.min(hostEnd, end);
    }

    private static boolean isHostCharacter(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c >= 0x80;
    }

    /** Whether an authority ends here and does not go on in a way that makes it another. */
    private static boolean endsHere(Text text, int i, int end, boolean coded) {
        if (i >= end) {
            return true;
        }
        int c = text.at(i);
        return switch (c) {
            case '@', '~', '!' -> false;
            case '%' -> coded || text.has(i, "%2f") || text.has(i, "%3f") || text.has(i, "%23");
            // What follows may be a user's password, or a port that the script puts there.
            case ':' ->
                (text.at(i + 1) == '/' || text.at(i + 1) <= ' ' && text.at(i + 1) >= 0)
                        && !hasUser(text, i, Math.min(end, i + LONGEST_AUTHORITY));
            case '\\' -> text.at(i + 1) != '.' && text.at(i + 1) != '-' && text.at(i + 1) != '@';
            case '.' ->
                i + 1 >= end || !isHostCharacter(text.at(i + 1)) && text.at(i + 1) != '$' && text.at(i + 1) != '{';
            default -> true;
        };
    }

    private static boolean hasUser(Text text, int from, int to) {
        int i = from;
        while (i < to && text.at(i) > ' ' && "/\\?#\"'`<>".indexOf(text.at(i)) < 0) {
            if (text.at(i++) == '@') {
                return true;
            }
        }
        return false;
    }

    /** Where a URL ends that has its authority at {@code from}. */
    private static int end(Text text, int from, int to, boolean coded) {
        for (int i = from; i < to; i++) {
            int c = text.at(i);
            if (c <= ' ' || "\"'`<>|)".indexOf(c) >= 0 || coded && c == '&') {
                return i;
            }
            if ((c == ',' || c == ';') && startsUrl(text, i + 1, to)) {
                return i;
            }
            if ((c == '\\' || c == '&' || c == '%') && Escape.ends(text, i)) {
                return i;
            }
        }
        return to;
    }

    private static boolean startsUrl(Text text, int from, int to) {
        int i = from;
        while (i < to && i < from + 8 && text.at(i) == ' ') {
            i++;
        }
        return text.has(i, "http") || text.has(i, "//") || text.has(i, "\\/\\/");
    }
}
