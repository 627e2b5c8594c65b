package io.heliograph.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.Rss;
import io.heliograph.feed.profile.Rule;
import io.heliograph.http.ContentCoding;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What becomes of a feed when a writer of ours is wrong about an article, or about everything. */
class QuarantineTest extends CacheFixture {

    /** RSS whose writer cannot write some articles, and may forget how any of it is written. */
    private record Careless(AtomicBoolean forgetful) implements Format {

        private static final Rss RSS = new Rss();

        @Override
        public String name() {
            return "careless";
        }

        @Override
        public String path(Selection selection) {
            return selection.path() + "/feed.careless";
        }

        @Override
        public String contentType() {
            return RSS.contentType();
        }

        @Override
        public Slotted write(Feed feed) {
            String text = new String(RSS.write(feed).modified(stamp(NOW)).on("https://news.example"), UTF_8);
            for (Article article : feed.articles()) {
                if (article.title().startsWith("Unwritable")) {
                    throw new IllegalStateException("no such letter");
                }
                if (article.title().startsWith("Bad")) {
                    text = text.replace("<title>" + article.title() + "</title>", "<title>" + article.title());
                }
            }
            return new SlottedWriter(1024)
                    .raw(forgetful.get() ? text.replace("version=\"2.0\"", "version=\"9\"") : text)
                    .finish();
        }

        @Override
        public String stamp(Instant modified) {
            return RSS.stamp(modified);
        }
    }

    private static final Careless CARELESS = new Careless(new AtomicBoolean());

    @Test
    void badArticle_isLeftOut_countedAndNamed_andComesBackWhenItIsGood() {
        save("2", "Bad two", "News");
        List<String> counted = new ArrayList<>();
        quarantine.tell((site, format, rule) -> counted.add(site + " " + format + " " + rule.label()));
        RepresentationCache cache = cache(Runnable::run, 1 << 20);

        String text = text(cache.get(feed(CARELESS, CANONICAL)).getNow(null));

        assertThat(text).contains("One").doesNotContain("Bad two");
        assertThat(counted).containsExactly("news careless xml_well_formed");
        assertThat(quarantine.articles("news")).isEqualTo(1);
        assertThat(quarantine.held()).singleElement().satisfies(held -> {
            assertThat(held.path()).isEqualTo("/2");
            assertThat(held.feed()).isEqualTo("/feed.careless");
            assertThat(held.rule()).isEqualTo(Rule.XML_WELL_FORMED);
            assertThat(held.detail()).isNotEmpty();
        });

        cache.refresh(save("2", "Good two", "News"));

        assertThat(text(cache.get(feed(CARELESS, CANONICAL)).getNow(null))).contains("Good two");
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void feedThatIsNoMore_leavesNothingOut() {
        save("2", "Bad two", "Sport");
        RepresentationCache cache = cache(Runnable::run, 1 << 20);
        RepresentationKey sport = RepresentationKey.of(
                "news",
                new Target.FeedTarget(new Selection.InSection("sport"), CARELESS),
                CANONICAL,
                ContentCoding.IDENTITY);
        cache.get(sport);
        assertThat(quarantine.articles("news")).isEqualTo(1);

        cache.refresh(save("2", "Bad two", "News"));

        assertThat(cache.get(sport).getNow(null)).isEqualTo(new Answer.Missing());
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void articleThatBreaksTheWriter_isLeftOut_countedAndNamed() {
        save("2", "Unwritable two", "News");
        RepresentationCache cache = cache(Runnable::run, 1 << 20);

        String text = text(cache.get(feed(CARELESS, CANONICAL)).getNow(null));

        assertThat(text).contains("One").doesNotContain("Unwritable");
        assertThat(quarantine.held()).singleElement().satisfies(held -> {
            assertThat(held.path()).isEqualTo("/2");
            assertThat(held.rule()).isEqualTo(Rule.WRITABLE);
            assertThat(held.detail()).contains("no such letter");
        });
    }

    @Test
    void feedThatIsWrongItself_isNotPublished_andTheLastGoodOneStays() {
        RepresentationCache cache = cache(Runnable::run, 1 << 20);
        String good = text(cache.get(feed(CARELESS, CANONICAL)).getNow(null));

        CARELESS.forgetful().set(true);
        cache.refresh(save("2", "Two", "News"));
        CARELESS.forgetful().set(false);

        assertThat(text(cache.get(feed(CARELESS, CANONICAL)).getNow(null))).isEqualTo(good);
        assertThat(cache.figures().failures()).isEqualTo(1);
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null)))
                .as("other formats")
                .contains("Two");
    }
}
