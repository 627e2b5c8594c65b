package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.media.picture.TestPictures;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures from where they live to what readers get. */
class PicturesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern SRC = Pattern.compile(" src=\"([^\"]+)\"");

    @TempDir
    Path directory;

    private Vertx vertx;
    private ScriptedServer origin;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        origin = ScriptedServer.start(vertx);
    }

    @AfterEach
    void stop() {
        origin.close();
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void feed_picturesComeFromTheSitesOwnHosts() {
        picture("/lead.jpg", TestPictures.told(TestPictures.jpeg(1000, 500), "The quay at noon", "Jane Doe", ""));
        picture("/body.png", TestPictures.png(700, 350));
        feed(
                "<media:content url=\"" + origin.url("/lead.jpg") + "\" medium=\"image\"/>",
                "<p>One</p><figure><img src=\"" + origin.url("/body.png") + "\" alt=\"Body\"></figure>"
                        + "<p><img src=\"/gone.jpg\" alt=\"A gull\"></p>"
                        + "<img src=\"http://169.254.169.254/x.jpg\"><img src=\"/page.html\">");
        origin.serve("/page.html", "<!DOCTYPE html>");
        try (TestGateway gateway = TestGateway.start(directory, origin.url("/feed.xml"), new String[0])) {
            JsonObject item = item(gateway);
            String page = gateway.get("/one").text();

            assertThat(item.getString("image")).matches("https://news.example/media/[a-z2-7]{32}/lead\\.jpg");
            assertThat(item.getString("content_html"))
                    .containsPattern("srcset=\"https://news.example/media/[a-z2-7]{32}/body-320.jpg 320w, "
                            + "https://news.example/media/[a-z2-7]{32}/body.png 700w\"")
                    .contains("width=\"700\" height=\"350\"")
                    .contains("<p>A gull</p>")
                    .contains("The quay at noon", "Jane Doe")
                    .doesNotContain("127.0.0.1", "169.254");
            assertThat(page).contains("body-320.jpg 320w").doesNotContain("127.0.0.1");
            for (Matcher src = SRC.matcher(page); src.find(); ) {
                assertThat(src.group(1))
                        .as("a page loads nothing from elsewhere")
                        .startsWith("https://news.example/");
            }
            assertThat(gateway.get("/feed.rss").text()).contains("srcset=").doesNotContain("127.0.0.1:");
            RawHttp.Answer answer = gateway.get(item.getString("image").substring("https://news.example".length()));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.field("content-type")).isEqualTo("image/jpeg");
            assertThat(answer.field("x-content-type-options")).isEqualTo("nosniff");
            String metrics = RawHttp.get(gateway.opsPort(), "x", "/metrics").text();
            assertThat(metrics)
                    .contains("reason=\"picture_unreachable\"")
                    .contains("reason=\"picture_forbidden\"")
                    .contains("reason=\"picture_unreadable\"");
        }
    }

    @Test
    void restart_fetchesNoPictureAgain() {
        picture("/body.png", TestPictures.png(40, 30));
        feed("", "<p>One</p><img src=\"/body.png\">");
        String before;
        try (TestGateway gateway = TestGateway.start(directory, origin.url("/feed.xml"), settings("every: 10s"))) {
            before = item(gateway).getString("content_html");
        }
        feed("", "<p>Two</p><img src=\"/body.png\">");

        try (TestGateway gateway = TestGateway.start(directory, origin.url("/feed.xml"), settings("every: 10s"))) {
            await().atMost(PATIENCE)
                    .until(() -> item(gateway).getString("content_html").contains("Two"));

            assertThat(item(gateway).getString("content_html")).isEqualTo(before.replace("One", "Two"));
        }
        assertThat(origin.asked().stream().filter(asked -> asked.uri().equals("/body.png")))
                .hasSize(1);
    }

    @Test
    void link_leavesPicturesWhereTheyAre() {
        picture("/body.png", TestPictures.png(40, 30));
        feed("", "<p>One</p><img src=\"/body.png\">");
        try (TestGateway gateway =
                TestGateway.start(directory, origin.url("/feed.xml"), new String[] {"sites.0.pictures=link"})) {
            assertThat(item(gateway).getString("content_html")).contains("src=\"" + origin.url("/body.png") + "\"");
        }
        assertThat(origin.asked()).extracting(ScriptedServer.Asked::uri).containsOnly("/feed.xml");
    }

    @Test
    void folder_picturesHaveSizesAndBadOnesAreNamed() throws IOException {
        Path articles = TestGateway.articles(directory);
        Files.write(
                articles.resolve("quay.jpg"),
                TestPictures.told(TestPictures.jpeg(1000, 500), "The quay at noon", "Jane Doe", ""));
        Files.write(articles.resolve("body.jpg"), TestPictures.jpeg(700, 350));
        Files.writeString(articles.resolve("bad.jpg"), "<html>");
        Files.writeString(
                articles.resolve("one.md"),
                "---\ntitle: One\ndate: 2026-11-01T10:00:00Z\nimage: quay.jpg\n---\n"
                        + "Words ![Body](body.jpg) and ![Bad](bad.jpg).\n");
        try (TestGateway gateway = TestGateway.start(directory)) {
            JsonObject item = item(gateway);

            assertThat(item.getString("image")).endsWith("/quay.jpg");
            assertThat(item.getString("content_html"))
                    .contains("body-640.jpg 640w", "width=\"700\" height=\"350\"", "The quay at noon", "Jane Doe")
                    .doesNotContain("bad.jpg");
            assertThat(RawHttp.get(gateway.opsPort(), "x", "/metrics").text()).contains("reason=\"part_left_out\"");
        }
    }

    private void picture(String path, byte[] bytes) {
        origin.on(path, request -> request.response().end(Buffer.buffer(bytes)));
    }

    private void feed(String elements, String html) {
        origin.serve("/feed.xml", """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title>
                <link>%s</link><description>D</description>
                <item><title>One</title><link>%s</link><guid>urn:one</guid>
                <pubDate>Sun, 01 Nov 2026 10:00:00 GMT</pubDate>%s<description><![CDATA[%s]]></description></item>
                </channel></rss>
                """.formatted(origin.url("/"), origin.url("/one"), elements, html));
    }

    private static String[] settings(String every) {
        return new String[] {"sites.0.origins.0." + every.replace(": ", "=")};
    }

    private static JsonObject item(TestGateway gateway) {
        return new JsonObject(gateway.get("/feed.json").text())
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
