package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Story;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.outbound.Fetcher;
import io.heliograph.outbound.Resolver;
import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feed's articles show while pictures come, and after. */
class FeedPicturesTest {

    private final Map<URI, RemotePictures.Outcome> outcomes = new HashMap<>();
    private final AtomicInteger polls = new AtomicInteger();
    private Future<Void> all = Future.succeededFuture();
    private Vertx vertx;
    private ScriptedServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        server = ScriptedServer.start(vertx);
    }

    @AfterEach
    void stop() {
        server.close();
        settle(vertx.close());
    }

    @Test
    void picture_thatComesLater_isShownWhenItIsThere() {
        feed("<img src='/a.jpg'><p>Words</p>");
        Promise<Void> coming = Promise.promise();
        all = coming.future();
        FeedOrigin origin = origin(Pictures.MIRROR);
        origin.onChange(polls::incrementAndGet);

        Gathered first = gather(origin);
        outcomes.put(URI.create(server.url("/a.jpg")), kept("/media/h/a.jpg"));
        coming.complete();
        Gathered second = gather(origin);

        assertThat(story(first).html()).isEqualTo("<p>Words</p>");
        assertThat(story(first).images()).isEmpty();
        assertThat(first.etag()).as("so that the whole feed comes again").isEmpty();
        assertThat(first.problems()).as("it is on its way").isEmpty();
        assertThat(polls.get()).as("told that there is more").isEqualTo(1);
        assertThat(story(second).html()).contains("\u0001/media/h/a.jpg");
        assertThat(story(second).images()).extracting(Image::href).containsExactly(Href.own("/media/h/a.jpg"));
        assertThat(second.etag()).isEqualTo("\"1\"");
    }

    @Test
    void picture_thatCannotBeHad_isLeftOutAndNamed() {
        feed("<img src='/a.jpg'><img src='/b.jpg' alt='B'>");
        outcomes.put(
                URI.create(server.url("/a.jpg")),
                new RemotePictures.Refused(EntryProblem.Reason.PICTURE_UNREADABLE, "is no picture", false));
        outcomes.put(URI.create(server.url("/b.jpg")), kept("/media/h/b.jpg"));

        Gathered gathered = gather(origin(Pictures.MIRROR));

        assertThat(story(gathered).html()).doesNotContain("a.jpg").contains("\u0001/media/h/b.jpg");
        assertThat(gathered.etag()).as("asking again would change nothing").isEqualTo("\"1\"");
        assertThat(gathered.problems())
                .containsExactly(new EntryProblem(
                        "One",
                        EntryProblem.Reason.PICTURE_UNREADABLE,
                        "the picture " + server.url("/a.jpg") + " is no picture"));
    }

    @Test
    void picture_whoseHostIsDown_isAskedForAtTheNextPoll() {
        feed("<img src='/a.jpg'>");
        outcomes.put(
                URI.create(server.url("/a.jpg")),
                new RemotePictures.Refused(EntryProblem.Reason.PICTURE_UNREACHABLE, "answered with status 503", true));

        assertThat(gather(origin(Pictures.MIRROR)).etag()).isEmpty();
    }

    @Test
    void picture_thirteenthOfAnArticle_isLeftOut() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            html.append("<img src='/").append(i).append(".jpg'>");
            outcomes.put(URI.create(server.url("/" + i + ".jpg")), kept("/media/h/" + i + ".jpg"));
        }
        feed(html.toString());

        Gathered gathered = gather(origin(Pictures.MIRROR));

        assertThat(story(gathered).html()).contains("/11.jpg").doesNotContain("/12.jpg");
        assertThat(gathered.problems())
                .extracting(EntryProblem::reason)
                .containsExactly(EntryProblem.Reason.PICTURE_TOO_LARGE);
    }

    @Test
    void words_ofTheArticle_countForMoreThanThoseOfThePicture() {
        server.on("/feed.xml", request -> request.response().end("""
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title>
                <item><title>One</title><guid>1</guid>
                <media:content url="%s" type="image/jpeg"><media:description>Theirs</media:description></media:content>
                </item></channel></rss>""".formatted(server.url("/a.jpg"))));
        outcomes.put(URI.create(server.url("/a.jpg")), kept("/media/h/a.jpg"));

        Image image = story(gather(origin(Pictures.MIRROR))).images().get(0);

        assertThat(image.caption()).isEqualTo("Theirs");
        assertThat(image.credit()).isEqualTo("Jane Doe");
        assertThat(image.width()).isEqualTo(40);
    }

    @Test
    void link_asksForNothing() {
        feed("<img src='/a.jpg'>");

        assertThat(story(gather(origin(Pictures.LINK))).html()).contains(server.url("/a.jpg"));
    }

    private static RemotePictures.Kept kept(String path) {
        return new RemotePictures.Kept(new MediaShelf.Shelved(
                Href.own(path), "image/jpeg", 900, 40, 30, Duration.ZERO, "Of the file", "Jane Doe", List.of()));
    }

    private Future<RemotePictures.Answers> ask(URI typed, Collection<URI> urls) {
        assertThat(typed).isEqualTo(URI.create(server.url("/feed.xml")));
        Map<URI, RemotePictures.Outcome> now = new HashMap<>();
        urls.forEach(url -> now.put(url, outcomes.getOrDefault(url, new RemotePictures.Waiting())));
        return Future.succeededFuture(new RemotePictures.Answers(now, all));
    }

    private static Story story(Gathered gathered) {
        return gathered.drafts().get(0).story();
    }

    private static Gathered gather(FeedOrigin origin) {
        return settle(origin.gather(OriginState.NEW, Set.of()));
    }

    private FeedOrigin origin(Pictures pictures) {
        return new FeedOrigin(
                new FeedSettings(URI.create(server.url("/feed.xml")), Duration.ZERO, pictures),
                List.of(Host.parse("https://news.example")),
                new Fetcher(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), "Heliograph/test"),
                this::ask,
                vertx.createSharedWorkerExecutor("ingest", 2),
                InstantSource.system());
    }

    private void feed(String html) {
        server.on(
                "/feed.xml",
                request -> request.response().putHeader("ETag", "\"1\"").end("""
                <rss version="2.0"><channel><title>T</title>
                <item><title>One</title><guid>1</guid><description><![CDATA[%s]]></description></item>
                </channel></rss>""".formatted(html)));
    }
}
