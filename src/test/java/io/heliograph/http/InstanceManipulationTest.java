package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code A-IM} field (RFC 3229, section 10.5.3). */
class InstanceManipulationTest {

    @ParameterizedTest
    @CsvSource({
        "feed,                      true",
        "'gzip, feed',              true",
        "'vcdiff;q=0.5, Feed;q=.3', true",
        "feed;q=0,                  false",
        "'feed;q=0, feed',          false",
        "feeds,                     false",
        "'\"feed\"',                false",
        "'',                        false"
    })
    void feed_isTakenWhereItIsNamed(String field, boolean taken) {
        assertThat(InstanceManipulation.isFeed(field)).isEqualTo(taken);
    }
}
