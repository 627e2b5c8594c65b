package io.heliograph.page;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.SamplePages.CAFE;
import static io.heliograph.page.SamplePages.HARBOUR;
import static io.heliograph.page.SamplePages.PAGES;
import static io.heliograph.page.SamplePages.bare;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.sectionPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Selection;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The front page: what leads, and what stands where. */
class FrontTest {

    @Test
    void front_leadsWithTheNewestPicture_andShowsNothingAboveTwice() {
        // Given
        List<Article> articles = IntStream.range(0, 10)
                .mapToObj(i -> i == 0
                        ? titled("0").article()
                        : titled("" + i)
                                .images(picture("/media/p" + i + ".jpg"))
                                .article())
                .toList();
        Front front = new Front(
                articles,
                List.of(new Shelf(HARBOUR, articles.subList(1, 6)), new Shelf(CAFE, articles.subList(1, 3))),
                List.of(),
                articles.subList(2, 4),
                articles.subList(3, 8));

        // When
        Edition edition = Edition.of(front);

        // Then
        assertThat(titles(edition.lead())).containsExactly("1");
        assertThat(titles(edition.beside())).containsExactly("2", "3");
        assertThat(titles(edition.latest())).containsExactly("0", "4", "5", "6", "7", "8");
        assertThat(titles(edition.sections().get(0).articles())).containsExactly("4", "5");
        assertThat(titles(edition.sections().get(1).articles()))
                .as("nothing else")
                .containsExactly("1", "2");
        assertThat(titles(edition.playable())).containsExactly("2", "3", "4", "5");
    }

    @Test
    void front_leadsWithNoPictureThatIsTooSmall_andOpensShelvesWithPictures() {
        // Given
        Article small = titled("small").images(sized("/media/s.jpg", 120, 80)).article();
        Article broad = titled("broad").images(sized("/media/b.jpg", 1200, 800)).article();
        Article other = titled("other").images(sized("/media/o.jpg", 1200, 800)).article();
        Article bare = titled("bare").article();

        // When
        Edition edition = Edition.of(new Front(
                List.of(small, broad),
                List.of(new Shelf(HARBOUR, List.of(bare, broad, small, other))),
                List.of(),
                List.of(),
                List.of()));

        // Then
        assertThat(titles(edition.lead())).containsExactly("broad");
        assertThat(titles(edition.sections().get(0).articles())).containsExactly("other", "bare", "small");
    }

    /** A picture that may be decoded late leaves its place empty when the page is first painted. */
    @Test
    void leadPicture_isThereAtFirstSight() {
        // When
        Document page = parse(SamplePages.frontPage(
                site(), List.of(titled("1").images(picture("/media/1.jpg")).article()), List.of()));

        // Then
        assertThat(page.select("img[fetchpriority=high]:not([decoding]):not([loading])"))
                .hasSize(1);
    }

    @Test
    void cards_tellTheirNumberFirst_soThatNothingMovesWhileTheyCome() {
        // Given
        List<Article> five =
                IntStream.range(0, 5).mapToObj(i -> titled("" + i).article()).toList();

        // When
        Document page = parse(PAGES.front(
                bare(site()),
                new Front(
                        List.of(titled("new").article()),
                        List.of(new Shelf(HARBOUR, five), new Shelf(CAFE, five.subList(0, 2))),
                        List.of(),
                        List.of(),
                        List.of())));

        // Then
        assertThat(page.select(".shelf .cards").eachAttr("class")).containsExactly("cards n5 odd", "cards n2 few");
        assertThat(page.select(".top").attr("class")).isEqualTo("top alone");
    }

    private static Image sized(String path, int width, int height) {
        return new Image(Href.own(path), width, height, "image/jpeg", 4321, "", "", "");
    }

    @Test
    void cards_sayWhatAnArticleIsAbout_asFarAsThereIsRoom() {
        // Given
        Article long_ = titled("Long").summary("A word. ".repeat(200)).article();
        Article untold = titled("Untold").html("<p>How it <b>begins</b>.</p>").article();

        // When
        Document page = parse(sectionPage(site(), HARBOUR, List.of(long_, untold)));

        // Then
        assertThat(page.select(".row .summary").get(0).text())
                .hasSizeBetween(150, 200)
                .endsWith("\u2026");
        assertThat(page.select(".row .summary").get(1).text()).isEqualTo("How it begins.");
    }

    @Test
    void front_showsLanguages_whereThereAreSeveral() {
        // Given
        List<Facet> languages = List.of(
                new Facet(new Selection.InLanguage("en"), "en", 1200),
                new Facet(new Selection.InLanguage("fa"), "fa", 3));

        // When
        Document page = parse(PAGES.front(
                bare(site()), new Front(List.of(titled("T").article()), List.of(), languages, List.of(), List.of())));

        // Then
        assertThat(page.select(".tongues li").eachText())
                .containsExactly("English 1,200", "\u0641\u0627\u0631\u0633\u06cc 3");
        assertThat(page.select(".tongues a").eachAttr("href"))
                .containsExactly(NEWS + "/languages/en", NEWS + "/languages/fa");
        assertThat(page.select(".tongues a").last().attr("lang")).isEqualTo("fa");
    }

    private static List<String> titles(List<Article> articles) {
        return articles.stream().map(Article::title).toList();
    }
}
