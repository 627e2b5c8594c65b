package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Direction;
import io.heliograph.article.Image;

/** An article's HTML as feeds carry it. */
final class Html {

    private Html() {}

    /**
     * The body, led by the article's picture with caption and credit unless the body shows that picture itself: many
     * readers show no picture but those in the HTML. Of what a format says about an article's language most readers take
     * no notice, so text that runs from right to left says so itself.
     *
     * @param siteLanguage of an article that names none
     */
    static String body(Article article, String siteLanguage) {
        String html = article.story().html();
        String body =
                article.story().leadBeside().map(lead -> figure(lead) + html).orElse(html);
        String language = article.languageOr(siteLanguage);
        if (body.isEmpty() || Direction.of(language) == Direction.LTR) {
            return body;
        }
        return "<div dir=\"rtl\" lang=\"" + escaped(language) + "\">" + body + "</div>";
    }

    private static String figure(Image lead) {
        // The words come first: validators that look for the last "src=" would take one in them for the picture's.
        StringBuilder figure = new StringBuilder(400).append("<figure><img alt=\"");
        escape(lead.words(), figure);
        figure.append("\" src=\"");
        escape(lead.href().value(), figure);
        figure.append('"');
        if (lead.width() > 0 && lead.height() > 0) {
            figure.append(" width=\"")
                    .append(lead.width())
                    .append("\" height=\"")
                    .append(lead.height())
                    .append('"');
        }
        figure.append('>');
        if (!lead.caption().isEmpty() || !lead.credit().isEmpty()) {
            figure.append("<figcaption>");
            escape(lead.caption(), figure);
            if (!lead.credit().isEmpty()) {
                figure.append(lead.caption().isEmpty() ? "<small>" : " <small>");
                escape(lead.credit(), figure);
                figure.append("</small>");
            }
            figure.append("</figcaption>");
        }
        return figure.append("</figure>\n").toString();
    }

    /** Plain text as HTML. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
