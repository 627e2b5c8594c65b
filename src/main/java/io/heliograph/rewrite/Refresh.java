package io.heliograph.rewrite;

/** A time and a URL to go to when it is over: the value of a {@code Refresh} field or of a {@code meta} element. */
final class Refresh {

    private Refresh() {}

    /** By the HTML Standard's shared declarative refresh steps. */
    static void rewrite(Text value, References references, BaseUrl base) {
        int length = value.length();
        int i = spaces(value, 0);
        int digits = i;
        while (value.at(i) >= '0' && value.at(i) <= '9' || value.at(i) == '.') {
            i++;
        }
        if (i == digits) {
            return;
        }
        i = spaces(value, i);
        if (value.at(i) == ';' || value.at(i) == ',') {
            i++;
        }
        i = spaces(value, i);
        if (value.has(i, "url")) {
            int equals = spaces(value, i + 3);
            i = value.at(equals) == '=' ? spaces(value, equals + 1) : i;
        }
        int quote = value.at(i);
        if (quote == '"' || quote == '\'') {
            references.rewrite(value, i + 1, value.find(quote, i + 1, length), base);
        } else if (i < length) {
            references.rewrite(value, i, length, base);
        }
    }

    private static int spaces(Text text, int from) {
        int i = from;
        while (text.at(i) >= 0 && text.at(i) <= ' ') {
            i++;
        }
        return i;
    }
}
