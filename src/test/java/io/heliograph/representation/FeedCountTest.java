package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Format;
import io.heliograph.http.ContentCoding;
import io.heliograph.store.Changes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many feeds at once: what a change makes anew, and what all of them take. */
class FeedCountTest extends FeedFixture {

    private static final int TAGS = 200;
    private static final List<Format> FORMATS = List.of(RSS, ATOM, JSON);
    private static final List<Host> HOSTS = List.of(HOST, MIRROR, THIRD);

    private static final Choice QUIET = new Choice(
            "quiet",
            "Quiet",
            "",
            Criteria.NONE,
            new Criteria(List.of(Set.of(new Selection.InTag("t1"), new Selection.InTag("t2"))), ""));

    @BeforeEach
    void publishThreeOfEachTag() {
        begin(new Syndication(List.of(QUIET), 250_000));
        List<Draft> drafts = new ArrayList<>();
        for (int n = 0; n < 3 * TAGS; n++) {
            drafts.add(tagged(n, "N" + n));
        }
        save(drafts);
    }

    private static Draft tagged(int n, String title) {
        return draft(n, title, NOW.minusSeconds(60L * n + 100_000), "Harbour", List.of("T" + Math.floorMod(n, TAGS)));
    }

    private static Stream<Selection> selections() {
        return Stream.concat(
                Stream.of(Selection.WHOLE, HARBOUR, QUIET.selection()),
                Stream.iterate(0, n -> n + 1).limit(TAGS).map(n -> new Selection.InTag("t" + n)));
    }

    private void askForAll() {
        selections()
                .forEach(selection -> FORMATS.forEach(format -> HOSTS.forEach(host ->
                        assertThat(answer(feed(selection, format), host)).isInstanceOf(Representation.class))));
    }

    private long rendered(Runnable change) {
        long before = cache.figures().loads();
        change.run();
        long after = cache.figures().loads();
        askForAll();
        assertThat(cache.figures().loads()).as("nothing is left to be made").isEqualTo(after);
        return after - before;
    }

    @Test
    void change_rendersTheFeedsThatHoldIt_onceForAllHosts() {
        askForAll();
        assertThat(cache.figures().loads()).isEqualTo((TAGS + 3L) * FORMATS.size());
        assertThat(cache.figures().entries()).isEqualTo((TAGS + 3L) * FORMATS.size() * HOSTS.size());

        assertThat(rendered(() -> save(List.of(tagged(7, "N7 b")))))
                .as("whole, section, tag, chosen")
                .isEqualTo(4 * 3);
        assertThat(rendered(() -> save(List.of(tagged(1, "N1 b")))))
                .as("whole, section, tag")
                .isEqualTo(3 * 3);
        assertThat(rendered(() -> save(List.of(tagged(3 * TAGS - 1, "Nlast b")))))
                .as("it arrived first: whole, section, chosen by their archives; its tag")
                .isEqualTo(4 * 3);
        assertThat(rendered(() -> save(List.of(tagged(-193, "N-193")))))
                .as("a new article")
                .isEqualTo(4 * 3);
        assertThat(rendered(() -> cache.refresh(store.delete("news", "folder", List.of("n7"), NOW.plusSeconds(99)))))
                .as("a deletion")
                .isEqualTo(4 * 3);
    }

    @Test
    void feedsOfSomebodysWishes_areForgotten_onlyWhenTouched() {
        Target cutT7 = new Target.FeedTarget(new Selection.InTag("t7"), RSS, Extent.of(2));
        Target cutT9 = new Target.FeedTarget(
                new Selection.InTag("t9"), RSS, new Extent(50, Instant.parse("2026-01-01T00:00:00Z"), true));
        Target search = feed(new Selection.Search("n9"), RSS);
        List.of(cutT7, cutT9, search).forEach(this::get);
        long before = cache.figures().entries();

        Changes change = save(List.of(tagged(7, "N7 b")));

        assertThat(change.isEmpty()).isFalse();
        assertThat(cache.figures().entries()).as("the cut of T7 and the search").isEqualTo(before - 2);
        assertThat(text(cutT7)).contains("N7 b");
    }

    @Test
    void feedsOfSomebodysWishes_areNotRemembered_andYetKeepTheirValidators() {
        List<Target> targets = List.of(
                new Target.FeedTarget(HARBOUR, ATOM, Extent.of(2)),
                new Target.FeedTarget(HARBOUR, RSS, new Extent(50, NOW.minusSeconds(109_000), true)),
                feed(new Selection.Search("n9"), JSON));
        List<String> before =
                targets.stream().map(target -> get(target).tag().opaque()).toList();

        begin(new Syndication(List.of(QUIET), 250_000));

        assertThat(targets.stream().map(target -> get(target).tag().opaque())).isEqualTo(before);
        assertThat(targets).allSatisfy(target -> {
            assertThat(target.isLasting()).isFalse();
            assertThat(store.instances("news", target.key())).isEmpty();
        });
    }

    @Test
    void memory_staysBelowWhatIsAllowed() {
        cache = cacheOf(2 << 20);
        selections()
                .forEach(selection -> FORMATS.forEach(format -> HOSTS.forEach(host -> {
                    for (ContentCoding coding : List.of(ContentCoding.IDENTITY, ContentCoding.GZIP)) {
                        cache.get(RepresentationKey.of("news", feed(selection, format), host, coding));
                    }
                })));

        assertThat(cache.figures().weightBytes()).isLessThanOrEqualTo(2 << 20);
        assertThat(cache.figures().evictions()).isPositive();
    }
}
