package io.heliograph.rewrite;

/** Lists of image candidates, read as the HTML Standard parses a srcset attribute: a comma within a URL is a part of it. */
final class Srcset {

    private Srcset() {}

    static void rewrite(Text text, References references, BaseUrl base) {
        int length = text.length();
        int i = 0;
        while (true) {
            while (isSpace(text.at(i)) || text.at(i) == ',') {
                i++;
            }
            if (i >= length) {
                return;
            }
            int from = i;
            while (i < length && !isSpace(text.at(i))) {
                i++;
            }
            int to = i;
            while (text.at(to - 1) == ',') {
                to--;
            }
            references.rewrite(text, from, to, base);
            if (to == i) {
                i = descriptorsEnd(text, i);
            }
        }
    }

    /** Where the comma is that ends a candidate's descriptors; those in brackets do not. */
    private static int descriptorsEnd(Text text, int from) {
        boolean brackets = false;
        for (int i = from; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '(') {
                brackets = true;
            } else if (c == ')') {
                brackets = false;
            } else if (c == ',' && !brackets) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
