package io.heliograph.rewrite;

/** References one after the other, such as those of {@code ping}, or the values of an animation. */
final class UrlList {

    private UrlList() {}

    /**
     * Rewrites each.
     *
     * @param separators between them; a space stands for white space of whatever kind
     */
    static void rewrite(Text value, String separators, References references, BaseUrl base) {
        int i = 0;
        while (i < value.length()) {
            int from = i;
            while (i < value.length() && separators.indexOf(Math.max(value.at(i), ' ')) < 0) {
                i++;
            }
            references.rewrite(value, from, i, base);
            i++;
        }
    }
}
