package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Selection;
import io.heliograph.http.ContentCoding;
import io.heliograph.store.Changes;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.StoreSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is cached, as articles change. */
class CacheRefreshTest extends CacheFixture {

    @Test
    void refresh_givesTheOldUntilTheNewIsThere() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> first = cache.get(feed(RSS, CANONICAL));
        held.letGo();
        assertThat(text(first.getNow(null))).contains("One");

        cache.refresh(save("1", "One, corrected", "News"));

        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).doesNotContain("corrected");
        held.letGo();
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_whileAFlightReadsTheOld_replacesWhatItBrings() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> flight = cache.get(feed(RSS, CANONICAL));
        // The flight has rendered what was there, and waits for its turn to be coded.
        held.next().run();
        Changes change = save("1", "One, corrected", "News");

        cache.refresh(change);
        held.letGo();

        assertThat(flight).isDone();
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_whileAFlightHasNotBegun_isSeenByIt() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> flight = cache.get(feed(RSS, CANONICAL));

        cache.refresh(save("1", "One, corrected", "News"));
        held.letGo();

        assertThat(text(flight.getNow(null))).contains("corrected");
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_rendersWhatTheChangeTouchesAlone() {
        save("2", "Two", "Sport");
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey news = section("news");
        RepresentationKey sport = section("sport");
        Representation before = representation(cache, news);
        representation(cache, sport);
        representation(cache, feed(ATOM, CANONICAL));
        long loads = cache.figures().loads();

        cache.refresh(save("2", "Two, corrected", "Sport"));

        assertThat(cache.figures().loads() - loads)
                .as("the sport feed and the whole feed")
                .isEqualTo(2);
        assertThat(representation(cache, news)).isSameAs(before);
        assertThat(text(representation(cache, sport))).contains("corrected");
        assertThat(text(representation(cache, feed(ATOM, CANONICAL)))).contains("corrected");
    }

    @Test
    void refresh_ofEqualContent_keepsWhatWasThere() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation before = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(new Changes("news", 9, NOW.plusSeconds(99), Map.of(Selection.WHOLE, NOW), Set.of(), false));

        assertThat(representation(cache, feed(RSS, CANONICAL))).isSameAs(before);
    }

    @Test
    void refresh_ofADeletedArticle_isGone() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey page =
                RepresentationKey.of("news", new Target.ArticlePage("/1"), CANONICAL, ContentCoding.IDENTITY);
        representation(cache, page);

        cache.refresh(store.delete("news", "folder", List.of("1"), NOW.plusSeconds(5)));

        assertThat(cache.get(page).getNow(null)).isEqualTo(new Answer.Gone());
    }

    @Test
    void refresh_thatFails_keepsTheLastGood() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation before = representation(cache, feed(RSS, CANONICAL));
        Changes change = save("1", "One, corrected", "News");
        store.close();

        cache.refresh(change);

        assertThat(representation(cache, feed(RSS, CANONICAL))).isSameAs(before);
        assertThat(cache.figures().failures()).isEqualTo(1);
        store = JdbcArticleStore.open(new StoreSettings(directory));
    }
}
