package io.heliograph.feed.profile;

import static io.heliograph.article.SampleArticle.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Rss;
import io.heliograph.feed.Samples;
import io.heliograph.feed.tv.Roku;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PressTest {

    private static final Article GOOD = titled("Good").id("good").article();
    private static final Article BAD = titled("Bad").id("bad").article();
    private static final Article WORSE = titled("Worse").id("worse").article();
    private static final Feed FEED = Samples.feed(GOOD, BAD, WORSE);

    static Stream<Format> formats() {
        return Stream.of(new Rss(), new Atom(), new JsonFeed(), new Roku());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void formatOfOurs_leavesNothingOut(Format format) {
        Feed feed = Samples.feed(Samples.newest().toArray(Article[]::new));

        Printed printed = Press.print(format, feed);

        assertThat(printed.quarantined()).isEmpty();
        assertThat(printed.document()).isEqualTo(format.write(feed));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nastyTexts_breakNoFormatOfOurs(Format format) {
        Feed feed = Samples.feed(
                Samples.nasty().map(text -> SampleArticle.allOf(text).article()).toArray(Article[]::new));

        Printed printed = Press.print(format, feed);

        assertThat(printed.quarantined()).isEmpty();
    }

    @Test
    void articleThatBreaksARule_isLeftOut_andTheRestIsThere() {
        Printed printed = Press.print(
                broken(BAD, "<item><title>T</title><guid>bad</guid><pubDate>yesterday</pubDate></item>"), FEED);

        assertThat(ids(printed)).containsExactly("bad");
        assertThat(printed.quarantined().get(0).rule()).isEqualTo(Rule.RSS_GUID);
        assertThat(printed.document().toString()).contains("good", "worse").doesNotContain("bad", "yesterday");
    }

    @Test
    void articleThatCannotBeRead_isFound_howeverManyThereAre() {
        Format format = new BrokenFormat(
                BrokenFormat.GOOD_HEAD,
                article -> article == GOOD ? BrokenFormat.goodItem(article) : "<item><title>a & b</item>");

        Printed printed = Press.print(format, FEED);

        assertThat(ids(printed)).containsExactly("bad", "worse");
        assertThat(printed.quarantined()).allMatch(out -> out.rule() == Rule.XML_WELL_FORMED);
        assertThat(printed.document().toString()).contains("good");
    }

    @Test
    void articleThatBreaksTheWriter_isFound() {
        Format format = new BrokenFormat(BrokenFormat.GOOD_HEAD, article -> {
            if (article == BAD) {
                throw new IllegalStateException("no such letter");
            }
            return article == WORSE ? "<item/>" : BrokenFormat.goodItem(article);
        });

        Printed printed = Press.print(format, FEED);

        assertThat(ids(printed)).containsExactly("bad", "worse");
        assertThat(printed.quarantined().get(0).rule()).isEqualTo(Rule.WRITABLE);
        assertThat(printed.quarantined().get(0).detail()).contains("no such letter");
    }

    @Test
    void ofTwoWithOneId_theLaterIsLeftOut() {
        Article twin = titled("Twin").id("good").article();

        Printed printed = Press.print(new Rss(), Samples.feed(GOOD, twin));

        assertThat(printed.quarantined()).extracting(Quarantined::article).containsExactly(twin);
    }

    @Test
    void feedThatIsWrongItself_isUnfit() {
        Format format = new BrokenFormat("<title>T</title>", BrokenFormat::goodItem);

        assertThatThrownBy(() -> Press.print(format, FEED))
                .isInstanceOfSatisfying(
                        UnfitFeed.class, e -> assertThat(e.rule()).isEqualTo(Rule.RSS_CHANNEL))
                .hasMessageContaining("RSS 2.0");
    }

    @Test
    void feedThatCannotBeReadWithoutArticlesEither_isUnfit() {
        Format format = new BrokenFormat("<title>T", BrokenFormat::goodItem);

        assertThatThrownBy(() -> Press.print(format, FEED)).isInstanceOf(UnfitFeed.class);
    }

    @Test
    void everyArticleMayBeWrong_andTheFeedIsEmpty() {
        Format format = new BrokenFormat(BrokenFormat.GOOD_HEAD, article -> "<item/>");

        assertThat(Press.print(format, FEED).quarantined()).hasSize(3);
    }

    private static Format broken(Article which, String item) {
        return new BrokenFormat(
                BrokenFormat.GOOD_HEAD, article -> article == which ? item : BrokenFormat.goodItem(article));
    }

    private static List<String> ids(Printed printed) {
        return printed.quarantined().stream()
                .map(out -> out.article().id().value())
                .toList();
    }
}
