package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sitemap of the news, as Google News has it: articles of the last two days. Where there are none it names the front page,
 * for a sitemap without any page is not valid, and Google warns of it.
 */
public final class NewsSitemap {

    private static final Pattern IN_PARENTHESES = Pattern.compile("\\s*\\([^()]*\\)");

    /** Google reads no more. */
    public static final int MOST = 1000;

    private NewsSitemap() {}

    /** The sitemap of these articles, newest first. */
    public static Slotted write(Site site, List<Article> news) {
        XmlWriter xml = new XmlWriter(1024 + news.size() * 512);
        xml.open("urlset", "xmlns", Sitemap.NAMESPACE, "xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
        List<Article> told =
                news.stream().filter(article -> Sitemap.isShort(article, site)).toList();
        if (told.isEmpty()) {
            xml.open("url").text("loc", Href.own("/").value()).close("url");
        }
        for (Article article : told) {
            xml.open("url").text("loc", article.href().value());
            xml.open("news:news").open("news:publication");
            xml.text("news:name", name(site.title()));
            xml.text("news:language", language(article.languageOr(site.language())));
            xml.close("news:publication");
            xml.text("news:publication_date", Dates.rfc3339(article.published()));
            xml.text("news:title", article.title());
            xml.close("news:news").close("url");
        }
        xml.close("urlset");
        return xml.finish();
    }

    /** The name of the paper, without what it says in parentheses (Google, "news:name"). */
    static String name(String title) {
        String bare = IN_PARENTHESES.matcher(title).replaceAll("").strip();
        return bare.isEmpty() ? title : bare;
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
