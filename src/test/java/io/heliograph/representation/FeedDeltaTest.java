package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Selection;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Format;
import io.heliograph.http.EntityTag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new in a feed since an instance of it (RFC 3229), and deletions in it (RFC 6721). */
class FeedDeltaTest extends FeedFixture {

    static Stream<Format> formats() {
        return Stream.of(RSS, ATOM, JSON);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void delta_hasWhatIsNewOrChanged(Format format) {
        publish(1, 40);
        Target.FeedTarget feed = feed(HARBOUR, format);
        EntityTag known = get(feed).tag();

        publish(41, 43);
        edit(7, "N7 corrected");

        Representation delta = get(since(feed, known));
        assertThat(titles(text(since(feed, known)))).containsExactly("N43", "N42", "N41", "N7 corrected");
        assertThat(delta.tag())
                .as("RFC 3229, section 10.5.1")
                .isEqualTo(get(feed).tag());
        assertThat(delta.modified()).isEqualTo(get(feed).modified());
    }

    @Test
    void delta_hasWhatSlidIntoTheFeed() {
        publish(1, 60);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag known = get(feed).tag();

        delete(60);

        assertThat(titles(text(since(feed, known)))).containsExactly("N10");
    }

    @Test
    void delta_sinceAnyOfTheLastInstances_evenAfterAStart() {
        publish(1, 40);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag first = get(feed).tag();
        for (int n = 41; n < 51; n++) {
            publish(n, n);
        }

        begin(Syndication.USUAL);

        assertThat(titles(text(since(feed, first))))
                .hasSize(10)
                .startsWith("N50")
                .endsWith("N41");
    }

    @Test
    void instances_areFew() {
        publish(1, 40);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag first = get(feed).tag();
        for (int i = 0; i < 40; i++) {
            edit(1, "N1 edition " + i);
            get(feed);
        }

        assertThat(store.instances("news", feed.key())).hasSize(32);
        assertThat(answer(since(feed, first), HOST)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void unknownInstance_andAnAllNewFeed_haveNone() {
        publish(1, 3);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag known = get(feed).tag();
        edit(1, "N1 b");
        edit(2, "N2 b");
        edit(3, "N3 b");

        assertThat(answer(since(feed, known), HOST)).isInstanceOf(Answer.Missing.class);
        assertThat(answer(since(feed, EntityTag.strong("a".repeat(26))), HOST)).isInstanceOf(Answer.Missing.class);
        assertThat(Target.FeedDelta.since(feed, EntityTag.strong("short"))).isEmpty();
        assertThat(Target.FeedDelta.since(feed, EntityTag.strong("A".repeat(26))))
                .isEmpty();
    }

    @Test
    void codedAndWeakenedTags_areKnownToo() {
        publish(1, 3);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag tag = get(feed).tag();

        assertThat(Target.FeedDelta.since(feed, new EntityTag(true, tag.opaque() + "-gzabc")))
                .contains(since(feed, tag));
    }

    @Test
    void sinceTheNewest_nothingIsNew() {
        publish(1, 3);
        Target.FeedTarget feed = feed(Selection.WHOLE, ATOM);
        EntityTag tag = get(feed).tag();

        assertThat(titles(text(since(feed, tag)))).isEmpty();
        assertThat(get(since(feed, tag)).tag()).isEqualTo(tag);
    }

    @Test
    void deletion_isToldInAtomAndJson_andMovesEveryValidator() {
        publish(1, 10);
        List<EntityTag> before = formats().map(f -> get(feed(HARBOUR, f)).tag()).toList();
        Instant modified = get(feed(HARBOUR, ATOM)).modified();

        delete(4);

        assertThat(formats().map(f -> get(feed(HARBOUR, f)).tag())).doesNotContainAnyElementsOf(before);
        assertThat(get(feed(HARBOUR, ATOM)).modified()).isAfter(modified);
        assertThat(text(feed(HARBOUR, ATOM)))
                .contains("xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"")
                .containsPattern("<at:deleted-entry ref=\"[^\"]+\" when=\"2026-11-23T10:00:02Z\"/>");
        assertThat(text(feed(HARBOUR, JSON)))
                .contains("\"_deleted\":{\"items\":[{\"id\":\"n4\",\"date_deleted\":\"2026-11-23T10:00:02Z\"}]}");
        assertThat(text(feed(HARBOUR, RSS))).doesNotContain("deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -3600})
    void deletion_isInTheDelta_whateverTheClocksSay(int seconds) {
        // RFC 3229, section 10.4.1; RFC 6721, section 3: an instance's time is ahead of the clock after edits of one
        // second,
        // and of another node's clock.
        publish(1, 10);
        for (int i = 0; i < 5; i++) {
            store.save("news", AUTHORITY, "folder", List.of(draft(7, "N7 edition " + i, NOW)), NOW.plusSeconds(1));
            cache = cacheOf(64 << 20);
            get(feed(HARBOUR, ATOM));
        }
        EntityTag known = get(feed(HARBOUR, ATOM)).tag();

        cache.refresh(store.delete("news", "folder", List.of("n4"), NOW.plusSeconds(seconds)));

        assertThat(get(feed(HARBOUR, ATOM)).modified()).isAfter(NOW.plusSeconds(3));
        assertThat(text(since(feed(HARBOUR, ATOM), known))).containsOnlyOnce("<at:deleted-entry ref=");
    }

    @Test
    void deletion_thatTheReaderWasToldOf_isNotToldAgain_withWhatIsNew() {
        publish(1, 10);
        delete(4);
        edit(5, "N5 b");
        EntityTag known = get(feed(HARBOUR, ATOM)).tag();

        delete(6);
        edit(7, "N7 b");

        assertThat(text(since(feed(HARBOUR, ATOM), known))).containsOnlyOnce("<at:deleted-entry ref=");
    }

    @Test
    void deletion_ofAnArchivedArticle_movesTheValidatorToo() {
        publish(1, 200);
        List<EntityTag> before = formats().map(f -> get(feed(HARBOUR, f)).tag()).toList();

        delete(4);

        assertThat(formats().map(f -> get(feed(HARBOUR, f)).tag())).doesNotContainAnyElementsOf(before);
    }

    @Test
    void articleThatComesBack_isGoneNoMore() {
        publish(1, 10);
        delete(4);

        publish(4, 4);

        assertThat(titles(text(feed(HARBOUR, ATOM)))).contains("N4");
        assertThat(text(feed(HARBOUR, ATOM))).doesNotContain("deleted-entry");
    }

    @Test
    void articleThatComesBackElsewhere_isGoneNoMoreWhereItWas() {
        publish(1, 10);
        delete(4);
        assertThat(text(feed(HARBOUR, ATOM))).contains("deleted-entry");

        save(List.of(draft(4, "N4", NOW, "Weather", List.of())));

        assertThat(text(feed(HARBOUR, ATOM))).doesNotContain("deleted-entry");
    }

    @Test
    void deletions_areOnlyAsManyAsTheFeedGoesBack() {
        publish(1, 140);
        for (int n = 1; n <= 70; n++) {
            delete(n);
        }

        assertThat(text(feed(HARBOUR, ATOM)).split("deleted-entry", -1)).hasSize(51);
    }

    @Test
    void cutFeeds_haveNoDeltas() {
        publish(1, 10);
        Target.FeedTarget cut = new Target.FeedTarget(HARBOUR, ATOM, Extent.of(5));

        assertThat(Target.FeedDelta.since(cut, get(cut).tag())).isEmpty();
    }
}
