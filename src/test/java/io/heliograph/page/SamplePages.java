package io.heliograph.page;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heliograph.article.Author;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages for tests, and what they are made of. */
final class SamplePages {

    static final Pages PAGES = new Pages();
    static final Section HARBOUR = Section.named("Harbour");
    static final Section CAFE = Section.named("Caf\u00e9");

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

    static String html(Page page, String base) {
        return new String(page.slotted().on(base), UTF_8);
    }

    static Document parse(Page page) {
        return Jsoup.parse(html(page, NEWS));
    }
}
