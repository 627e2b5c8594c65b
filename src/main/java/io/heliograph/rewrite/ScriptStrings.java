package io.heliograph.rewrite;

import io.heliograph.rewrite.BareHosts.Use;

/**
 * The strings of scripts: URLs in them are found behind whatever escapes they are written in, and hosts that stand alone
 * are known by what is done with them, as far as the statement shows it.
 */
final class ScriptStrings {

    /** How far around a string the statement is looked at, bytes. */
    private static final int LOOK = 100;

    private static final int LOOK_FOR_SWITCH = 400;

    private final Literals literals;
    private final BareHosts hosts;

    ScriptStrings(OriginMap origins, Literals literals, Edits edits) {
        this.literals = literals;
        this.hosts = new BareHosts(origins, edits);
    }

    /** Rewrites what stands between two quotes; returns whether nobody else may look at it any more. */
    boolean rewrite(Text script, int from, int to) {
        Text string = script.part(from, to);
        boolean escaped = string.find('\\', 0, string.length()) < string.length();
        Text plain = escaped ? unescaped(string) : string;
        if (BareHosts.mayBeHost(plain) && hosts.rewrite(plain, use(script, from, to))) {
            return true;
        }
        if (isCompared(script, from, to) && hosts.origin(plain)) {
            return true;
        }
        if (isAfterSlashes(script, from) && hosts.start(plain)) {
            return true;
        }
        hosts.cookies(plain);
        if (escaped) {
            literals.rewrite(plain);
        }
        return escaped;
    }

    /** Rewrites a part of a template; returns whether nobody else may look at it any more. */
    boolean template(Text script, int from, int to) {
        Text part = script.part(from, to);
        boolean escaped = part.find('\\', 0, part.length()) < part.length();
        Text plain = escaped ? unescaped(part) : part;
        hosts.cookies(plain);
        if (escaped) {
            literals.rewrite(plain);
        }
        return escaped;
    }

    private static Use use(Text script, int from, int to) {
        if (isOperand(script, from, to)) {
            return isComparedWithName(script, from, to) ? Use.NAME : Use.COMPARED;
        }
        int start = statementStart(script, from - 1, LOOK);
        int end = statementEnd(script, to + 1);
        if (isNamed(script, start, from) || contains(script, to, end, "hostname") || isKey(script, from, to)) {
            return Use.NAME;
        }
        if (isCase(script, from)) {
            int open = Math.max(0, from - LOOK_FOR_SWITCH);
            return contains(script, open, from, "hostname") ? Use.NAME : Use.COMPARED;
        }
        return isCompared(script, from, to) ? Use.COMPARED : Use.ANY;
    }

    /** Whether what stands before says that a name without a port is wanted. */
    private static boolean isNamed(Text script, int start, int from) {
        for (int i = start; i < from; i++) {
            if (script.has(i, "hostname") || script.has(i, "document.domain")) {
                return true;
            }
            if (script.has(i, "domain=") && isQuote(script.at(i + 7)) && script.at(skip(script, i + 8)) == '+') {
                return true;
            }
        }
        return false;
    }

    /** Whether a string goes on where another one ended with two slashes. */
    private static boolean isAfterSlashes(Text script, int from) {
        int plus = back(script, from - 2);
        int quote = script.at(plus) == '+' ? back(script, plus - 1) : -1;
        int slash = quote - 1;
        return quote > 0
                && isQuote(script.at(quote))
                && script.at(slash) == '/'
                && (script.at(slash - 1) == '/' || script.at(slash - 1) == '\\' && script.at(slash - 2) == '/');
    }

    private static int back(Text script, int from) {
        int i = from;
        while (i >= 0 && script.at(i) <= ' ') {
            i--;
        }
        return i;
    }

    /** Whether a string is what something else is compared with. */
    private static boolean isCompared(Text script, int from, int to) {
        return isOperand(script, from, to) || isCase(script, from) || isLookedUp(script, to);
    }

    /** Whether an operator that compares stands before a string or after it. */
    private static boolean isOperand(Text script, int from, int to) {
        int before = back(script, from - 2);
        return before > 0 && script.at(before) == '=' && isEquals(script.at(before - 1)) || isComparedAfter(script, to);
    }

    private static boolean isComparedAfter(Text script, int to) {
        int after = skip(script, to + 1);
        return script.at(after + 1) == '=' && isEquals(script.at(after));
    }

    private static boolean isEquals(int c) {
        return c == '=' || c == '!';
    }

