package io.heliograph.server;

import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with sixty articles in two sections. */
abstract class DocumentsFixture {

    @TempDir
    static Path directory;

    static TestGateway gateway;

    @BeforeAll
    static void start() {
        Path articles = TestGateway.articles(directory);
        for (int i = 0; i < 60; i++) {
            TestGateway.write(
                    articles, "news/story-" + i, "Story " + i, i % 2 == 0 ? "News" : "Café & Co", "Text ".repeat(200));
        }
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }
}
