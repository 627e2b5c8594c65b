package io.heliograph.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of structured fields (RFC 9651, section 4.2): lists and dictionaries. Parameters are read and dropped. Items are
 * {@link Long}, {@link BigDecimal}, {@link Boolean}, {@link Token}, {@link String}, byte sequences as {@link Token} of
 * their text, dates as {@link Long}, and inner lists as {@link List}.
 */
final class StructuredField {

    private final String text;
    private int at;

    private StructuredField(String text) {
        this.text = text;
    }

    /** A bare word. */
    record Token(String text) {}

    /** The field is not what it should be, and is to be ignored as a whole. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads a dictionary (section 4.2.2). */
    static Map<String, Object> dictionary(String field) throws Invalid {
        StructuredField reader = new StructuredField(field);
        Map<String, Object> members = new LinkedHashMap<>();
        reader.skipSpaces();
        while (reader.more()) {
            String key = reader.key();
            Object value = true;
            if (reader.take('=')) {
                value = reader.member();
            } else {
                reader.parameters();
            }
            members.remove(key);
            members.put(key, value);
            reader.separator();
        }
        return members;
    }

    /** Reads a list (section 4.2.1). */
    static List<Object> list(String field) throws Invalid {
        StructuredField reader = new StructuredField(field);
        List<Object> members = new ArrayList<>();
        reader.skipSpaces();
        while (reader.more()) {
            members.add(reader.member());
            reader.separator();
        }
        return members;
    }

    private void separator() throws Invalid {
        skipWhitespace();
        if (!more()) {
            return;
        }
        if (!take(',')) {
            throw new Invalid("a comma is missing");
        }
        skipWhitespace();
        if (!more()) {
            throw new Invalid("a comma at the end");
        }
    }

    private Object member() throws Invalid {
        if (!take('(')) {
            Object item = bareItem();
            parameters();
            return item;
        }
        List<Object> items = new ArrayList<>();
        while (true) {
            skipSpaces();
            if (take(')')) {
                parameters();
                return items;
            }
            items.add(bareItem());
            parameters();
            if (peek() != ' ' && peek() != ')') {
                throw new Invalid("an inner list is not closed");
            }
        }
    }

    private void parameters() throws Invalid {
        while (take(';')) {
            skipSpaces();
            key();
            if (take('=')) {
                bareItem();
            }
        }
    }

    private String key() throws Invalid {
        int from = at;
        char first = peek();
        if (!(first >= 'a' && first <= 'z') && first != '*') {
            throw new Invalid("no key");
        }
        while (more() && (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0)) {
            at++;
        }
        return text.substring(from, at);
    }

    private Object bareItem() throws Invalid {
        char c = peek();
        if (c == '-' || isDigit(c)) {
            return number();
        }
        if (c == '"') {
            return string();
        }
        if (c == '*' || isLower(c) || c >= 'A' && c <= 'Z') {
            return token();
        }
        if (c == ':') {
            int end = text.indexOf(':', at + 1);
            String coded = end < 0 ? "?" : text.substring(at + 1, end);
            if (!coded.matches("[A-Za-z0-9+/=]*")) {
                throw new Invalid("no byte sequence");
            }
            at = end + 1;
            return new Token(coded);
        }
        if (c == '?') {
            at++;
            char value = peek();
            if (value != '0' && value != '1') {
                throw new Invalid("no truth value");
            }
            at++;
            return value == '1';
        }
        if (c == '@') {
            at++;
            if (number() instanceof Long date) {
                return date;
            }
        }
        throw new Invalid("no item");
    }

    private Object number() throws Invalid {
        int from = at;
        take('-');
        int digits = at;
        while (more() && isDigit(peek())) {
            at++;
        }
        int whole = at - digits;
        if (whole == 0 || whole > 15) {
            throw new Invalid("no number");
        }
        if (!take('.')) {
            return Long.parseLong(text.substring(from, at));
        }
        int fraction = at;
        while (more() && isDigit(peek())) {
            at++;
        }
        if (whole > 12 || at == fraction || at - fraction > 3) {
            throw new Invalid("no decimal");
        }
        return new BigDecimal(text.substring(from, at));
    }

    private String string() throws Invalid {
        StringBuilder value = new StringBuilder();
        for (at++; more(); at++) {
            char c = peek();
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\') {
                at++;
                c = peek();
                if (c != '"' && c != '\\') {
                    throw new Invalid("a broken escape");
                }
            } else if (c < 0x20 || c >= 0x7f) {
                throw new Invalid("a character that no string has");
            }
            value.append(c);
        }
        throw new Invalid("a string is not closed");
    }

    private Token token() {
        int from = at;
        while (more() && (isLower(peek()) || isDigit(peek()) || isTokenRest(peek()))) {
            at++;
        }
        return new Token(text.substring(from, at));
    }

    private static boolean isTokenRest(char c) {
        return c >= 'A' && c <= 'Z' || "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
    }

    private boolean more() {
        return at < text.length();
    }

    /** The next character; NUL, which no field has, at the end. */
    private char peek() {
        return more() ? text.charAt(at) : 0;
    }

    private boolean take(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private void skipWhitespace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
