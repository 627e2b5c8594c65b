package io.heliograph;

import static io.heliograph.ScriptedServer.settle;
import static io.heliograph.article.SampleArticle.AUTHORITY;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.heliograph.article.Draft;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Story;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.Saved;
import io.heliograph.store.StoreSettings;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ChannelLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path directory;

    private final Logger logger = (Logger) LoggerFactory.getLogger(ChannelLog.class);
    private final Lines lines = new Lines();
    private final Vertx vertx = Vertx.vertx();
    private ArticleStore store;
    private WorkerExecutor workers;
    private ChannelLog log;

    @BeforeEach
    void begin() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        workers = vertx.createSharedWorkerExecutor("ingest", 1);
        log = new ChannelLog(store, workers);
        log.loaded(List.of());
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void end() {
        logger.setAdditive(true);
        logger.detachAppender(lines);
        settle(vertx.close());
        store.close();
    }

    @Test
    void channelThatIsEmpty_isToldOnce_withItsReasons() {
        save("1", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        save("2", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        save("3", List.of(picture("/a.jpg")), video(Duration.ZERO, mp4("/a.mp4")));

        await().until(() -> lines.all.size() == 1);
        assertThat(lines.all.get(0)).contains("site=news", "articles=1").anyMatch(value -> value.startsWith("why=1 "));
    }

    @Test
    void channelThatWasStoredBefore_isLookedAtToo_afterTheFirstLoad() {
        store.save("news", AUTHORITY, "a", List.of(draft("1", List.of(), video(Duration.ZERO, mp4("/a.mp4")))), NOW);
        store.save("news", AUTHORITY, "a", List.of(draft("2", List.of(), video(Duration.ZERO, mp4("/a.mp4")))), NOW);

        log.loaded(List.of("news"));

        await().until(() -> lines.all.size() == 1);
        assertThat(lines.all.get(0))
                .contains("articles=2")
                .anyMatch(value -> value.startsWith("why=2 without a picture"));
    }

    @Test
    void channel_isNotToldOf_whileAnotherOriginHasNotBeenAsked() {
        log = new ChannelLog(store, workers);
        save("1", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        List<List<String>> early = List.copyOf(lines.all);

        save("2", List.of(picture("/a.jpg")), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        log.loaded(List.of("news"));
        settle(workers.executeBlocking(() -> true));

        assertThat(early).isEmpty();
        assertThat(lines.all).isEmpty();
    }

    @Test
    void channelWhosePicturesAreOnTheirWay_isNotToldOf_untilTheyHaveBeenLookedAt() {
        changed("1", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        polled(gathered(true));
        log.changed(new Changes("news", 0, NOW, Map.of(), Set.of("/1"), false));
        settle(workers.executeBlocking(() -> true));
        List<List<String>> early = List.copyOf(lines.all);

        polled(gathered(false));

        assertThat(early).isEmpty();
        await().until(() -> lines.all.size() == 1);
    }

    @Test
    void originThatFailsWithPicturesOnTheirWay_isNotWaitedFor() {
        changed("1", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        polled(gathered(true));

        log.failed("news", "a", new OriginFailure(OriginFailure.Reason.STATUS, "404"), 1, NOW);

        await().until(() -> lines.all.size() == 1);
    }

    @Test
    void channelThatHasSomething_isNotToldOf_butAgainWhenItIsEmpty() {
        List<Image> picture = List.of(picture("/a.jpg"));
        save("1", picture, video(Duration.ofMinutes(1), mp4("/a.mp4")));
        save("2", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));
        int before = lines.all.size();

        save("1", List.of(), video(Duration.ofMinutes(1), mp4("/a.mp4")));

        await().until(() -> lines.all.size() == 1);
        assertThat(before).isZero();
    }

    @Test
    void articlesWithoutVideo_areNoMatter() {
        save("1", List.of());

        assertThat(lines.all).isEmpty();
    }

    /** Saves an article, tells of it, and waits until it was looked at. */
    private void save(String id, List<Image> images, Media... media) {
        changed(id, images, media);
        polled(gathered(false));
    }

    private void changed(String id, List<Image> images, Media... media) {
        log.changed(store.save("news", AUTHORITY, "a", List.of(draft(id, images, media)), NOW)
                .changes());
    }

    private void polled(Gathered gathered) {
        log.polled("news", "a", gathered, nothing(), NOW);
        settle(workers.executeBlocking(() -> true));
    }

    private static Draft draft(String id, List<Image> images, Media... media) {
        Story story =
                new Story("T" + id, "", "<p>x</p>", List.of(), "", List.of(), "", images, List.of(media), List.of());
        return new Draft(id, "d", "", "/" + id, NOW.minusSeconds(60), Draft.UNDATED, story);
    }

    private static Saved nothing() {
        return new Saved(Changes.none("news", NOW), 0, 0, 0, 0);
    }

    private static Gathered gathered(boolean partial) {
        return new Gathered("", "", "", "", "", List.of(), List.of(), Set.of(), Duration.ofMinutes(5), false, partial);
    }

    /** What was said with each line. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<List<String>> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            all.add(event.getKeyValuePairs().stream()
                    .map(pair -> pair.key + "=" + pair.value)
                    .toList());
        }
    }
}
