package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Logo;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Syndication;
import io.heliograph.article.Syndication.Partner;
import io.heliograph.feed.Flipboard;
import io.heliograph.feed.Format;
import io.heliograph.feed.Msn;
import io.heliograph.feed.SmartNews;
import io.heliograph.http.EntityTag;
import io.heliograph.store.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SmartNews is told of articles that are gone, and nobody else of what was in them. */
class SmartNewsDeletionTest extends FeedFixture {

    private static final Logo LOGO = Logo.of("<svg viewBox='0 0 7 1'></svg>".getBytes(StandardCharsets.UTF_8));
    private static final Format SMART_NEWS = new SmartNews();
    private static final Pattern GONE = Pattern.compile(
            "<guid isPermaLink=\"false\">(n\\d+)</guid>\n<pubDate>[^<]+</pubDate>\n<description>The News</description>");

    @BeforeEach
    void take() {
        begin(new Syndication(
                "", Set.of(Partner.values()), new Syndication.SmartNews(LOGO, Logo.NONE, "", ""), false, Show.NONE));
    }

    @Test
    void deletion_isTold_andMovesTheValidator() {
        publish(1, 10);
        EntityTag before = get(feed(HARBOUR, SMART_NEWS)).tag();
        assertThat(gone(HARBOUR)).isEmpty();

        delete(4);

        assertThat(gone(HARBOUR)).containsExactly("n4");
        assertThat(gone(Selection.WHOLE)).containsExactly("n4");
        assertThat(gone(new Selection.InSection("harbour"))).containsExactly("n4");
        assertThat(get(feed(HARBOUR, SMART_NEWS)).tag()).isNotEqualTo(before);
        assertThat(text(feed(HARBOUR, SMART_NEWS)))
                .contains("<pubDate>Mon, 23 Nov 2026 10:00:02 +0000</pubDate>")
                .contains("<link>https://news.example/n4</link>")
                .contains("<media:status state=\"deleted\"/>");
    }

    @Test
    void wordsOfADeletedArticle_standNowhere() {
        publish(1, 9);
        save(List.of(draft(10, "N10 Zanzibar", NOW)));
        List<Format> formats = List.of(RSS, ATOM, JSON, SMART_NEWS, new Msn(), new Flipboard());
        List<Selection> selections = List.of(Selection.WHOLE, HARBOUR, new Selection.InLanguage("en"));
        for (Format format : formats) {
            assertThat(text(feed(HARBOUR, format))).contains("Zanzibar");
        }

        delete(10);

        for (Format format : formats) {
            for (Selection selection : selections) {
                assertThat(text(feed(selection, format)))
                        .as(format.name() + " " + selection)
                        .doesNotContain("Zanzibar");
            }
        }
        assertThat(store.search("news", Words.all("Zanzibar"), 0, 9).total()).isZero();
    }

    @Test
    void articleThatComesBack_isGoneNoMore_andDatedAnew() {
        publish(1, 10);
        delete(4);

        publish(4, 4);

        assertThat(gone(HARBOUR)).isEmpty();
        assertThat(text(feed(HARBOUR, SMART_NEWS)))
                .contains("<title>N4</title>")
                .contains("<pubDate>Mon, 23 Nov 2026 10:00:03 +0000</pubDate>");
    }

    @Test
    void articleThatWillComeBack_isGoneUntilItDoes() {
        publish(1, 10);
        delete(4);
        Instant until = NOW.plusSeconds(5_000);

        save(List.of(draft(4, "N4 again", until)));

        assertThat(gone(HARBOUR)).containsExactly("n4");

        store.release(until).forEach(cache::refresh);

        assertThat(gone(HARBOUR)).isEmpty();
        assertThat(text(feed(HARBOUR, SMART_NEWS))).contains("<title>N4 again</title>");
    }

    @Test
    void anotherArticleAtTheAddress_endsIt() {
        publish(1, 10);
        delete(4);
        assertThat(gone(HARBOUR)).containsExactly("n4");

        Draft other = draft(11, "N11", NOW, "Weather", List.of());
        save(List.of(new Draft("n11", "n11", "", "/n4", NOW, NOW, other.story())));

        assertThat(gone(HARBOUR)).isEmpty();
        assertThat(gone(Selection.WHOLE)).isEmpty();
    }

    @Test
    void deletions_areFew_andAsOldAsTheFeed() {
        publish(1, 140);
        for (int n = 1; n <= 70; n++) {
            delete(n);
        }

        assertThat(gone(HARBOUR)).hasSize(50).startsWith("n70").endsWith("n21");
    }

    private List<String> gone(Selection selection) {
        return GONE.matcher(text(feed(selection, SMART_NEWS)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
