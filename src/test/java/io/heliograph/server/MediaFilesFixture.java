package io.heliograph.server;

import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with files of every kind. */
abstract class MediaFilesFixture {

    static final Path SAMPLE = Path.of("config", "sample");
    static final Pattern MEDIA = Pattern.compile("https://news\\.example(/media/[^\"]+)");

    /** More than what the kernel takes for a reader who does not read. */
    static final int LONG = 32 * 1024 * 1024;

    @TempDir
    static Path directory;

    static TestGateway gateway;

    /** Paths by their names' ends. */
    static final Map<String, String> paths = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        paths.clear();
        Path articles = TestGateway.articles(directory);
        copy(SAMPLE.resolve("media"), articles.resolve("media"));
        Files.copy(SAMPLE.resolve("pictures/belfry.jpg"), articles.resolve("ferry.jpg"));
        Files.write(articles.resolve("long.mp3"), Buffer.buffer("sound").getBytes());
        try (RandomAccessFile file =
                new RandomAccessFile(articles.resolve("long.mp3").toFile(), "rw")) {
            file.setLength(LONG);
        }
        Files.createFile(articles.resolve("empty.mp3"));
        article(
                articles,
                "ferry",
                "image: ferry.jpg\nmedia:\n  - duration: 16s\n    renditions:\n"
                        + "      - url: media/ferry-crossing/master.m3u8\n      - url: media/ferry-crossing.mp4\n"
                        + "    captions: [{ url: media/ferry-crossing.en.vtt, language: en }]");
        article(articles, "long", "media:\n  - url: long.mp3\n    duration: 20s");
        article(articles, "empty", "media:\n  - url: empty.mp3\n    duration: 20s");
        gateway = TestGateway.start(directory);
        for (String document : List.of("/feed.json", "/tv/roku.json", "/ferry")) {
            Matcher found = MEDIA.matcher(gateway.get(document).text());
            while (found.find()) {
                if (found.group(1).matches(".*-\\d+\\.jpg")) {
                    continue;
                }
                paths.put(
                        found.group(1).substring(found.group(1).lastIndexOf('.') + 1)
                                + (found.group(1).contains("long")
                                        ? " long"
                                        : found.group(1).contains("empty") ? " empty" : ""),
                        found.group(1));
            }
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Path kept(String name) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    static void article(Path folder, String name, String frontMatter) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), "---\ntitle: " + name + "\n" + frontMatter + "\n---\nText.\n");
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