    /** Whether what a string is compared with is a name without a port. */
    private static boolean isComparedWithName(Text script, int from, int to) {
        int start = from - 2;
        int end = to + 1;
        if (isComparedAfter(script, to)) {
            start = skip(script, end);
            while (script.at(start) == '=' || script.at(start) == '!') {
                start++;
            }
            end = skip(script, start);
            while (isPartOfOperand(script.at(end))) {
                end++;
            }
        } else {
            end = back(script, start);
            while (end > 0 && (script.at(end) == '=' || script.at(end) == '!')) {
                end--;
            }
            start = back(script, end);
            while (start >= 0 && isPartOfOperand(script.at(start))) {
                start--;
            }
            start = Math.max(0, start);
            end++;
        }
        return contains(script, start, end, "hostname") || contains(script, start, end, "document.domain");
    }

    private static boolean isPartOfOperand(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || "_$.()[]".indexOf(c) >= 0;
    }

    /** Whether a string is in a list in which a host or origin is looked for. */
    private static boolean isLookedUp(Text script, int to) {
        int end = statementEnd(script, to + 1);
        for (int i = to + 1; i < end; i++) {
            if (script.at(i) == ']' && (script.has(i + 1, ".includes(") || script.has(i + 1, ".indexof("))) {
                return contains(script, i, end, "origin") || contains(script, i, end, "host");
            }
        }
        return false;
    }

    private static boolean isCase(Text script, int from) {
        int i = back(script, from - 2);
        return i >= 4 && script.is(i - 3, i + 1, "case") && script.at(i - 4) != '.';
    }

    /** Whether a string is the name of a property, in a table of hosts. */
    private static boolean isKey(Text script, int from, int to) {
        int i = back(script, from - 2);
        return (script.at(i) == '{' || script.at(i) == ',') && script.at(skip(script, to + 1)) == ':';
    }

    private static int statementStart(Text script, int from, int most) {
        int i = from;
        while (i > 0 && i > from - most && ";{}\n\r".indexOf(script.at(i - 1)) < 0) {
            i--;
        }
        return Math.max(0, i);
    }

    private static int statementEnd(Text script, int from) {
        int i = from;
        while (i < script.length() && i < from + LOOK && ";}\n\r".indexOf(script.at(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean contains(Text script, int from, int to, String word) {
        for (int i = from; i < to; i++) {
            if (script.has(i, word)) {
                return true;
            }
        }
        return false;
    }

    private static int skip(Text script, int from) {
        int i = from;
        while (script.at(i) >= 0 && script.at(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** A string with its escapes decoded (ECMAScript, section 12.9.4); what is no escape stays. */
    private static Text unescaped(Text string) {
        int length = string.length();
        Text.Builder out = new Text.Builder(string, length);
        int i = 0;
        while (i < length) {
            int c = string.at(i);
            if (c != '\\' || i + 1 >= length) {
                out.copy(i, i + 1);
                i++;
            } else {
                i = escape(string, i, out);
            }
        }
        return out.finish(length);
    }

    /** Decodes one escape; returns where it ends. */
    private static int escape(Text string, int at, Text.Builder out) {
        int c = string.at(at + 1);
        if (c == '\n' || c == '\r') {
            return at + (c == '\r' && string.at(at + 2) == '\n' ? 3 : 2);
        }
        int end = Escape.unitEnd(string, at);
        if (end > 0) {
            int point = Escape.unit(string, at, end);
            int lowEnd = Character.isHighSurrogate((char) point) ? Escape.unitEnd(string, end) : 0;
            int low = lowEnd > 0 ? Escape.unit(string, end, lowEnd) : 0;
            if (point < 0x10000 && Character.isLowSurrogate((char) low)) {
                out.character(Character.toCodePoint((char) point, (char) low), at);
                return lowEnd;
            }
            out.character(point >= 0xd800 && point <= 0xdfff || point > 0x10ffff ? 0xfffd : point, at);
            return end;
        }
        if (c >= '0' && c <= '7') {
            int i = at + 1;
            int value = 0;
            while (i < at + 4 && string.at(i) >= '0' && string.at(i) <= '7' && value * 8 + string.at(i) - '0' < 256) {
                value = value * 8 + string.at(i++) - '0';
            }
            out.character(value, at);
            return i;
        }
        int plain = "bfnrtv".indexOf(c);
        out.add(plain < 0 ? c : "\b\f\n\r\t\u000b".charAt(plain), at);
        return at + 2;
    }
}
