package io.heliograph.rewrite;

/**
 * The tokens of an HTML document with their places, as the HTML Standard's tokenizer finds them. Where that asks the tree
 * builder for advice, {@link ForeignContent} answers.
 */
final class HtmlScanner {

    /** What was found. */
    enum Token {
        START_TAG,
        END_TAG,
        /** Text, CDATA sections of foreign content included. */
        TEXT,
        COMMENT,
        /** The content of an element that holds no markup; {@link #element} says of which. */
        RAW,
        END
    }

    private static final Names RAW_TEXT =
            Names.of("script style xmp iframe noembed noframes noscript textarea title plaintext");

    private final Text text;
    private final ForeignContent foreign = new ForeignContent();
    private final Tag tag = new Tag();
    private int next;
    private int from;
    private int to;
    /** The element whose content comes next, if it is one that holds no markup; else empty. */
    private String element = "";

    private boolean isRawNext;

    HtmlScanner(Text text) {
        this.text = text;
    }

    /** The tag that was found last. */
    Tag tag() {
        return tag;
    }

    /** Where the token begins, the marks around it left out. */
    int from() {
        return from;
    }

    /** Where the token ends. */
    int to() {
        return to;
    }

    /** Name of the element whose content was found. */
    String element() {
        return element;
    }

    /** Goes on to the next token. */
    Token next() {
        if (isRawNext) {
            isRawNext = false;
            from = next;
            to = element.equals("script") ? scriptEnd(next) : rawEnd(next, element);
            next = to;
            return Token.RAW;
        }
        element = "";
        if (next >= text.length()) {
            from = text.length();
            to = from;
            return Token.END;
        }
        return text.at(next) == '<' ? markup() : text(next);
    }

    private Token text(int start) {
        from = start;
        to = text.find('<', start + (text.at(start) == '<' ? 1 : 0), text.length());
        next = to;
        return Token.TEXT;
    }

    private Token markup() {
        int c = text.lower(next + 1);
        if (isLetter(c)) {
            return tag(next + 1, false);
        }
        if (c == '/') {
            int name = text.lower(next + 2);
            return isLetter(name) ? tag(next + 2, true) : name < 0 ? text(next) : comment(next + 2);
        }
        if (c == '!') {
            return declaration();
        }
        return c == '?' ? comment(next + 1) : text(next);
    }

    private Token declaration() {
        int start = next + 2;
        if (text.has(start, "--")) {
            return trueComment(start + 2);
        }
        if (text.has(start, "[cdata[") && text.at(start + 1) == 'C' && foreign.isDirect()) {
            from = start + 7;
            to = from;
            while (to < text.length() && !text.has(to, "]]>")) {
                to++;
            }
            next = Math.min(text.length(), to + 3);
            return Token.TEXT;
        }
        return comment(start);
    }

    /** A bogus comment or a document type: all up to the next bracket. */
    private Token comment(int start) {
        from = start;
        to = text.find('>', start, text.length());
        next = Math.min(text.length(), to + 1);
        return Token.COMMENT;
    }

    private Token trueComment(int start) {
        from = start;
        if (text.at(start) == '>' || text.has(start, "->")) {
            return comment(start);
        }
        int i = start;
        while (i < text.length()) {
            i = text.find('-', i, text.length());
            if (text.has(i, "-->") || text.has(i, "--!>")) {
                to = i;
                next = i + (text.at(i + 2) == '>' ? 3 : 4);
                return Token.COMMENT;
            }
            i++;
        }
        to = text.length();
        next = to;
        return Token.COMMENT;
    }

    /** A tag; what the document ends within is none. */
    private Token tag(int nameFrom, boolean end) {
        int i = nameFrom;
        while (i < text.length() && !endsTagName(text.at(i))) {
            i++;
        }
        tag.begin(text, nameFrom, i, end);
        i = attributes(i);
        if (i < 0) {
            next = text.length();
            return next();
        }
        from = nameFrom;
        to = i;
        next = i;
        if (end) {
            foreign.end(tag);
            return Token.END_TAG;
        }
        if (foreign.start(tag)) {
            element = RAW_TEXT.find(text, nameFrom, tag.nameTo);
            isRawNext = !element.isEmpty();
        }
        return Token.START_TAG;
    }

    /** Reads attributes; returns where the tag ends, -1 if the text ends before. */
    private int attributes(int start) {
        int i = start;
        while (true) {
            while (isSpace(text.at(i)) || text.at(i) == '/') {
                if (text.at(i) == '/' && text.at(i + 1) == '>') {
                    tag.isSelfClosing = true;
                }
                i++;
            }
            if (text.at(i) < 0) {
                return -1;
            }
            if (text.at(i) == '>') {
                return i + 1;
            }
            i = attribute(i);
        }
    }

    private int attribute(int name) {
        // An equals sign in the first place is a part of the name.
        int nameEnd = name + 1;
        while (text.at(nameEnd) >= 0 && !endsTagName(text.at(nameEnd)) && text.at(nameEnd) != '=') {
            nameEnd++;
        }
        int i = nameEnd;
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
        if (quote == '"' || quote == '\'') {
            int end = text.find(quote, i + 1, text.length());
            int after = Math.min(text.length(), end + 1);
            tag.attribute(name, nameEnd, i + 1, end, after);
            return after;
        }
        int end = i;
        while (text.at(end) >= 0 && !isSpace(text.at(end)) && text.at(end) != '>') {
            end++;
        }
        tag.attribute(name, nameEnd, i, end, end);
        return end;
    }

    /** Where an end tag of a name begins, from a place on. */
    private int rawEnd(int start, String name) {
        if (name.equals("plaintext")) {
            return text.length();
        }
        int i = start;
        while (true) {
            i = text.find('<', i, text.length());
            if (i == text.length() || isEndTag(i, name)) {
                return i;
            }
            i++;
        }
    }

    private boolean isEndTag(int i, String name) {
        return text.at(i + 1) == '/' && text.has(i + 2, name) && endsTagName(text.at(i + 2 + name.length()));
    }

    /** Where a script ends: within a comment of old, the end tag of a script in it does not count. */
    private int scriptEnd(int start) {
        boolean escaped = false;
        boolean twice = false;
        for (int i = start; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '-' && escaped && text.has(i, "-->")) {
                escaped = false;
                twice = false;
            } else if (c == '<' && isEndTag(i, "script")) {
                if (!twice) {
                    return i;
                }
                twice = false;
            } else if (c == '<' && !escaped && text.has(i, "<!--")) {
                escaped = true;
                // "<!-->" and "<!--->" are closed at once; their dashes are looked at again.
                i++;
            } else if (c == '<' && escaped && !twice && text.has(i, "<script") && endsTagName(text.at(i + 7))) {
                twice = true;
            }
        }
        return text.length();
    }

    private static boolean endsTagName(int c) {
        return isSpace(c) || c == '/' || c == '>';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}
