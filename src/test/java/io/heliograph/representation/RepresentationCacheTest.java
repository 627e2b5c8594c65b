package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.article.Selection;
import io.heliograph.http.ContentCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class RepresentationCacheTest extends CacheFixture {

    /* ---------------- Getting ---------------- */

    @Test
    void get_byMany_rendersOnce() {
        RepresentationCache cache = cache(ForkJoinPool.commonPool(), 10 << 20);

        List<CompletableFuture<Answer>> flights = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            flights.add(cache.get(feed(RSS, CANONICAL)));
        }

        await().until(() -> flights.stream().allMatch(CompletableFuture::isDone));
        assertThat(cache.figures().loads()).isEqualTo(1);
        assertThat(flights)
                .extracting(f -> f.getNow(null))
                .allSatisfy(a -> assertThat(a).isSameAs(flights.get(0).getNow(null)));
    }

    @Test
    void get_forAnotherHostOrCoding_rendersNotAgain() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation one = representation(cache, feed(RSS, CANONICAL));

        Representation other = representation(cache, feed(RSS, MIRROR));
        representation(cache, new RepresentationKey(feed(RSS, MIRROR).document(), MIRROR, ContentCoding.GZIP));

        assertThat(cache.figures().loads()).isEqualTo(1);
        assertThat(text(other)).isEqualTo(text(one).replace("news.example/", "mirror.example/"));
        assertThat(other.tag()).isEqualTo(one.tag());
        assertThat(other.modified()).isEqualTo(one.modified());
    }

    @Test
    void get_again_isAHit() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        representation(cache, feed(RSS, CANONICAL));

        representation(cache, feed(RSS, CANONICAL));

        assertThat(cache.figures().hits()).isEqualTo(1);
        assertThat(cache.figures().misses()).isEqualTo(1);
    }

    @Test
    void get_whatIsNotThere_isLookedForAnewEachTime() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey later =
                RepresentationKey.of("news", new Target.ArticlePage("/later"), CANONICAL, ContentCoding.IDENTITY);
        assertThat(cache.get(later).getNow(null)).isEqualTo(new Answer.Missing());
        assertThat(cache.figures().entries()).isZero();

        save("later", "Later", "News");

        assertThat(cache.get(later).getNow(null)).isInstanceOf(Representation.class);
    }

    @Test
    void memory_isBoundedByBytes() {
        RepresentationCache cache = cache(Runnable::run, 100_000);

        for (int limit = 1; limit <= 200; limit++) {
            representation(
                    cache,
                    RepresentationKey.of(
                            "news",
                            new Target.FeedTarget(Selection.WHOLE, RSS, limit),
                            CANONICAL,
                            ContentCoding.IDENTITY));
        }

        assertThat(cache.figures().evictions()).isPositive();
        assertThat(cache.figures().weightBytes()).isLessThanOrEqualTo(100_000);
    }

    /* ---------------- Validators ---------------- */

    @Test
    void validators_followContentAndNotTime() {
        Representation before = representation(cache(Runnable::run, 10 << 20), feed(ATOM, CANONICAL));

        Representation again = representation(cache(Runnable::run, 10 << 20), feed(ATOM, CANONICAL));

        assertThat(again.tag()).isEqualTo(before.tag());
        assertThat(again.modified()).isEqualTo(before.modified());
        assertThat(text(again)).isEqualTo(text(before));
    }

    @Test
    void validators_moveForAnEditADeletionAndATitle() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        save("2", "Two", "News");
        Representation first = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(save("2", "Two, corrected", "News"));
        Representation edited = representation(cache, feed(RSS, CANONICAL));
        cache.refresh(store.delete("news", "folder", List.of("2"), NOW.plusSeconds(50)));
        Representation deleted = representation(cache, feed(RSS, CANONICAL));

        assertThat(List.of(first.tag(), edited.tag(), deleted.tag())).doesNotHaveDuplicates();
        assertThat(edited.modified()).isAfter(first.modified());
        assertThat(deleted.modified()).isAfter(edited.modified());
    }

    @Test
    void contentThatCameBack_isTheSameBytesAndTag_andChangedLater() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation first = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(save("1", "Other", "News"));
        cache.refresh(save("1", "One", "News"));
        Representation back = representation(cache, feed(RSS, CANONICAL));

        assertThat(text(back)).isEqualTo(text(first));
        assertThat(back.tag()).isEqualTo(first.tag());
        assertThat(back.modified()).isAfter(first.modified());
    }
}
