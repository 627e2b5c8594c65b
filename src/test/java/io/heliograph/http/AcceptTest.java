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
}
