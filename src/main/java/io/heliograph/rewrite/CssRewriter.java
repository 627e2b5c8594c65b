package io.heliograph.rewrite;

import java.util.BitSet;

/**
 * Rewrites style sheets and declarations by the tokens of CSS Syntax Level 3: what {@code url()} and {@code src()} hold,
 * and the strings of {@code @import} and {@code image-set()}, and those with which selectors look for URLs. A namespace
 * is a name and no place, and stays.
 */
final class CssRewriter {

    /** Attributes that are rewritten, so that selectors have to look for what is in them then. */
    private static final Names SELECTED = Names.of("href src srcset action formaction data poster cite style");

    private static final Names SCHEMES = Names.of("http https ws wss");

    private final References references;
    private final Literals literals;
    private final BaseUrl base;
    private final DataUrl documents;

    /** Per open bracket, whether strings directly in it are URLs. */
    private final BitSet urls = new BitSet();

    private int depth;
    /** Whether an {@code @import} was begun whose URL has not come yet. */
    private boolean importing;
    /** Whether this is a rule whose URLs are names. */
    private boolean naming;
    /** Whether this is the value of a custom property, which is for scripts to read. */
    private boolean custom;
    /** Whether this is in a selector of an attribute that is rewritten. */
    private boolean selecting;

    /**
     * For a sheet.
     *
     * @param depth how many documents it stands in
     */
    CssRewriter(Rewriting run, BaseUrl base, int depth) {
        this.references = run.references();
        this.literals = run.literals();
        this.base = base;
        this.documents = new DataUrl(run, depth);
    }

    void rewrite(Text text) {
        int i = 0;
        while (i < text.length()) {
            i = token(text, i);
        }
    }

    private int token(Text text, int i) {
        int c = text.at(i);
        return switch (c) {
            case '/' ->
                text.at(i + 1) == '*' ? comment(text, i) : custom && text.at(i + 1) == '/' ? bare(text, i, i) : i + 1;
            case '"', '\'' -> string(text, i);
            case '@' -> atKeyword(text, i + 1);
            case '(', '[', '{' -> {
                end(c == '{');
                open(false);
                selecting = c == '[' && isSelected(text, i + 1);
                yield i + 1;
            }
            case ')', ']', '}' -> {
                depth = Math.max(0, depth - 1);
                end(c == '}');
                custom &= c != '}';
                selecting = false;
                yield i + 1;
            }
            case ';' -> {
                end(true);
                custom = false;
                yield i + 1;
            }
            default -> isName(c) || isEscape(text, i) ? identifier(text, i) : i + 1;
        };
    }

    private void end(boolean prelude) {
        if (prelude) {
            importing = false;
            naming = false;
        }
    }

    private void open(boolean ofUrls) {
        urls.set(depth++, ofUrls);
    }

    private int comment(Text text, int from) {
        int i = from + 2;
        while (i < text.length() && !(text.at(i) == '*' && text.at(i + 1) == '/')) {
            i++;
        }
        if (text.at(from + 2) == '#' || text.at(from + 2) == '@') {
            // Where the source map is.
            literals.rewrite(text, from + 2, Math.min(i, text.length()));
        }
        return i + 2;
    }

