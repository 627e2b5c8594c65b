package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway: from a file that a writer saves to what readers get. */
class GatewayTest {

    /** Far longer than it takes; how long it does take is for benchmarks to say. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void edit_showsInEveryFormatAndOnThePage() {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "Before", "News", "Body");
        try (TestGateway gateway = TestGateway.start(directory)) {
            String rss = gateway.get("/feed.rss").field("etag");
            assertThat(gateway.get("/one").text()).contains("Before");

            TestGateway.write(articles, "one", "After", "News", "Body");

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(gateway.get("/feed.rss").text()).contains("After").doesNotContain("Before");
                assertThat(gateway.get("/feed.atom").text()).contains("After").doesNotContain("Before");
                assertThat(titles(gateway, "/feed.json")).containsExactly("After");
                assertThat(titles(gateway, "/sections/news/feed.json")).containsExactly("After");
                assertThat(gateway.get("/one").text()).contains("After").doesNotContain("Before");
                assertThat(gateway.get("/").text()).contains("After").doesNotContain("Before");
            });
            assertThat(gateway.get("/feed.rss").field("etag")).isNotEqualTo(rss);
        }
    }

    @Test
    void newFile_showsAndADeletedOneGoes() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "News", "Body");
        TestGateway.write(articles, "two", "Two", "News", "Body");
        try (TestGateway gateway = TestGateway.start(directory)) {
            assertThat(titles(gateway, "/feed.json")).containsExactlyInAnyOrder("One", "Two");

            TestGateway.write(articles, "deep/down/three", "Three", "Sport", "Body");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(titles(gateway, "/feed.json")).contains("Three"));
            Files.delete(articles.resolve("two.md"));

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(titles(gateway, "/feed.json")).containsExactlyInAnyOrder("One", "Three");
                assertThat(gateway.get("/two").status()).isEqualTo(410);
            });
        }
    }

    @Test
    void saveByRename_neverFlickers() throws Exception {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "Version 0", "News", "Body");
        try (TestGateway gateway = TestGateway.start(directory)) {
            AtomicBoolean saving = new AtomicBoolean(true);
            AtomicReference<String> flicker = new AtomicReference<>("");
            Thread reader = new Thread(() -> {
                while (saving.get()) {
                    int items = titles(gateway, "/feed.json").size();
                    int status = gateway.get("/one").status();
                    if (items != 1 || status != 200) {
                        flicker.set(items + " items, status " + status);
                    }
                }
            });
            reader.start();

            for (int version = 1; version <= 10; version++) {
                // As editors do: the old file becomes a backup, the new one is written beside and put in its place.
                Path backup = articles.resolve("one.md~");
                Path fresh = Files.createTempDirectory(directory, "editor").resolve("one.md");
                TestGateway.write(fresh.getParent(), "one", "Version " + version, "News", "Body");
                Files.move(articles.resolve("one.md"), backup, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, articles.resolve("one.md"));
                String expected = "Version " + version;
                await().atMost(PATIENCE)
                        .until(() -> titles(gateway, "/feed.json").equals(List.of(expected)));
            }

            saving.set(false);
            reader.join();
            assertThat(flicker.get()).isEmpty();
        }
    }

    @Test
    void restart_withoutTheFolder_servesEverythingUnderTheSameValidators() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "News", "Body");
        RawHttp.Answer before;
        try (TestGateway gateway = TestGateway.start(directory)) {
            before = gateway.get("/feed.rss");
        }
        Files.move(articles, directory.resolve("out of reach"));

        try (TestGateway gateway =
                TestGateway.start(directory, directory.resolve("articles").toString(), new String[0])) {
            RawHttp.Answer after = gateway.get("/feed.rss");

            assertThat(after.text()).isEqualTo(before.text());
            assertThat(after.field("etag")).isEqualTo(before.field("etag"));
            assertThat(after.field("last-modified")).isEqualTo(before.field("last-modified"));
            assertThat(gateway.get("/one").status()).isEqualTo(200);
        }
    }

    @Test
    void change_movesTheValidatorsOfWhatShowsItAlone() {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "News", "Body");
        TestGateway.write(articles, "two", "Two", "Sport", "Body");
        try (TestGateway gateway = TestGateway.start(directory)) {
            List<String> others =
                    List.of("/sections/news/feed.rss", "/sections/news", "/one", "/mirrors", "/tv/roku.json");
            List<String> before =
                    others.stream().map(path -> gateway.get(path).field("etag")).toList();
            String sport = gateway.get("/sections/sport/feed.rss").field("etag");

            TestGateway.write(articles, "two", "Two, corrected", "Sport", "Body");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    gateway.get("/sections/sport/feed.rss").field("etag"))
                            .isNotEqualTo(sport));
            assertThat(others.stream().map(path -> gateway.get(path).field("etag")))
                    .containsExactlyElementsOf(before);
        }
    }

    @Test
    void badFile_isLeftOutAndTheRestGoesOn() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "good", "Good", "News", "Body");
        Files.writeString(articles.resolve("bad.md"), "---\ntitle: [unclosed\n---\nBody\n");
        Files.writeString(articles.resolve("worse.json"), "{ not json");

        try (TestGateway gateway = TestGateway.start(directory)) {
            assertThat(titles(gateway, "/feed.json")).containsExactly("Good");
            assertThat(RawHttp.get(gateway.opsPort(), "x", "/metrics").text())
                    .contains("reason=\"unreadable\",result=\"left_out\"");
        }
    }

    @Test
    void stop_letsAnAnswerFinish() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body ".repeat(50_000));
        TestGateway gateway = TestGateway.start(directory);
        AtomicReference<RawHttp.Answer> answer = new AtomicReference<>();
        Thread visitor = new Thread(() -> answer.set(gateway.get("/one")));

        visitor.start();
        await().atMost(PATIENCE).until(() -> !visitor.isAlive() || visitor.getState() == Thread.State.RUNNABLE);
        gateway.close();

        await().atMost(PATIENCE).until(() -> !visitor.isAlive());
        if (answer.get() != null && answer.get().status() == 200) {
            assertThat(answer.get().body().length)
                    .isEqualTo(Integer.parseInt(answer.get().field("content-length")));
        }
    }

    private static List<String> titles(TestGateway gateway, String feed) {
        JsonArray items = new JsonObject(gateway.get(feed).text()).getJsonArray("items");
        return items.stream()
                .map(item -> ((JsonObject) item).getString("title"))
                .toList();
    }
}
