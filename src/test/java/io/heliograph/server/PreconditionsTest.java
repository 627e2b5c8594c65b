package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests for feeds and pages: RFC 9110, section 13. */
class PreconditionsTest extends DocumentsFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.1.2 same tag                         | If-None-Match: {tag}                     | 304",
                "13.1.2 weak comparison                  | If-None-Match: W/{tag}                   | 304",
                "13.1.2 list                             | If-None-Match: \"a\", {tag}, W/\"b\"     | 304",
                "13.1.2 two lines                        | If-None-Match: \"a\"~If-None-Match: {tag} | 304",
                "13.1.2 as Apache marks it               | If-None-Match: {marked:-gzip}            | 304",
                "13.1.2 as Apache marks and weakens it   | If-None-Match: W/{marked:-br}            | 304",
                "13.1.2 part of a tag                    | If-None-Match: {marked:-gz}              | 200",
                "13.1.2 more than a tag                  | If-None-Match: {marked:x-gzip}           | 200",
                "13.1.1 as Apache marks it               | If-Match: {marked:-gzip}                 | 412",
                "13.1.2 star                             | If-None-Match: *                         | 304",
                "13.1.2 other tag                        | If-None-Match: \"other\"                 | 200",
                "13.1.2 without quotes                   | If-None-Match: nonsense                  | 200",
                "13.1.2 tag of another coding            | If-None-Match: \"x-gz\"                  | 200",
                "13.1.3 same date                        | If-Modified-Since: {date}                | 304",
                "13.1.3 later date                       | If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT | 304",
                "13.1.3 earlier date                     | If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 200",
                "13.1.3 invented by a reader             | If-Modified-Since: Wed, 01 Jan 1800 00:00:00 GMT | 200",
                "13.1.3 no date                          | If-Modified-Since: yesterday             | 200",
                "13.2.2 tag counts, date does not        | If-None-Match: \"other\"~If-Modified-Since: {date} | 200",
                "13.1.1 same tag                         | If-Match: {tag}                          | 200",
                "13.1.1 star                             | If-Match: *                              | 200",
                "13.1.1 other tag                        | If-Match: \"other\"                      | 412",
                "13.1.1 strong comparison                | If-Match: W/{tag}                        | 412",
                "13.1.4 not changed since                | If-Unmodified-Since: {date}              | 200",
                "13.1.4 changed since                    | If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 412",
                "13.2.2 first If-Match, then the other   | If-Match: {tag}~If-None-Match: {tag}     | 304",
                "13.1.2 fast way goes round no If-Match  | If-Match: \"other\"~If-None-Match: {tag} | 412",
                "14.2 feeds take no ranges               | Range: bytes=0-9                         | 200",
            })
    void precondition_isDecidedByItsSection(String row, String headers, int status) {
        RawHttp.Answer plain = gateway.get("/feed.rss");
        String marked = plain.field("etag").replaceFirst(".$", "");
        String[] lines = headers.replaceAll("\\{marked:(.*?)}", marked + "$1\"")
                .replace("{tag}", plain.field("etag"))
                .replace("{date}", plain.field("last-modified"))
                .split("~", -1);

        RawHttp.Answer answer = gateway.get("/feed.rss", lines);

        assertThat(answer.status()).as(row).isEqualTo(status);
        if (status == 304) {
            assertThat(answer.closed()).as("no body").isTrue();
            assertThat(answer.field("etag")).as("section 15.4.5").isEqualTo(plain.field("etag"));
            assertThat(answer.field("cache-control")).as("section 15.4.5").isEqualTo(plain.field("cache-control"));
            assertThat(answer.field("vary")).as("section 15.4.5").isEqualTo(plain.field("vary"));
            assertThat(answer.field("date")).as("section 15.4.5").isNotEmpty();
            assertThat(answer.field("content-type")).isEmpty();
            assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        }
    }

    @Test
    void precondition_ofACodedFeed_isAboutItsOwnTag() {
        RawHttp.Answer gzip = gateway.get("/feed.rss", "Accept-Encoding: gzip");

        assertThat(gateway.get("/feed.rss", "Accept-Encoding: gzip", "If-None-Match: " + gzip.field("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(gateway.get("/feed.rss", "If-None-Match: " + gzip.field("etag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void precondition_onAnotherHost_isTheSame() {
        String tag = gateway.get("/feed.atom").field("etag");

        RawHttp.Answer answer = RawHttp.get(gateway.port(), TestGateway.MIRROR, "/feed.atom", "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(304);
    }
}
