package io.heliograph.page;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Facet;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Slug;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages for tests, and what they are made of. */
final class SamplePages {

    static final Pages PAGES = new Pages();
    static final Facet HARBOUR = section("Harbour");
    static final Facet CAFE = section("Caf\u00e9");

    private SamplePages() {}

    static SampleArticle rich() {
        return titled("The pier reopens")
                .summary("After a year.")
                .html("<p class=\"body\">Welcome <a href=\"\u0001/harbour\">back</a>.</p>"
                        + "<pre>tide   high\n\n\tlow\n</pre><h2>More</h2>")
                .authors(new Author("Ann Bay", "https://ann.example/"), new Author("Bo Cove", ""))
                .section("Caf\u00e9")
                .tags("pier", "sea")
                .images(picture("/media/pier.jpg"))
                .media(video(Duration.ofMinutes(1), mp4("/media/a.mp4")));
    }

    static Facet section(String name) {
        return new Facet(new Selection.InSection(Slug.of(name)), name, 1);
    }

    static Page frontPage(Site site, List<Article> latest, List<Shelf> sections) {
        return PAGES.front(bare(site), new Front(latest, sections, List.of(), List.of(), List.of()));
    }

    static Page sectionPage(Site site, Facet section, List<Article> articles) {
        return PAGES.listing(bare(site), new Listing(section, articles, 1, 1));
    }

    static Page articlePage(Site site, Article article) {
        return PAGES.article(bare(site), new Reading(article, List.of(), List.of()));
    }

    static Page feedsPage(Site site, List<Facet> facets) {
        return PAGES.feeds(bare(site), facets, false, List.of());
    }

    static Page mirrorsPage(Site site) {
        return PAGES.mirrors(bare(site));
    }

    static Page errorPage(Site site, int status) {
        return switch (status) {
            case 404 -> PAGES.missing(bare(site), "", List.of());
            case 410 -> PAGES.gone(bare(site));
            default -> PAGES.failed(bare(site));
        };
    }

    static Page searchPage(Site site, String query, List<Article> found) {
        return PAGES.search(bare(site), new Results(query, found, found.size(), 1, 1));
    }

    static Masthead bare(Site site) {
        return new Masthead(site, List.of());
    }

    static String html(Page page, String base) {
        return new String(page.slotted().on(base), UTF_8);
    }

    static Document parse(Page page) {
        return Jsoup.parse(html(page, NEWS));
    }
}
