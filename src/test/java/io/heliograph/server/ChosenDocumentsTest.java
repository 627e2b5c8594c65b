package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.Zstd;
import io.heliograph.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query, Accept and Accept-Encoding make of a document. */
class ChosenDocumentsTest extends DocumentsFixture {

    @ParameterizedTest
    @CsvSource({
        "'', 50",
        "?limit=3, 3",
        "?limit=1, 1",
        "?limit=0, 50",
        "?limit=-1, 50",
        "?limit=x, 50",
        "?limit=, 50",
        "?limit=60, 60",
        "?limit=100000, 60",
        "?limit=1000000, 60",
        "?limit=99999999999999999999, 60",
        "?limit=0007, 7",
        "?limit=%37, 7",
        "?limit=+7, 7",
        "?limit=7.0, 50",
        "?limit=7e1, 50",
        "?limit=٧, 50",
        "?LIMIT=7, 50",
        "?utm_source=x&limit=4&y=z, 4",
        "?xlimit=4, 50",
        "?_=123, 50",
    })
    void limit_boundsTheNumberOfItems(String query, int items) {
        String feed = gateway.get("/feed.rss" + query).text();

        assertThat(feed.split("<item>", -1)).hasSize(items + 1);
    }

    @Test
    void parameter_unknown_isNoOtherDocument() {
        assertThat(gateway.get("/feed.rss?utm_source=x").field("etag"))
                .isEqualTo(gateway.get("/feed.rss").field("etag"));
    }

    @Test
    void limit_isPartOfTheFeedsOwnAddress() {
        assertThat(gateway.get("/feed.atom?a=b&limit=3").text())
                .contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://news.example/feed.atom?limit=3\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                              | rss",
                "application/atom+xml                                          | atom",
                "application/feed+json, application/rss+xml;q=0.5              | feed+json",
                "application/rss+xml;q=0.1, application/atom+xml;q=0.2         | atom",
                "application/atom+xml;q=0, */*                                 | rss",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "image/png                                                     | rss",
                "application/json                                              | feed+json",
                "application/json;q=0.5, */*;q=0.1                             | feed+json",
                "nonsense;;q=x,,                                               | rss",
            })
    void feed_withoutAnEnding_followsAccept(String accept, String kind) {
        RawHttp.Answer answer = accept == null ? gateway.get("/feed") : gateway.get("/feed", "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).contains(kind);
        assertThat(answer.field("vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(answer.field("content-location"))
                .as("RFC 9110, section 8.7")
                .isEqualTo("/feed." + kind.replace("feed+", ""));
    }

    @Test
    void sectionFeed_withoutAnEnding_followsAcceptToo() {
        assertThat(gateway.get("/sections/news/feed", "Accept: application/atom+xml")
                        .field("content-type"))
                .contains("atom");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                      | gzip",
                "br                        | br",
                "zstd                      | zstd",
                "gzip, deflate, br, zstd   | br",
                "gzip;q=1.0, br;q=0.5      | gzip",
                "deflate                   | ''",
                "identity                  | ''",
                "gzip;q=0                  | ''",
                "*;q=0                     | ''",
            })
    void coding_isTheOneAskedFor(String acceptEncoding, String coding) throws IOException {
        RawHttp.Answer plain = gateway.get("/feed.rss");

        RawHttp.Answer answer = gateway.get("/feed.rss", "Accept-Encoding: " + acceptEncoding);

        assertThat(answer.field("content-encoding")).isEqualTo(coding);
        assertThat(decoded(answer)).isEqualTo(plain.text());
        if (!coding.isEmpty()) {
            assertThat(answer.body().length).isLessThan(plain.body().length / 3);
            assertThat(answer.field("etag"))
                    .as("a strong tag is of the coded bytes (section 8.8.3)")
                    .isNotEqualTo(plain.field("etag"))
                    .startsWith(plain.field("etag").substring(0, 20));
        }
    }

    private static String decoded(RawHttp.Answer answer) throws IOException {
        byte[] body = answer.body();
        return new String(
                switch (answer.field("content-encoding")) {
                    case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                    case "br" -> {
                        Brotli4jLoader.ensureAvailability();
                        yield Decoder.decompress(body).getDecompressedData();
                    }
                    case "zstd" -> Zstd.decompress(body, (int) Zstd.getFrameContentSize(body));
                    default -> body;
                },
                StandardCharsets.UTF_8);
    }
}
