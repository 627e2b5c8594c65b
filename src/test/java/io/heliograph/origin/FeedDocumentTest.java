package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.atom;
import static io.heliograph.origin.FeedSamples.failure;
import static io.heliograph.origin.FeedSamples.json;
import static io.heliograph.origin.FeedSamples.read;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/html",
                "text/plain; charset=utf-8",
                "application/octet-stream",
                "application/json",
                "image/png",
                "nonsense",
                "text/xml; charset=nonsense"
            })
    void kindOfDocument_isKnownByContent(String contentType) throws OriginFailure {
        assertThat(read(rss("<title>One</title>"), contentType).drafts()).hasSize(1);
        assertThat(read(atom("<id>urn:a:1</id><title>One</title>"), contentType).drafts())
                .hasSize(1);
        assertThat(read(json("{\"id\": \"1\", \"title\": \"One\"}"), contentType)
                        .drafts())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "'   '|empty",
                "<!DOCTYPE html><html><body>Just a moment</body></html>|a web page, not a feed",
                "<HTML><body>x</body></HTML>|a web page, not a feed",
                "<!-- hello --><html lang='en'>|a web page, not a feed",
                "<opml version='2.0'><body/></opml>|neither RSS nor Atom",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>|neither RSS nor Atom",
                "404 page not found|past repair",
                "<|past repair",
                "[]|past repair",
            })
    void whatIsNoFeed_isRefused_withAReason(String document, String reason) {
        // When
        OriginFailure failure = failure(document);

        // Then
        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
        assertThat(failure).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\n\n  ", "\ufeff\ufeff\n"})
    void whatStandsBeforeTheDocument_isSkipped(String before) throws OriginFailure {
        assertThat(read(before + rss("<title>One</title>")).drafts()).hasSize(1);
        assertThat(read(before + json("{\"id\": \"1\", \"title\": \"One\"}")).drafts())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15"})
    void everyCharset_isRead(String charset) throws OriginFailure {
        // Given
        byte[] bytes = rss("<title>Caf\u00e9</title>")
                .replace("UTF-8", charset)
                .strip()
                .getBytes(Charset.forName(charset));

        // When
        Draft draft = FeedDocument.parse(bytes, "", FeedSamples.URL, FeedSamples.HOSTS)
                .drafts()
                .get(0);

        // Then
        assertThat(draft.story().title()).isEqualTo("Caf\u00e9");
    }

    @Test
    void whatACommentHolds_isNoElement() throws OriginFailure {
        assertThat(read("<!-- <html> moved here --><?note <html> ?><rss version='2.0'><channel><title>T</title>"
                                + "<item><title>One</title></item></channel></rss>")
                        .drafts())
                .hasSize(1);
    }

    @Test
    void charsetOfHttp_countsWhereTheDocumentNamesNone() throws OriginFailure {
        // Given
        byte[] bytes = "<rss version='2.0'><channel><title>\u041c\u0438\u0440</title></channel></rss>"
                .getBytes(Charset.forName("windows-1251"));

        // When
        ParsedFeed feed =
                FeedDocument.parse(bytes, "text/xml; charset=windows-1251", FeedSamples.URL, FeedSamples.HOSTS);

        // Then
        assertThat(feed.title()).isEqualTo("\u041c\u0438\u0440");
    }

    @Test
    void entriesBeyondTheMost_areLeftOut_andNoted() throws OriginFailure {
        // Given
        String[] items = IntStream.range(0, ParsedFeed.MOST_ENTRIES + 5)
                .mapToObj(i -> "<title>" + i + "</title><guid isPermaLink='false'>" + i + "</guid>")
                .toArray(String[]::new);

        // When
        ParsedFeed feed = read(rss(items));

        // Then
        assertThat(feed.drafts()).hasSize(ParsedFeed.MOST_ENTRIES);
        assertThat(feed.drafts().get(0).source()).isEqualTo("0");
        assertThat(feed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.TOO_LARGE));
    }

    @Test
    void textThatIsMarkedUpNowhere_costsNothingWhateverItsLength() throws OriginFailure {
        // Given
        String long1 = "word ".repeat(400_000);

        // When
        Draft draft = read(rss("<title>" + long1 + "</title><description>" + long1 + "</description>"))
                .drafts()
                .get(0);

        // Then
        assertThat(draft.story().title()).hasSizeLessThanOrEqualTo(Plain.LONGEST_TITLE + 1);
        assertThat(draft.story().html()).hasSizeLessThanOrEqualTo(Cleaner.LONGEST + 100);
    }

    @Test
    void bytesThatAreNoText_areRefused() {
        // Given
        byte[] bytes = new byte[5_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }

        // When
        OriginFailure failure = failure(new String(bytes, StandardCharsets.ISO_8859_1));

        // Then
        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }
}
