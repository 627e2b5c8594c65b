package io.heliograph.media;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.heliograph.media.picture.TestPictures;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Pictures of a real other host. */
class PictureMirrorTest extends PictureMirrorFixture {

    @Test
    void picture_isKeptUnderTheNameThatItHas() {
        serve("/2026/The%20Quay.JPG", TestPictures.jpeg(700, 350));

        Mirrored got = ask("/2026/The%20Quay.JPG?w=700");
        KeptMedia kept = ((Mirrored.Kept) got).media();
        assertThat(kept.path()).matches("/media/[a-z2-7]{32}/the-quay\\.jpg");
        assertThat(kept.smaller()).extracting(KeptMedia.Smaller::width).containsExactly(320, 640);
        assertThat(origin.lastAsked().field("accept")).startsWith("image/");
    }

    @Test
    void picture_isNotFetchedAgainAlsoAfterARestart() {
        serve("/a.jpg", TestPictures.jpeg(40, 30));
        Mirrored first = ask("/a.jpg");
        ask("/a.jpg");

        mirror = mirror(Duration.ofSeconds(60));
        Mirrored again = ask("/a.jpg");

        assertThat(again).isEqualTo(first);
        assertThat(origin.asked()).hasSize(1);
        assertThat(darkroom.decoded()).as("of the second run").isZero();
    }

    @Test
    void ledger_thatWasCutOrSpoilt_isUsedAsFarAsItGoes() throws Exception {
        serve("/a.jpg", TestPictures.jpeg(40, 30));
        serve("/b.jpg", TestPictures.jpeg(30, 40));
        ask("/a.jpg");
        ask("/b.jpg");
        Path ledger = directory.resolve("library/.mirrored/news.jsonl");
        byte[] all = Files.readAllBytes(ledger);
        byte[] spoilt = Arrays.copyOf(all, all.length - 20);
        spoilt[spoilt.length - 1] = (byte) 0xff;
        Files.write(ledger, spoilt);

        mirror = mirror(Duration.ofSeconds(60));

        assertThat(ask("/a.jpg")).isInstanceOf(Mirrored.Kept.class);
        assertThat(ask("/b.jpg")).isInstanceOf(Mirrored.Kept.class);
        assertThat(origin.asked()).extracting(ScriptedServer.Asked::uri).containsExactly("/a.jpg", "/b.jpg", "/b.jpg");
    }

    @Test
    void picture_thatIsOld_isAskedForWithItsValidatorsAndServedMeanwhile() {
        byte[] bytes = TestPictures.jpeg(40, 30);
        origin.on("/a.jpg", request -> {
            boolean known = "\"1\"".equals(request.getHeader("If-None-Match"));
            request.response().putHeader("ETag", "\"1\"").setStatusCode(known ? 304 : 200);
            request.response().end(known ? Buffer.buffer() : Buffer.buffer(bytes));
        });
        Mirrored first = ask("/a.jpg");
        now.updateAndGet(time -> time.plus(Duration.ofDays(8)));

        Mirrored later = ask("/a.jpg");

        assertThat(later).isEqualTo(first);
        await().until(() -> origin.asked().size() == 2 && mirror.underWay().isEmpty());
        assertThat(ask("/a.jpg")).isEqualTo(first);
        assertThat(origin.asked()).as("fresh for another week").hasSize(2);
    }

    @Test
    void redirect_isFollowed() {
        origin.redirect("/old.jpg", 301, "/new.jpg");
        serve("/new.jpg", TestPictures.jpeg(4, 3));

        assertThat(ask("/old.jpg")).isInstanceOf(Mirrored.Kept.class);
    }

    @Test
    void slow_isNotWaitedForButComes() {
        AtomicReference<HttpServerRequest> held = new AtomicReference<>();
        origin.on("/slow.jpg", held::set);
        URI slow = URI.create(origin.url("/slow.jpg"));
        PictureMirror hasty = mirror(Duration.ofMillis(50));

        PictureMirror.Round round = settle(hasty.mirror(wanting(SITE), List.of(slow)));

        assertThat(round.now().get(slow)).isInstanceOf(Mirrored.Waiting.class);
        assertThat(round.all().isComplete()).isFalse();
        await().until(() -> held.get() != null);
        held.get().response().end(Buffer.buffer(TestPictures.jpeg(8, 6)));
        settle(round.all());
        assertThat(settle(hasty.mirror(wanting(SITE), List.of(slow))).now().get(slow))
                .isInstanceOf(Mirrored.Kept.class);
    }

    @Test
    void stop_answersWhoeverWaits() {
        AtomicReference<HttpServerRequest> held = new AtomicReference<>();
        origin.on("/slow.jpg", held::set);
        URI slow = URI.create(origin.url("/slow.jpg"));
        var round = mirror.mirror(wanting(SITE), List.of(slow));
        await().until(() -> held.get() != null);

        mirror.stop();

        assertThat(settle(round).now().get(slow)).isInstanceOf(Mirrored.Waiting.class);
    }

    @Test
    void manyPictures_areFetchedTwoOfAHostAtATime() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        List<URI> urls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String path = "/" + i + ".jpg";
            origin.on(path, request -> {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                held.add(request);
            });
            urls.add(URI.create(origin.url(path)));
        }

        var round = mirror.mirror(wanting(SITE), urls);
        for (int answered = 0; answered < 30; answered++) {
            await().until(() -> !held.isEmpty());
            open.decrementAndGet();
            held.remove().response().end(Buffer.buffer(TestPictures.jpeg(4, 3)));
        }

        assertThat(settle(round).now().values()).hasSize(30).allMatch(Mirrored.Kept.class::isInstance);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void swept_isFetchedAgain() throws Exception {
        serve("/a.jpg", TestPictures.jpeg(4, 3));
        ask("/a.jpg");
        library().sweep(SITE, Set.of(), Instant.now().plus(Duration.ofDays(9)));
        mirror.forgetSwept(SITE);

        assertThat(ask("/a.jpg")).isInstanceOf(Mirrored.Kept.class);

        assertThat(origin.asked()).hasSize(2);
    }
}
