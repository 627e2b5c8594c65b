package io.heliograph.rewrite;

/** The tokens of an XML document with their places (XML 1.0, section 2). It need not be well-formed. */
final class XmlScanner {

    /** What was found. */
    enum Token {
        START_TAG,
        END_TAG,
        TEXT,
        CDATA,
        INSTRUCTION,
        /** A document type, its marks included. */
        DECLARATION,
        /** Comments. */
        IGNORED,
        END
    }

    private final Text text;
    private final Tag tag = new Tag();
    private int next;
    private int from;
    private int to;

    XmlScanner(Text text) {
        this.text = text;
    }

    Tag tag() {
        return tag;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Goes on to the next token. */
    Token next() {
        if (next >= text.length()) {
            from = text.length();
            to = from;
            return Token.END;
        }
        if (text.at(next) != '<') {
            from = next;
            to = text.find('<', next, text.length());
            next = to;
            return Token.TEXT;
        }
        if (text.has(next, "<!--")) {
            return until(next + 4, "-->", Token.IGNORED);
        }
        if (text.has(next, "<![cdata[")) {
            return until(next + 9, "]]>", Token.CDATA);
        }
        if (text.at(next + 1) == '?') {
            return until(next + 2, "?>", Token.INSTRUCTION);
        }
        return text.at(next + 1) == '!' ? documentType() : element();
    }

    private Token until(int start, String end, Token token) {
        from = start;
        to = start;
        while (to < text.length() && !text.has(to, end)) {
            to++;
        }
        to = Math.min(to, text.length());
        next = Math.min(text.length(), to + end.length());
        return token;
    }

    /** A document type declaration, with whatever it declares itself. */
    private Token documentType() {
        int depth = 0;
        int start = next;
        int i = next;
        while (i < text.length()) {
            int c = text.at(i);
            if (text.has(i, "<!--")) {
                until(i + 4, "-->", Token.IGNORED);
                i = next;
                continue;
            }
            if (c == '"' || c == '\'') {
                i = text.find(c, i + 1, text.length());
            } else if (c == '<' || c == '[') {
                depth++;
            } else if (c == ']' || c == '>') {
                depth--;
            }
            i++;
            if (depth == 0) {
                break;
            }
        }
        from = start;
        to = Math.min(i, text.length());
        next = to;
        return Token.DECLARATION;
    }

    private Token tag(boolean end) {
        int i = end ? next + 2 : next + 1;
        int name = i;
        while (text.at(i) >= 0 && !endsName(text.at(i))) {
            i++;
        }
        tag.begin(text, name, i, end);
        from = name;
        while (text.at(i) >= 0 && text.at(i) != '>') {
            i = isSpace(text.at(i)) || text.at(i) == '/' ? i + 1 : attribute(i);
        }
        to = Math.min(text.length(), i + 1);
        tag.isSelfClosing = i > 0 && text.at(i) == '>' && text.at(i - 1) == '/';
        next = to;
        return end ? Token.END_TAG : Token.START_TAG;
    }

    private Token element() {
        return tag(text.at(next + 1) == '/');
    }

    private int attribute(int name) {
        int i = name + 1;
        while (text.at(i) >= 0 && !endsName(text.at(i)) && text.at(i) != '=') {
            i++;
        }
        int nameEnd = i;
        while (isSpace(text.at(i))) {
            i++;
        }
        if (text.at(i) != '=') {
            tag.attribute(name, nameEnd, nameEnd, nameEnd, nameEnd);
            return i;
        }
        i++;
        while (isSpace(text.at(i))) {
            i++;
        }
        int quote = text.at(i);
        if (quote != '"' && quote != '\'') {
            return Math.min(text.length(), Math.max(i, nameEnd + 1));
        }
        int end = text.find(quote, i + 1, text.length());
        tag.attribute(name, nameEnd, i + 1, end, Math.min(text.length(), end + 1));
        return Math.min(text.length(), end + 1);
    }

    private static boolean endsName(int c) {
        return isSpace(c) || c == '/' || c == '>';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
