package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the media library over HTTP. */
class MediaTest {

    private static final int LENGTH = 300_000;

    @TempDir
    static Path directory;

    private static TestGateway gateway;
    private static byte[] bytes;
    private static String path;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        bytes = new byte[LENGTH];
        new Random(4).nextBytes(bytes);
        Files.write(articles.resolve("sea & bells.mp3"), bytes);
        Files.writeString(
                articles.resolve("one.md"),
                "---\ntitle: One\nmedia:\n  - url: \"sea & bells.mp3\"\n    duration: 20s\n---\nListen.\n");
        gateway = TestGateway.start(directory);
        Matcher matcher = Pattern.compile("https://news\\.example(/media/[^\"]+)")
                .matcher(gateway.get("/feed.json").text());
        assertThat(matcher.find()).isTrue();
        path = matcher.group(1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void file_isServedWholeForEver() {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.field("content-type")).isEqualTo("audio/mpeg");
        assertThat(answer.field("accept-ranges")).isEqualTo("bytes");
        assertThat(answer.field("cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.field("etag")).startsWith("\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=100-, 100, 299999",
        "bytes=-1, 299999, 299999",
        "bytes=-100, 299900, 299999",
        "bytes=-400000, 0, 299999",
        "bytes=299999-500000, 299999, 299999",
        "BYTES=1-2, 1, 2",
        "bytes=00-01, 0, 1",
        "bytes=0-99999999999999999999999, 0, 299999",
        "bytes=-99999999999999999999999, 0, 299999",
    })
    void range_isAnsweredWithThatPart(String range, int first, int last) {
        RawHttp.Answer answer = gateway.get(path, "Range: " + range);

        assertThat(answer.status()).as("RFC 9110, section 15.3.7").isEqualTo(206);
        assertThat(answer.field("content-range")).isEqualTo("bytes " + first + "-" + last + "/" + LENGTH);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=300000-", "bytes=999999-1000000", "bytes=-0", "bytes=99999999999999999999999-"})
    void range_beyondTheEnd_is416(String range) {
        RawHttp.Answer answer = gateway.get(path, "Range: " + range);

        assertThat(answer.status()).as("RFC 9110, section 15.5.17").isEqualTo(416);
        assertThat(answer.field("content-range")).isEqualTo("bytes */" + LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-2", "bytes=a-b", "items=0-1", "bytes=", "bytes 0-1", "bytes=--5"})
    void range_thatIsNotOne_isPassedOver(String range) {
        assertThat(gateway.get(path, "Range: " + range).status())
                .as("RFC 9110, section 14.2")
                .isEqualTo(200);
    }

    /** A server may pass over ranges (RFC 9110, section 14.2), and many small ones are an attack (section 17.15). */
    @Test
    void ranges_several_areAnsweredWithTheWhole() {
        StringBuilder ranges = new StringBuilder("bytes=0-0");
        for (int i = 1; i < 1000; i++) {
            ranges.append(",").append(i).append("-").append(i + 1);
        }

        RawHttp.Answer answer = gateway.get(path, "Range: " + ranges);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo("audio/mpeg");
        assertThat(answer.body()).isEqualTo(bytes);
    }

    @Test
    void range_beyondTheEnd_saysNothingOfItsKind() {
        RawHttp.Answer answer = gateway.get(path, "Range: bytes=300000-");

        assertThat(answer.field("content-type")).isEmpty();
        assertThat(answer.field("content-length")).isEqualTo("0");
        assertThat(answer.field("access-control-expose-headers")).contains("Content-Range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.1.2 tag before range        | If-None-Match: {tag}                                | 304",
                "13.1.2 other tag, then range   | If-None-Match: \"other\"                            | 206",
                "13.1.3 date before range       | If-Modified-Since: {date}                           | 304",
                "13.1.1 same tag, then range    | If-Match: {tag}                                     | 206",
                "13.1.1 other tag               | If-Match: \"other\"                                 | 412",
                "13.1.1 weak tag                | If-Match: W/{tag}                                   | 412",
                "13.1.4 changed since           | If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT  | 412",
                "13.1.4 not changed since       | If-Unmodified-Since: {date}                         | 206",
                "13.1.5 after If-Match          | If-Match: {tag}~If-Range: \"other\"                 | 200",
                "13.1.5 no tag and no date      | If-Range: nonsense                                  | 200",
                "13.1.5 a list is no tag        | If-Range: {tag}, \"other\"                          | 200",
                "13.1.5 a later date is another | If-Range: Fri, 01 Jan 2100 00:00:00 GMT             | 200",
            })
    void range_isDecidedAfterPreconditions(String row, String fields, int status) {
        RawHttp.Answer whole = gateway.get(path);
        String lines = ("Range: bytes=0-9~" + fields)
                .replace("{tag}", whole.field("etag"))
                .replace("{date}", whole.field("last-modified"));

        RawHttp.Answer answer = gateway.get(path, lines.split("~", -1));

        assertThat(answer.status()).as("RFC 9110, section " + row).isEqualTo(status);
        if (status != 412) {
            assertThat(answer.field("etag")).as("section 15.3.7").isEqualTo(whole.field("etag"));
            assertThat(answer.field("cache-control")).isEqualTo(whole.field("cache-control"));
        }
    }

    @Test
    void range_beyondTheEndOfWhatIsNotMeant_isTheWhole() {
        RawHttp.Answer answer = gateway.get(path, "Range: bytes=999999-", "If-Range: \"other\"");

        assertThat(answer.status()).as("RFC 9110, section 13.1.5").isEqualTo(200);
    }

    @Test
    void range_ofAHead_isPassedOver() {
        RawHttp.Answer answer = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, path, "Range: bytes=0-9");

        assertThat(answer.status()).as("RFC 9110, section 14.2").isEqualTo(200);
        assertThat(answer.field("content-length")).isEqualTo(String.valueOf(LENGTH));
    }

    @Test
    void range_withIfRange_holdsWhileTheFileIsTheSame() {
        RawHttp.Answer whole = gateway.get(path);

        assertThat(gateway.get(path, "Range: bytes=0-9", "If-Range: " + whole.field("etag"))
                        .status())
                .as("RFC 9110, section 13.1.5")
                .isEqualTo(206);
        assertThat(gateway.get(path, "Range: bytes=0-9", "If-Range: " + whole.field("last-modified"))
                        .status())
                .isEqualTo(206);
        assertThat(gateway.get(path, "Range: bytes=0-9", "If-Range: \"other\"").status())
                .isEqualTo(200);
        assertThat(gateway.get(path, "Range: bytes=0-9", "If-Range: W/" + whole.field("etag"))
                        .status())
                .as("strong comparison")
                .isEqualTo(200);
        assertThat(gateway.get(path, "Range: bytes=0-9", "If-Range: Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void file_thatIsKnown_is304() {
        RawHttp.Answer whole = gateway.get(path);

        RawHttp.Answer answer = gateway.get(path, "If-None-Match: " + whole.field("etag"), "Range: bytes=0-9");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.field("etag")).isEqualTo(whole.field("etag"));
    }

    @Test
    void file_onAnotherHost_isTheSame() {
        RawHttp.Answer answer = RawHttp.get(gateway.port(), TestGateway.MIRROR, path);

        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.field("etag")).isEqualTo(gateway.get(path).field("etag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/",
                "/media/x",
                "/media/../data/heliograph.db",
                "/media/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/x.mp3",
                "/media/%2e%2e/%2e%2e/heliograph.db",
                "/media/news/x"
            })
    void path_outOfTheLibrary_isNotThere(String other) {
        assertThat(gateway.get(other).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/..",
                "%00",
                "%00.jpg",
                "/x",
                "%2f",
                "%2e%2e%2f",
                "%5c..",
                "..",
                "~",
                ".md",
                ";x",
                "%20",
                "%0a",
                "/../../../heliograph.db",
                "%252e%252e",
                "::$DATA"
            })
    void path_withMoreAtItsEnd_isNotThere(String more) {
        assertThat(gateway.get(path + more).status()).isIn(400, 404);
    }

    @Test
    void path_inOtherLetters_isNotThere() {
        assertThat(gateway.get(path.replaceFirst("/media/.", "/media/A")).status())
                .isEqualTo(404);
        assertThat(gateway.get("/" + path).status()).isEqualTo(404);
        assertThat(gateway.get(path.replace("/media/", "/MEDIA/")).status()).isEqualTo(404);
        assertThat(gateway.get(path.replace("/media/", "/media//")).status()).isEqualTo(404);
    }

    @Test
    void path_ofAFolder_isNotThere() {
        assertThat(gateway.get(path.substring(0, path.lastIndexOf('/') + 1)).status())
                .isEqualTo(404);
    }
}
