package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.1. At hand are RSS, Atom and JSON Feed, RSS first. */
class AcceptTest {

    private static final List<String> TYPES =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json");

    @ParameterizedTest(name = "Accept: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "*/*|0",
                "application/rss+xml|0",
                "application/atom+xml|1",
                "application/feed+json|2",
                "application/atom+xml, application/rss+xml|0",
                "application/atom+xml, application/rss+xml;q=0.9|1",
                "application/rss+xml;q=0.5, application/feed+json;q=0.6|2",
                "application/*|0",
                "text/html, application/atom+xml;q=0.1|1",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|0",
                "application/atom+xml;charset=utf-8|1",
                "application/atom+xml ; q=0.2 , */* ; q=0.1|1",
                "APPLICATION/ATOM+XML|1",
            })
    void choose_takesTheHighestWeight_andTheFirstOfEquals(String field, int index) {
        assertThat(Accept.choose(field, TYPES)).isEqualTo(index);
    }

    @ParameterizedTest(name = "the most specific range counts: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*, application/rss+xml;q=0.5|1",
                "application/rss+xml;q=0.5, */*|1",
                "application/*;q=0.2, */*;q=0.9|0",
                "application/rss+xml;q=0, */*|1",
                "application/*;q=0.1, application/feed+json|2",
                "*/*;q=1, application/*;q=0.1, application/atom+xml;q=0.2|1",
                "application/rss+xml;q=0, application/atom+xml;q=0, */*;q=0.1|2",
            })
    void choose_goesByTheMostSpecificRange(String field, int index) {
        assertThat(Accept.choose(field, TYPES)).isEqualTo(index);
    }

    @ParameterizedTest(name = "the usual one rather than 406 (12.4.1): {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|0",
                "image/*|0",
                "*/*;q=0|0",
                "application/rss+xml;q=0|0",
                "rubbish|0",
                "/|0",
                "*|0",
                "*/xml|0",
                "*/atom+xml|0",
                "application/|0",
                "application|0",
                ", ,|0",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2|0",
                "application/atom+xml;q=rubbish|0",
                "application/atom+xml2|0",
                "xapplication/atom+xml|0",
            })
    void choose_takesTheFirst_whereNothingFits(String field, int index) {
        assertThat(Accept.choose(field, TYPES)).isEqualTo(index);
    }

    @ParameterizedTest(name = "a quoted parameter is one value (5.6.6): {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html;a=\"x, application/atom+xml, y\"|0",
                "text/html;a=\"\\\", application/atom+xml, y\"|0",
                "application/atom+xml;a=\";q=0\"|1",
                "application/atom+xml;a=\";q=0\";q=0.3, application/rss+xml;q=0.2|1",
                "text/html;a=\"b, application/feed+json|0",
            })
    void choose_looksIntoNoQuotedString(String field, int index) {
        assertThat(Accept.choose(field, TYPES)).isEqualTo(index);
    }

    @ParameterizedTest(name = "a page beside the feed, for who wants one more: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8|2",
                "text/html|2",
                "text/html, */*|2",
                "text/html;q=0.9, */*;q=0.8|2",
                "text/html;q=0.8, */*;q=0.9|0",
                "text/html;q=0, */*|0",
                "*/*|0",
                "text/*|1",
                "''|0",
                "text/html, application/rss+xml|0",
                "text/html, text/xml|1",
                "application/rss+xml, text/html;q=0.9|0",
                "application/rss+xml;q=0.5, text/html;q=0.6|2",
                "text/html;level=1;q=0.4, application/rss+xml;q=0.3|2",
                "TEXT/HTML|2",
                "application/atom+xml,application/rss+xml,application/xml;q=0.8,text/xml;q=0.8,text/html;q=0.7,*/*;q=0.1|0",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2|0",
                "text/html, image/gif, image/jpeg, */*; q=0.2|0",
            })
    void choose_takesTheMoreExactOfEquals(String field, int index) {
        assertThat(Accept.choose(field, List.of("application/rss+xml", "text/xml", "text/html")))
                .isEqualTo(index);
    }
}
