package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same articles are the same bytes in every process, wherever in the world it runs. */
class FeedBytesIT {

    private static final Pattern PREVIOUS =
            Pattern.compile("(?:rel=\"prev-archive\"[^>]*href=|\"next_url\":)\"https://news.example([^\"]+)\"");

    private static final List<String> PATHS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/sections/i%CC%87stanbul/feed.rss",
            "/feed.atom?limit=7&since=2026-11-01",
            "/feed.json?summary=only",
            "/search/feed.rss?q=ISTANBUL",
            "/feeds/few/feed.atom",
            "/tv/roku.json",
            "/tags/id/feed.rss",
            "/podcast.rss",
            "/feed.msn.rss",
            "/feed.flipboard.rss",
            "/sitemap.xml",
            "/sitemap-1.xml",
            "/news-sitemap.xml",
            "/feeds.opml",
            "/robots.txt");

    private static final Path ARTWORK = Path.of("config/brand/podcast.jpg").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void bytesAndTags_areTheSame_underAnyLocaleAndTimeZone() throws IOException {
        for (int i = 0; i < 120; i++) {
            Files.writeString(TestGateway.articles(directory).resolve("a" + i + ".md"), """
                    ---
                    title: "I\\u0131\\u0130i \\u0661 %d \\u06f2 TITLE"
                    date: 2026-11-%02dT10:%02d:00Z
                    section: \u0130stanbul
                    tags: [ID, Title]
                    media: [{title: F, duration: 62s, renditions: [{url: 'https://cdn.example/%d.mp4', type: video/mp4}]}]
                    ---
                    Istanbul %d <b>INLINE</b>.
                    """.formatted(
                            i, 1 + i / 60, i % 60, i, i));
        }

        Map<String, String> usual = answers("usual", "-Duser.language=en", "-Duser.timezone=UTC");

        assertThat(usual).hasSizeGreaterThan(PATHS.size() + 5);
        // Another node has the same store.
        assertThat(answers("arabic", "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Africa/Cairo"))
                .isEqualTo(usual);
        assertThat(answers(
                        "turkish",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Chatham",
                        "-Dfile.encoding=ISO-8859-9"))
                .isEqualTo(usual);
    }

    /** Each path with its validators and its bytes, the archives' too. */
    private Map<String, String> answers(String name, String... jvm) throws IOException {
        Path place = Files.createDirectories(directory.resolve(name));
        copy(directory.resolve("usual/data"), place.resolve("data"));
        try (RunningJar gateway = RunningJar.start(
                place,
                List.of(jvm),
                "serve",
                "--origin",
                TestGateway.articles(directory).toString(),
                "--host",
                "https://news.example",
                "--set",
                "server.port=0",
                "--set",
                "ops.port=0",
                "--set",
                "sites.0.id=news",
                "--set",
                "sites.0.language=tr",
                "--set",
                "sites.0.feeds=[{id: few, title: Few, include: {words: istanbul}, exclude: {tags: [none]}}]",
                "--set",
                "sites.0.syndication.partners=[msn, flipboard]",
                "--set",
                "sites.0.podcast={owner: {email: a@news.example}, categories: [News], image: " + ARTWORK + "}",
                "--set",
                "data=" + place.resolve("data"))) {
            gateway.awaitReady();
            Map<String, String> answers = new LinkedHashMap<>();
            List<String> paths = new ArrayList<>(PATHS);
            for (int i = 0; i < paths.size(); i++) {
                RawHttp.Answer answer = RawHttp.get(gateway.port(), "news.example", paths.get(i));
                assertThat(answer.status()).as(name + " " + paths.get(i)).isEqualTo(200);
                answers.put(paths.get(i), answer.field("etag") + answer.field("last-modified") + answer.text());
                Matcher previous = PREVIOUS.matcher(answer.text());
                if (previous.find() && !paths.contains(previous.group(1))) {
                    paths.add(previous.group(1));
                }
            }
            gateway.kill();
            return answers;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from) || Files.exists(to)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
