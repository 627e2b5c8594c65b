package io.heliograph.http;

import static io.heliograph.http.Conditional.Outcome.FAILED;
import static io.heliograph.http.Conditional.Outcome.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 13. The representation has the tag "now" and changed at noon. */
class ConditionalTest {

    private static final EntityTag TAG = EntityTag.strong("now");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final String BEFORE = "Mon, 23 Nov 2026 11:59:59 GMT";
    private static final String AT = "Mon, 23 Nov 2026 12:00:00 GMT";
    private static final String AFTER = "Mon, 23 Nov 2026 12:00:01 GMT";

    @Test
    void decide_sends_withoutPreconditions() {
        assertThat(Conditional.NONE.decide(TAG, NOON)).isEqualTo(SEND);
    }

    @ParameterizedTest(name = "If-Match: {0} (13.1.1, strong comparison)")
    @CsvSource(
            delimiter = '|',
            value = {
                "*|SEND",
                " * |SEND",
                "\"now\"|SEND",
                "\"old\", \"now\"|SEND",
                "\"old\"|FAILED",
                "W/\"now\"|FAILED",
                "\"old\", W/\"now\"|FAILED",
                "now|FAILED",
                "\"NOW\"|FAILED",
                "rubbish|FAILED",
            })
    void ifMatch_comparesStrongly(String field, Conditional.Outcome outcome) {
        assertThat(new Conditional(field, "", "", "").decide(TAG, NOON)).isEqualTo(outcome);
    }

    @Test
    void ifMatch_fails_whereTheRepresentationsTagIsWeak() {
        assertThat(new Conditional("\"now\"", "", "", "").decide(new EntityTag(true, "now"), NOON))
                .isEqualTo(FAILED);
    }

    @ParameterizedTest(name = "If-Unmodified-Since: {0} (13.1.4)")
    @CsvSource(
            delimiter = '|',
            value = {
                BEFORE + "|FAILED",
                AT + "|SEND",
                AFTER + "|SEND",
                "yesterday|SEND",
                "2026-11-23T11:00:00Z|SEND",
                BEFORE + ", " + BEFORE + "|SEND",
            })
    void ifUnmodifiedSince_failsWhatChangedLater(String field, Conditional.Outcome outcome) {
        assertThat(new Conditional("", field, "", "").decide(TAG, NOON)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "If-None-Match: {0} (13.1.2, weak comparison)")
    @CsvSource(
            delimiter = '|',
            value = {
                "*|NOT_MODIFIED",
                " * |NOT_MODIFIED",
                "\"now\"|NOT_MODIFIED",
                "W/\"now\"|NOT_MODIFIED",
                "\"old\", W/\"now\"|NOT_MODIFIED",
                "broken, \"now\"|NOT_MODIFIED",
                "\"old\"|SEND",
                "\"old\", \"older\"|SEND",
                "now|SEND",
                "\"NOW\"|SEND",
                "\"now|SEND",
                "\"now-g\"|SEND",
                "rubbish|SEND",
            })
    void ifNoneMatch_comparesWeakly(String field, Conditional.Outcome outcome) {
        assertThat(new Conditional("", "", field, "").decide(TAG, NOON)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "If-Modified-Since: {0} (13.1.3)")
    @CsvSource(
            delimiter = '|',
            value = {
                BEFORE + "|SEND",
                AT + "|NOT_MODIFIED",
                AFTER + "|NOT_MODIFIED",
                "Monday, 23-Nov-26 12:00:00 GMT|NOT_MODIFIED",
                "Mon Nov 23 12:00:00 2026|NOT_MODIFIED",
                "Fri, 01 Jan 2066 00:00:00 GMT|NOT_MODIFIED",
                "Thu, 01 Jan 1970 00:00:00 GMT|SEND",
                "Tue, 23 Nov 2026 12:00:00 GMT|SEND",
                "Mon, 23 Nov 2026 12:00:00|SEND",
                "0|SEND",
                "-1|SEND",
                "rubbish|SEND",
                AT + ", " + AT + "|SEND",
            })
    void ifModifiedSince_holdsBackWhatDidNotChangeLater(String field, Conditional.Outcome outcome) {
        assertThat(new Conditional("", "", "", field).decide(TAG, NOON)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "13.2.2: If-Match {0}, If-Unmodified-Since {1}, If-None-Match {2}, If-Modified-Since {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Step 1 settles the second field, whatever it says.
                "\"now\"|" + BEFORE + "|''|''|SEND",
                "\"old\"|" + AFTER + "|''|''|FAILED",
                // A failure comes before a 304.
                "\"old\"|''|\"now\"|" + AT + "|FAILED",
                "''|" + BEFORE + "|\"now\"|" + AT + "|FAILED",
                // What holds leads on to step 3.
                "\"now\"|''|\"now\"|''|NOT_MODIFIED",
                "*|''|*|''|NOT_MODIFIED",
                "''|" + AT + "|\"now\"|''|NOT_MODIFIED",
                "\"now\"|''|\"old\"|''|SEND",
                // Step 4 only without If-None-Match (13.1.3).
                "''|''|\"old\"|" + AT + "|SEND",
                "''|''|rubbish|" + AT + "|SEND",
                "''|''|\"now\"|" + BEFORE + "|NOT_MODIFIED",
                "\"now\"|''|''|" + AT + "|NOT_MODIFIED",
                "''|" + AT + "|''|" + AT + "|NOT_MODIFIED",
                "''|" + AT + "|''|" + BEFORE + "|SEND",
            })
    void decide_keepsTheOrder(
            String ifMatch,
            String ifUnmodifiedSince,
            String ifNoneMatch,
            String ifModifiedSince,
            Conditional.Outcome outcome) {
        // Given
        Conditional conditional = new Conditional(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince);

        // When
        Conditional.Outcome decided = conditional.decide(TAG, NOON);

        // Then
        assertThat(decided).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "If-Range: {0} (13.1.5)")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "\"now\"|true",
                " \"now\" |true",
                "W/\"now\"|false",
                "\"old\"|false",
                "now|false",
                "*|false",
                // One tag or one date; a list is neither.
                "\"now\", \"old\"|false",
                "\"old\", \"now\"|false",
                "rubbish, \"now\"|false",
                AT + "|true",
                // An exact match, not an order.
                BEFORE + "|false",
                AFTER + "|false",
                "rubbish|false",
            })
    void rangeHolds_forTheVeryRepresentation(String field, boolean holds) {
        assertThat(Conditional.rangeHolds(field, TAG, NOON)).isEqualTo(holds);
    }

    @Test
    void rangeHolds_notByAWeakTagOfTheRepresentation() {
        // RFC 9110, section 13.1.5: strong comparison.
        assertThat(Conditional.rangeHolds("W/\"now\"", new EntityTag(true, "now"), NOON))
                .isFalse();
    }
}
