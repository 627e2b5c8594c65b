package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9111, section 4.1. */
class VaryTest {

    @ParameterizedTest(name = "section 4.1: \"{0}\" never matches")
    @ValueSource(strings = {"*", "*, *", "foo, *", "*, foo", "foo,*", "FOO , * ,bar"})
    void star_amongNames_isForNoOtherRequest(String vary) {
        FieldLines request = FieldLines.of("foo", "1");
        StoredResponse response = CacheSamples.storedFor(request, 200, "vary", vary);

        assertThat(response.isSelectedBy(request)).isFalse();
    }

    @Test
    void star_onASecondLine_counts() {
        StoredResponse response = CacheSamples.stored(200, "vary", "foo", "vary", "*");

        assertThat(response.isSelectedBy(FieldLines.NONE)).isFalse();
    }

    @ParameterizedTest(name = "section 4.1: {0} with {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foo | 1 | 1 | true",
                "foo | 1 | 2 | false",
                "FOO | 1 | 1 | true",
                "foo | 1,2 | 1, 2 | true",
                "foo | 1,2 | 1 ,2 | true",
                "foo | \"a , b\" | \"a,b\" | false",
                "foo | a b | ab | false",
                "foo | a  b | a b | false",
                "foo | 1,,2 | 1 , , 2 | true",
                "foo | \"a , b\" , c | \"a , b\",c | true",
                "foo | \"a\\\" , b\" | \"a\\\",b\" | false",
                "accept-language | en, de | de, en | true",
                "accept-language | en, de | eN,  De | true",
                "accept-language | en, de | en | false",
                "accept-encoding | gzip, br | BR,gzip | true",
                "user-agent | A/1 | A/2 | false",
            })
    void selectingFields_matchAfterNormalisation(String name, String stored, String asked, boolean matches) {
        StoredResponse response = CacheSamples.storedFor(FieldLines.of(name, stored), 200, "vary", name);

        assertThat(response.isSelectedBy(FieldLines.of(name, asked))).isEqualTo(matches);
    }

    /** A visitor's value costs what its length is worth: looked at from each of its spaces, this one would never end. */
    @Test
    void spacesWithoutEnd_areGoneOverOnce() {
        FieldLines request = FieldLines.of("foo", "a" + " ".repeat(4_000_000) + "b");

        assertThat(Vary.of(FieldLines.of("vary", "foo")).selecting(request)).hasSizeGreaterThan(4_000_000);
    }

    @Test
    void lines_areCombined() {
        StoredResponse response = CacheSamples.storedFor(FieldLines.of("foo", "1, 2"), 200, "vary", "foo");

        assertThat(response.isSelectedBy(FieldLines.of("foo", "1", "foo", "2"))).isTrue();
    }

    @Test
    void absentField_isOtherThanAnEmptyOne() {
        StoredResponse without = CacheSamples.stored(200, "vary", "foo");

        assertThat(without.isSelectedBy(FieldLines.NONE)).isTrue();
        assertThat(without.isSelectedBy(FieldLines.of("foo", ""))).isFalse();
        assertThat(without.isSelectedBy(FieldLines.of("foo", "1"))).isFalse();
    }

    @Test
    void orderOfNames_doesNotMatter() {
        FieldLines request = FieldLines.of("a", "1", "b", "2");

        assertThat(Vary.of(FieldLines.of("vary", "b, a")).selecting(request))
                .isEqualTo(Vary.of(FieldLines.of("vary", "A,B")).selecting(request));
    }

    @ParameterizedTest(name = "RFC 9110, section 12.5.4: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr;q=0.5, de;q=1.0 | true",
                "de | true",
                "fr, de | false",
                "fr | false",
                "de;q=0.5, fr | false",
                "DE | true",
            })
    void language_thatIsLikedBest_isAMatch(String accept, boolean matches) {
        StoredResponse response = CacheSamples.storedFor(
                FieldLines.of("accept-language", "en, de"), 200, "vary", "Accept-Language", "content-language", "de");

        assertThat(response.isSelectedBy(FieldLines.of("accept-language", accept)))
                .isEqualTo(matches);
    }
}
