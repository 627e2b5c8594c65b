package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.util.List;
import java.util.Locale;

/** A sitemap of the news, as Google News has it: articles of the last two days. */
public final class NewsSitemap {

    /** Google reads no more. */
    public static final int MOST = 1000;

    private NewsSitemap() {}

    /** The sitemap of these articles, newest first. */
    public static Slotted write(Site site, List<Article> news) {
        XmlWriter xml = new XmlWriter(1024 + news.size() * 512);
        xml.open("urlset", "xmlns", Sitemap.NAMESPACE, "xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
        for (Article article : news) {
            xml.open("url").text("loc", article.href().value());
            xml.open("news:news").open("news:publication");
            xml.text("news:name", site.title());
            xml.text("news:language", language(article.languageOr(site.language())));
            xml.close("news:publication");
            xml.text("news:publication_date", Dates.rfc3339(article.published()));
            xml.text("news:title", article.title());
            xml.close("news:news").close("url");
        }
        xml.close("urlset");
        return xml.finish();
    }

    /** An ISO 639 code of two or three letters; Chinese says in which script. */
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.getLanguage().equals("zh")) {
            return locale.getLanguage().isEmpty() ? "en" : locale.getLanguage();
        }
        boolean traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? "zh-tw" : "zh-cn";
    }
}
