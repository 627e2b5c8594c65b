package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Direction;
import io.heliograph.article.Image;
import io.heliograph.article.Text;

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
        return "<div dir=\"rtl\" lang=\"" + Text.escaped(language) + "\">" + body + "</div>";
    }

    private static String figure(Image lead) {
        // The words come first: validators that look for the last "src=" would take one in them for the picture's.
        StringBuilder figure = new StringBuilder(400).append("<figure><img alt=\"");
        figure.append(Text.escaped(lead.words()));
        figure.append("\" src=\"");
        figure.append(Text.escaped(lead.href().value()));
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
            figure.append(Text.escaped(lead.caption()));
            if (!lead.credit().isEmpty()) {
                figure.append(lead.caption().isEmpty() ? "<small>" : " <small>");
                figure.append(Text.escaped(lead.credit()));
                figure.append("</small>");
            }
            figure.append("</figcaption>");
        }
        return figure.append("</figure>\n").toString();
    }
}
