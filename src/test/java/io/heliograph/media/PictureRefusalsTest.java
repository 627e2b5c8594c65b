package io.heliograph.media;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.media.picture.TestPictures;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of other hosts that are not there, or not taken. */
class PictureRefusalsTest extends PictureMirrorFixture {

    @Test
    void missing_isRememberedAndAskedForLater() {
        Mirrored.Refused refused = (Mirrored.Refused) ask("/gone.jpg");
        ask("/gone.jpg");

        assertThat(refused.why()).isEqualTo(Mirrored.Why.UNREACHABLE);
        assertThat(refused.detail()).contains("404");
        assertThat(refused.mayPass()).isFalse();
        assertThat(origin.asked()).hasSize(1);

        serve("/gone.jpg", TestPictures.jpeg(4, 3));
        now.updateAndGet(time -> time.plus(Duration.ofDays(2)));
        assertThat(ask("/gone.jpg")).isInstanceOf(Mirrored.Kept.class);
    }

    @Test
    void failing_isAskedForInGrowingPauses() {
        origin.on("/a.jpg", request -> request.response().setStatusCode(503).end());
        List<Integer> asked = new ArrayList<>();
        for (int minutes = 0; minutes < 60; minutes++) {
            assertThat(((Mirrored.Refused) ask("/a.jpg")).mayPass()).isTrue();
            asked.add(origin.asked().size());
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        }

        assertThat(asked.get(4)).isEqualTo(1);
        assertThat(asked.get(5)).isEqualTo(2);
        assertThat(asked.get(14)).isEqualTo(2);
        assertThat(asked.get(15)).isEqualTo(3);
        assertThat(asked.get(59)).isEqualTo(4);
    }

    @Test
    void whatIsNoPicture_isRefusedWithAReason() {
        origin.on(
                "/page.jpg",
                request -> request.response()
                        .putHeader("Content-Type", "image/jpeg")
                        .end("<!DOCTYPE html><title>Please log in</title>"));
        origin.on(
                "/drawing.svg",
                request -> request.response()
                        .putHeader("Content-Type", "image/svg+xml")
                        .end("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));

        assertThat(((Mirrored.Refused) ask("/page.jpg")).why()).isEqualTo(Mirrored.Why.UNREADABLE);
        assertThat(((Mirrored.Refused) ask("/drawing.svg")).why()).isEqualTo(Mirrored.Why.UNREADABLE);
    }

    @Test
    void large_isFetchedAloneAndTooLargeNotAtAll() {
        byte[] large = Arrays.copyOf(TestPictures.jpeg(400, 300), 6 << 20);
        serve("/large.jpg", large);
        serve("/huge.jpg", Arrays.copyOf(large, 21 << 20));

        assertThat(ask("/large.jpg")).isInstanceOf(Mirrored.Kept.class);
        assertThat(((Mirrored.Refused) ask("/huge.jpg")).why()).isEqualTo(Mirrored.Why.TOO_LARGE);
    }

    @Test
    void privateAddress_isRefusedUnlessTheFeedItselfLivesThere() {
        serve("/a.jpg", TestPictures.jpeg(4, 3));
        URI url = URI.create(origin.url("/a.jpg"));
        PictureMirror.Wanting stranger =
                new PictureMirror.Wanting(SITE, URI.create("https://feeds.example/feed.xml"), "https://news.example/");

        Mirrored refused = settle(mirror.mirror(stranger, List.of(url))).now().get(url);
        URI inside = URI.create("http://169.254.169.254/latest/meta-data/a.jpg");
        Mirrored metadata =
                settle(mirror.mirror(wanting(SITE), List.of(inside))).now().get(inside);

        assertThat(((Mirrored.Refused) refused).why()).isEqualTo(Mirrored.Why.FORBIDDEN);
        assertThat(((Mirrored.Refused) metadata).why()).isEqualTo(Mirrored.Why.FORBIDDEN);
        assertThat(origin.asked()).isEmpty();
        assertThat(ask("/a.jpg")).as("another origin of the site").isInstanceOf(Mirrored.Kept.class);
    }
}
