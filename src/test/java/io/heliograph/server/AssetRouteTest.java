package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that pages name, over HTTP. */
class AssetRouteTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Text");
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "style, css, text/css; charset=utf-8",
        "icon, svg, image/svg+xml",
        "favicon, ico, image/x-icon",
        "apple-touch-icon, png, image/png",
        "icon-512, png, image/png",
        "site, webmanifest, application/manifest+json",
    })
    void asset_thatAPageNames_staysForEver(String name, String ending, String type) {
        Matcher url = Pattern.compile("https://news\\.example(/assets/" + name + "\\.[a-z2-7]{10}\\." + ending + ")")
                .matcher(gateway.get("/").text());
        assertThat(url.find()).isTrue();

        RawHttp.Answer answer = gateway.get(url.group(1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.field("cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.field("content-security-policy")).contains("default-src 'none'", "sandbox");
        assertThat(answer.field("etag")).matches("\"[a-z2-7]{26}\"");
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/favicon.ico", "/assets/style.css", "/assets/style.aaaaaaaaaa.css"})
    void asset_byANameThatDoesNotSayWhichOne_isForAWhile(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("cache-control")).contains("max-age=3600").doesNotContain("immutable");
    }

    /** Readers ask for them again and again whatever they are told of a page. */
    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/apple-touch-icon.png"})
    void icon_byTheNameThatAllGuess_isForAWeek(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("cache-control")).contains("max-age=604800").doesNotContain("immutable");
    }

    @Test
    void asset_isKeptApart_byTheNameItWasAskedBy() {
        String named = gateway.get("/").text().replaceAll("(?s).*(/assets/style\\.[a-z2-7]{10}\\.css).*", "$1");

        RawHttp.Answer old = gateway.get("/assets/style.aaaaaaaaaa.css");
        RawHttp.Answer now = gateway.get(named);

        assertThat(now.body()).isEqualTo(old.body());
        assertThat(now.field("cache-control")).contains("immutable");
        assertThat(old.field("cache-control")).doesNotContain("immutable");
    }
}