    /** A string token (section 4.3.5): it ends at a line break that is not escaped, too. */
    private int string(Text text, int from) {
        int quote = text.at(from);
        int i = from + 1;
        while (i < text.length() && text.at(i) != quote && !isNewline(text.at(i))) {
            i += text.at(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(i, text.length());
        if (text.at(end) == quote || end == text.length()) {
            boolean url = importing || depth > 0 && urls.get(depth - 1);
            importing = false;
            if (url && !naming) {
                reference(text, from + 1, end);
            } else if (custom) {
                literals.rewrite(text.part(from + 1, end));
            } else if (selecting) {
                selector(text.part(from + 1, end));
            }
        }
        return end + (isNewline(text.at(end)) ? 0 : 1);
    }

    /** Whether an attribute is named here that is rewritten (Selectors Level 4, section 6). */
    private static boolean isSelected(Text text, int from) {
        int i = from;
        while (isSpace(text.at(i))) {
            i++;
        }
        int end = nameEnd(text, i);
        if (text.at(end) == '|' && text.at(end + 1) != '=') {
            i = end + 1;
            end = nameEnd(text, i);
        }
        return text.has(i, "data-") || end > i && !SELECTED.find(text, i, end).isEmpty();
    }

    /** What an attribute is to be, to begin with or to contain. */
    private void selector(Text value) {
        Text plain = CssEscapes.decoded(value);
        if (!literals.hosts().contained(plain)) {
            literals.rewrite(plain);
        }
    }

    private int atKeyword(Text text, int from) {
        int end = nameEnd(text, from);
        String name = name(text, from, end);
        importing = name.equals("import");
        naming = name.equals("namespace");
        return Math.max(end, from);
    }

    private int identifier(Text text, int from) {
        int end = nameEnd(text, from);
        if (text.at(end) != '(') {
            if (custom && text.has(end, "://") && !SCHEMES.find(text, from, end).isEmpty()) {
                return bare(text, from, end);
            }
            custom |= text.at(end) == ':' && (text.has(from, "--") || text.is(from, end, "initial-value"));
            return Math.max(end, from + 1);
        }
        String name = name(text, from, end);
        if (!name.equals("url") && !name.equals("url-prefix")) {
            open(name.equals("src") || name.endsWith("image-set"));
            return end + 1;
        }
        int i = end + 1;
        while (isSpace(text.at(i))) {
            i++;
        }
        if (text.at(i) == '"' || text.at(i) == '\'') {
            open(true);
            return i;
        }
        return url(text, i);
    }

    /** A URL in the value of a custom property that stands there as it is. */
    private int bare(Text text, int from, int slashes) {
        int end = slashes;
        while (end < text.length() && !isSpace(text.at(end)) && ",;()[]{}\"'".indexOf(text.at(end)) < 0) {
            end++;
        }
        literals.rewrite(text, from, end);
        return end;
    }

    /** A URL token (section 4.3.6), or the remnants of a bad one (section 4.3.14). */
    private int url(Text text, int from) {
        boolean good = true;
        int i = from;
        int end = -1;
        while (i < text.length() && text.at(i) != ')') {
            int c = text.at(i);
            boolean escape = isEscape(text, i);
            if (isSpace(c)) {
                end = end < 0 ? i : end;
            } else if (end >= 0 || !escape && ("\"'(\\".indexOf(c) >= 0 || c < ' ' || c == 0x7f)) {
                good = false;
            }
            i = escape ? escapeEnd(text, i) : i + 1;
        }
        i = Math.min(i, text.length());
        importing = false;
        if (good && !naming) {
            reference(text, from, end < 0 ? i : end);
        }
        return i + 1;
    }

    private void reference(Text text, int from, int to) {
        Text part = text.part(from, to);
        Text plain = CssEscapes.decoded(part);
        if (DataUrl.is(plain)) {
            documents.rewrite(plain);
        } else {
            references.rewrite(plain, base);
        }
    }

    /** A name with its escapes decoded, in small letters. */
    private static String name(Text text, int from, int to) {
        Text name = text.part(from, Math.max(from, to));
        Text plain = CssEscapes.decoded(name);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            out.append((char) plain.lower(i));
        }
        return out.toString();
    }

    private static int nameEnd(Text text, int from) {
        int i = from;
        while (isName(text.at(i)) || isEscape(text, i)) {
            i = text.at(i) == '\\' ? escapeEnd(text, i) : i + 1;
        }
        return Math.min(i, text.length());
    }

    /** Where an escape ends: a character, or up to six digits and a space after them. */
    private static int escapeEnd(Text text, int backslash) {
        int i = backslash + 1;
        while (i < backslash + 7 && Character.digit(text.at(i), 16) >= 0) {
            i++;
        }
        if (i == backslash + 1) {
            return i + 1;
        }
        return text.at(i) == '\r' && text.at(i + 1) == '\n' ? i + 2 : isSpace(text.at(i)) ? i + 1 : i;
    }

    private static boolean isEscape(Text text, int i) {
        return text.at(i) == '\\' && i + 1 < text.length() && !isNewline(text.at(i + 1));
    }

    private static boolean isName(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 0x80;
    }

    static boolean isNewline(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }
}
