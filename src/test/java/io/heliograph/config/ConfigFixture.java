package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A configuration in a file of the test. */
abstract class ConfigFixture {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    static final Path SHIPPED = Path.of("config/heliograph.yaml");

    static final String GOOD = """
            server: { port: 80, bind: 127.0.0.1, trust: [10.0.0.0/8, "2001:db8::/32"], proxyProtocol: true, drain: 3s, fullFetches: { burst: 10, perMinute: 5 } }
            ops: { port: 0, bind: "::1" }
            data: ../elsewhere
            cache: { memory: 64MB }
            media: { keepUnused: 30d }
            outbound: { allow: [intranet.example] }
            sites:
              - id: news
                title: The News
                description: All of it
                language: pt-br
                timezone: Europe/Lisbon
                authority: news.example,2020-05
                hosts: ["https://News.example/", "http://mirror.example:8080", "https://bücher.example"]
                terms:
                  - { for: [/, /sections/harbour], maxAge: 1h }
                origins:
                  - folder: articles
                    deletions: follow
                    pictures: link
                  - feed: https://origin.example/feed.xml
                    every: 15m
            """;

    @TempDir
    Path directory;

    GatewayConfig read(String yaml, String... settings) throws InvalidConfig, IOException {
        Path file = Files.writeString(directory.resolve("heliograph.yaml"), yaml);
        return GatewayConfig.read(file, List.of(settings), CLOCK);
    }

    List<ConfigError> errors(String yaml, String... settings) {
        InvalidConfig e = catchThrowableOfType(InvalidConfig.class, () -> read(yaml, settings));
        assertThat(e).isNotNull();
        return e.errors();
    }
}
