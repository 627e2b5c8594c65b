package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at any moment of an ingest: nothing that was served is lost. */
class KillIT {

    private static final int ROUNDS = 3;

    @TempDir
    Path directory;

    @Test
    void kill_atAnyMomentOfAnIngest_losesNothingThatWasServed() throws IOException {
        Path articles = TestGateway.articles(directory);
        Map<String, String> served = new HashMap<>();
        Random random = new Random(11);
        int written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 80; i++) {
                TestGateway.write(articles, "a" + written, "Title " + written, "News", "Text ".repeat(100));
                written++;
            }
            try (RunningJar gateway = start(articles)) {
                int port = gateway.port();
                int enough = served.size() + random.nextInt(100);
                // Killed somewhere in the middle of taking in: as soon as a random number is served.
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                    served.putAll(articles(port));
                    return served.size() >= Math.min(enough, 200);
                });
                gateway.kill();
            }

            Files.move(articles, directory.resolve("gone"));
            try (RunningJar gateway = start(articles)) {
                gateway.awaitReady();
                Map<String, String> after = articles(gateway.port());
                served.forEach((id, title) -> assertThat(isThere(gateway.port(), title))
                        .as(title + " (" + id + ")")
                        .isTrue());
                assertThat(after).isNotEmpty();
                gateway.kill();
            }
            Files.move(directory.resolve("gone"), articles);
        }
    }

    private RunningJar start(Path articles) {
        return RunningJar.start(
                directory,
                "serve",
                "--origin",
                articles.toString(),
                "--host",
                "http://news.example",
                "--set",
                "server.port=0",
                "--set",
                "ops.port=0",
                "--set",
                "data=" + directory.resolve("data"));
    }

    private static Map<String, String> articles(int port) {
        return new JsonObject(RawHttp.get(port, "news.example", "/feed.json?limit=200")
                        .text())
                .getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .collect(Collectors.toMap(item -> item.getString("id"), item -> item.getString("title")));
    }

    private static boolean isThere(int port, String title) {
        RawHttp.Answer page = RawHttp.get(port, "news.example", "/a" + title.substring("Title ".length()));
        return page.status() == 200 && page.text().contains(title);
    }
}
