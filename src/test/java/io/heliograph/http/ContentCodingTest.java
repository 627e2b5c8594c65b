package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.3. */
class ContentCodingTest {

    private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);

    @ParameterizedTest(name = "Accept-Encoding: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|IDENTITY",
                "gzip|GZIP",
                "br|BROTLI",
                "zstd|ZSTD",
                "gzip, deflate|GZIP",
                "gzip, deflate, br, zstd|BROTLI",
                "gzip, zstd|ZSTD",
                "deflate|IDENTITY",
                "compress, exi, pack200-gzip|IDENTITY",
                "*|BROTLI",
                "gzip, *|BROTLI",
                "br;q=0, *|ZSTD",
                "br;q=0, zstd;q=0, *|GZIP",
                "br;q=0, zstd;q=0, gzip;q=0, *|IDENTITY",
                "*;q=0|IDENTITY",
                "gzip, *;q=0|GZIP",
                "identity|IDENTITY",
                "identity;q=0|IDENTITY",
                "identity;q=0, gzip;q=0.1|GZIP",
                "identity, gzip|GZIP",
                "identity;q=1, gzip;q=0.9|IDENTITY",
                "identity;q=0.5, gzip;q=0.5|GZIP",
                "identity, *;q=0.5|IDENTITY",
                "gzip;q=1.0, br;q=0.5|GZIP",
                "br;q=0.001, gzip;q=0.002|GZIP",
                "gzip;q=0.8, br;q=0.8|BROTLI",
                "gzip;q=0|IDENTITY",
                "gzip;q=0.0|IDENTITY",
                "gzip;q=0.000|IDENTITY",
                "gzip;q=0.|IDENTITY",
                "gzip;q=0.001|GZIP",
                "gzip;q=1.|GZIP",
                "gzip;q=1.000|GZIP",
            })
    void choose_followsTheWeights(String field, ContentCoding coding) {
        assertThat(ContentCoding.choose(field, ALL)).isEqualTo(coding);
    }

    @ParameterizedTest(name = "x-gzip is gzip (8.4.1.3), names without case (8.4.1): [{0}]")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x-gzip|GZIP",
                "X-GZIP|GZIP",
                "x-gzip;q=0|IDENTITY",
                "GZip|GZIP",
                "BR|BROTLI",
                "IDENTITY;q=0.9, gzip;q=0.5|IDENTITY",
                "gzip;Q=0|IDENTITY",
                " gzip |GZIP",
                "\tgzip\t|GZIP",
                "gzip ; q=0|IDENTITY",
                "gzip;q=0 |IDENTITY",
                "gzip\t;\tq=0\t, deflate|IDENTITY",
                ",,gzip,,|GZIP",
                " , |IDENTITY",
                "' '|IDENTITY",
                "gzip;q=0,gzip-not|IDENTITY",
                "notgzip|IDENTITY",
                "gzi|IDENTITY",
                "gzip deflate|IDENTITY",
            })
    void choose_readsNamesAsTheyAreMeant(String field, ContentCoding coding) {
        assertThat(ContentCoding.choose(field, ALL)).isEqualTo(coding);
    }

    @ParameterizedTest(name = "a weight that cannot be read asks for nothing (12.4.2): {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=abc, br;q=0.1|BROTLI",
                "gzip;q=2, br;q=0.1|BROTLI",
                "gzip;q=1.5, br;q=0.1|BROTLI",
                "gzip;q=1.001, br;q=0.1|BROTLI",
                "gzip;q=10, br;q=0.1|BROTLI",
                "gzip;q=00.9, br;q=0.1|BROTLI",
                "gzip;q=., br;q=0.1|BROTLI",
                "gzip;q=2|IDENTITY",
                "gzip;q=2, *;q=0.5, br;q=0, zstd;q=0|GZIP",
                "gzip;q=, br;q=0.1|BROTLI",
                "gzip;q=-1, br;q=0.1|BROTLI",
                "gzip;q=0.1234, br;q=0.1|BROTLI",
                "gzip;q=1e3, br;q=0.1|BROTLI",
                "gzip;q=0,9, br;q=0.1|BROTLI",
                "gzip;q=0.5.5, br;q=0.1|BROTLI",
                "gzip;q=\"1\", br;q=0.1|BROTLI",
                "gzip;q=99999999999999999999, br;q=0.1|BROTLI",
                "gzip;q=\u0661, br;q=0.1|BROTLI",
            })
    void choose_givesNoWeight_toWhatIsNoQvalue(String field, ContentCoding coding) {
        assertThat(ContentCoding.choose(field, ALL)).isEqualTo(coding);
    }

    @Test
    void choose_knowsOnlyWhatIsAtHand() {
        assertThat(ContentCoding.choose("br, gzip;q=0.1", Set.of(ContentCoding.GZIP)))
                .isEqualTo(ContentCoding.GZIP);
        assertThat(ContentCoding.choose("br, zstd", Set.of(ContentCoding.GZIP))).isEqualTo(ContentCoding.IDENTITY);
        assertThat(ContentCoding.choose("*", Set.of())).isEqualTo(ContentCoding.IDENTITY);
    }

    @Test
    void tagSuffix_isAnotherForEachCoding() {
        // RFC 9110, section 8.8.3.3: a strong tag tells codings apart.
        assertThat(Stream.of(ContentCoding.values()).map(ContentCoding::tagSuffix))
                .doesNotHaveDuplicates();
    }
}
