package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as people use it. */
class MainIT {

    @TempDir
    Path directory;

    @Test
    void version_isSaid() {
        try (RunningJar program = run("--version")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).matches("Heliograph \\d+\\.\\d+\\.\\d+.*\\s*");
        }
    }

    @Test
    void help_namesTheCommands() {
        try (RunningJar program = run("--help")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).contains("serve", "check", "fetch", "--version");
        }
    }

    @Test
    void nothing_isWrongUsage() {
        try (RunningJar program = run()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output()).contains("serve, check or fetch");
        }
    }

    @Test
    void unknownOption_isWrongUsage() {
        try (RunningJar program = run("serve", "--prot", "8080")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output()).contains("--prot");
        }
    }

    @Test
    void check_ofAGoodFile_saysSo() throws IOException {
        Path file = Files.writeString(
                directory.resolve("good.yaml"),
                "sites:\n  - id: news\n    hosts: [\"http://news.example\"]\n    origins: [{folder: .}]\n");

        try (RunningJar program = run("check", "--config", file.toString())) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).contains("is good: 1 site, 1 host, 1 origin.");
        }
    }

    @Test
    void check_ofAFileThatIsLikelyNotMeant_asks() throws IOException {
        Path file = Files.writeString(directory.resolve("large.yaml"), """
                sites:
                  - id: news
                    hosts: ["http://news.example"]
                    mirror: { origin: "http://www.example.org", cookies: { allow: [session] }, memory: 900GB }
                """);

        try (RunningJar program = run("check", "--config", file.toString())) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output())
                    .contains("is good:")
                    .contains("But cache.memory")
                    .contains("mirror.memory of site news (900.0GB)")
                    .contains("But mirror.cookies of site news");
        }
    }

    @Test
    void check_ofABadFile_saysEverythingAtOnce() throws IOException {
        Path file = Files.writeString(
                directory.resolve("bad.yaml"),
                "server: { prt: 1 }\nsites:\n  - id: news\n    hosts: []\n    origins: [{feed: x, every: soon}]\n");

        try (RunningJar program = run("check", "--config", file.toString())) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output())
                    .contains("bad.yaml:1: server.prt:")
                    .contains("bad.yaml:4: sites[0].hosts:")
                    .contains("bad.yaml:5: sites[0].origins[0].feed:")
                    .contains("bad.yaml:5: sites[0].origins[0].every:");
        }
    }

    @Test
    void serve_withABadFile_startsNothing() {
        try (RunningJar program = run("serve", "--config", "nothing.yaml")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output()).contains("nothing.yaml: found no such file");
        }
    }

    @Test
    void serve_onAPortThatIsTaken_saysWhatToDo() throws IOException {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
        try (ServerSocket taken = new ServerSocket(0);
                RunningJar program = run(
                        "serve",
                        "--origin",
                        "articles",
                        "--set",
                        "server.port=" + taken.getLocalPort(),
                        "--set",
                        "ops.port=0")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output())
                    .contains("port " + taken.getLocalPort())
                    .contains("--set server.port=");
        }
    }

    @Test
    void serve_ofAFolder_saysWhatToOpenAndEndsOnSigterm() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
        try (RunningJar program =
                run("serve", "--origin", "articles", "--set", "server.port=0", "--set", "ops.port=0")) {
            program.awaitReady();

            RawHttp.Answer front = RawHttp.get(program.port(), "localhost:" + program.port(), "/");

            assertThat(front.status()).isEqualTo(200);
            assertThat(front.text()).contains("One", "http://localhost:" + program.port() + "/feed.rss");
            assertThat(program.output().lines().filter(line -> !line.contains(" INFO ")))
                    .hasSizeLessThan(10)
                    .contains("Open:");
            program.terminate();
            assertThat(program.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void fetch_showsWhatAFolderWouldGive() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "A first title", "News", "Body");
        Files.writeString(articles.resolve("bad.md"), "---\ntitle: [\n---\n");

        try (RunningJar program = run("fetch", "articles")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output())
                    .contains("A first title", "2026-11-01 10:00", "/one", "1 article, 1 left out.", "bad.md:");
        }
    }

    @Test
    void fetch_countsWhatWaitsForItsDate() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "A first title", "News", "Body");
        Files.writeString(articles.resolve("two.md"), "---\ntitle: Two\ndate: 2999-01-01\n---\n");
        Files.writeString(articles.resolve("three.md"), "---\ntitle: Three\ndate: 2999-01-01\n---\n");

        try (RunningJar program = run("fetch", "articles")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).contains("3 articles, 0 left out, 2 wait for their date.");
        }
    }

    @Test
    void fetch_asJson_isJson() {
        TestGateway.write(TestGateway.articles(directory), "one", "A first title", "News", "Body");

        try (RunningJar program = run("fetch", "--json", "articles")) {
            assertThat(program.exitCode()).isZero();
            assertThat(new JsonObject(program.output())
                            .getJsonArray("articles")
                            .getJsonObject(0)
                            .getString("title"))
                    .isEqualTo("A first title");
        }
    }

    @Test
    void fetch_ofWhatIsNotThere_fails() {
        try (RunningJar program = run("fetch", "nowhere")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output()).contains("nowhere", "cannot be read");
        }
    }

    private RunningJar run(String... arguments) {
        return RunningJar.start(directory, arguments);
    }
}
