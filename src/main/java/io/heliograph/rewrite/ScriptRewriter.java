package io.heliograph.rewrite;

import java.util.BitSet;

/**
 * Rewrites scripts by nothing but a map of literal hosts. Regular expressions stay as they are; where one begins is told
 * by what stands before its slash. A script that is misread is rewritten all the same: only expressions are left out, and
 * they end with their line. The modules that a script imports are relative to it, and nothing else that it names.
 */
final class ScriptRewriter {

    private static final Names BEFORE_EXPRESSION =
            Names.of("return typeof instanceof in of new delete void throw case do else yield await");
    private static final Names IMPORTS = Names.of("import from importscripts");
    private static final Names BEFORE_CONDITION = Names.of("if while for with");

    private static final long LOOKS = 4;

    private final References references;
    private final Literals literals;
    private final ScriptStrings strings;
    private final BaseUrl base;
    /** Per open round bracket, whether it holds a condition, after which a statement comes. */
    private final BitSet conditions = new BitSet();

    private int brackets;
    /** Per open curly bracket, whether it is one in a template. */
    private final BitSet templates = new BitSet();

    private int braces;
    /** Whether a slash would begin a regular expression. */
    private boolean expression = true;

    private boolean condition;
    /** Whether a string here would name a module. */
    private boolean importing;
    /** How many bytes may be looked at for the ends of expressions, so that none is looked at again and again. */
    private long looks;
    /** Up to where the text was searched for hosts. */
    private int done;

    ScriptRewriter(References references, Literals literals, BaseUrl base) {
        this.references = references;
        this.literals = literals;
        this.strings = literals.strings();
        this.base = base;
    }

    void rewrite(Text text) {
        int i = 0;
        looks = LOOKS * text.length();
        while (i < text.length()) {
            int c = text.at(i);
            if (c == '/' && text.at(i + 1) != '/' && text.at(i + 1) != '*' && expression) {
                int end = regexEnd(text, i);
                if (end > 0) {
                    literals.rewrite(text, done, i);
                    done = end;
                    i = end;
                    expression = false;
                    continue;
                }
            }
            i = token(text, i, c);
        }
        literals.rewrite(text, done, text.length());
    }

    private int token(Text text, int i, int c) {
        if (c <= ' ') {
            return i + 1;
        }
        if (isWord(c)) {
            return word(text, i);
        }
        return switch (c) {
            case '/' -> comment(text, i);
            case '<' -> text.has(i, "<!--") ? lineEnd(text, i) : operator(i);
            case '"', '\'' -> {
                expression = false;
                yield string(text, i, c);
            }
            case '`' -> template(text, i + 1);
            case '(' -> {
                expression = true;
                conditions.set(brackets++, condition);
                condition = false;
                yield i + 1;
            }
            case ')' -> {
                brackets = Math.max(0, brackets - 1);
                yield value(i, conditions.get(brackets));
            }
            case ']' -> value(i, false);
            case '{' -> {
                templates.clear(braces++);
                yield operator(i);
            }
            case '}' -> closingBrace(text, i);
            default -> operator(i);
        };
    }

    /** After an operator comes a value, and a slash begins one. */
    private int operator(int i) {
        expression = true;
        condition = false;
        importing = false;
        return i + 1;
    }

    /** After a value a slash divides, unless that was no value but a condition. */
    private int value(int i, boolean wasCondition) {
        expression = wasCondition;
        condition = false;
        importing = false;
        return i + 1;
    }

    private int closingBrace(Text text, int i) {
        braces = Math.max(0, braces - 1);
        if (!templates.get(braces)) {
            return operator(i);
        }
        templates.clear(braces);
        return template(text, i + 1);
    }

    private int word(Text text, int from) {
        int to = from;
        while (isWord(text.at(to))) {
            to++;
        }
        boolean property = text.at(from - 1) == '.';
        expression = !property && !BEFORE_EXPRESSION.find(text, from, to).isEmpty();
        importing = !property && !IMPORTS.find(text, from, to).isEmpty();
        condition = !property && !BEFORE_CONDITION.find(text, from, to).isEmpty();
        return to;
    }

    private int comment(Text text, int i) {
        if (text.at(i + 1) == '/') {
            return lineEnd(text, i);
        }
        if (text.at(i + 1) == '*') {
            int end = i + 2;
            while (end < text.length() && !(text.at(end) == '*' && text.at(end + 1) == '/')) {
                end++;
            }
            return end + 2;
        }
        expression = true;
        return i + 1;
    }

    private static int lineEnd(Text text, int from) {
        int end = from;
        while (end < text.length() && text.at(end) != '\n' && text.at(end) != '\r') {
            end++;
        }
        return end;
    }

    private int string(Text text, int from, int quote) {
        int i = from + 1;
        while (i < text.length() && text.at(i) != quote && text.at(i) != '\n' && text.at(i) != '\r') {
            i += text.at(i) != '\\' ? 1 : text.at(i + 1) == '\r' && text.at(i + 2) == '\n' ? 3 : 2;
        }
        int end = Math.min(i, text.length());
        if (importing && (text.at(from + 1) == '/' && text.at(from + 2) != '/' || text.at(from + 1) == '.')) {
            references.rewrite(text, from + 1, end, base);
        } else if (text.at(end) == quote && strings.rewrite(text, from + 1, end)) {
            literals.rewrite(text, done, from + 1);
            done = end;
        }
        importing = false;
        return i + 1;
    }

    /** The rest of a template, up to its end or the next substitution. */
    private int template(Text text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) != '`') {
            if (text.at(i) == '$' && text.at(i + 1) == '{') {
                templates.set(braces++);
                expression = true;
                part(text, from, i);
                return i + 2;
            }
            i += text.at(i) == '\\' ? 2 : 1;
        }
        expression = false;
        part(text, from, Math.min(i, text.length()));
        return i + 1;
    }

    private void part(Text text, int from, int to) {
        if (strings.template(text, from, to)) {
            literals.rewrite(text, done, from);
            done = to;
        }
    }

    /** Where a regular expression literal ends that would begin here; 0 if its line ends before. */
    private int regexEnd(Text text, int from) {
        boolean set = false;
        for (int i = from + 1; i < text.length() && looks > 0; i++) {
            int c = text.at(i);
            looks--;
            if (c == '\n' || c == '\r') {
                return 0;
            }
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '/' && !set) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isWord(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c >= 0x80;
    }
}
