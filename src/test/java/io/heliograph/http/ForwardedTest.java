package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7239, section 4. */
class ForwardedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=a.example;proto=https                         | a.example     | https",
                "for=192.0.2.60;proto=http;by=203.0.113.43          | ''            | http",
                "For=\"[2001:db8:cafe::17]:4711\";Host=\"a.example:80\" | a.example:80  | ''",
                "host=a.example, host=b.example                     | b.example     | ''",
                "host=a.example;proto=http, for=x                   | ''            | ''",
                "host=\"a\\.example\"                               | a.example     | ''",
                "for=\"a,b;host=c\";host=d                          | d             | ''",
                "host=d;for=\"x,host=c\"                            | d             | ''",
                "for=\"\\\",host=c\";host=d                         | d             | ''",
                "for=\"\\\\\";host=d                                | d             | ''",
                "host=a;;proto=http;                                | a             | http",
                "host = a                                           | a             | ''",
                "host=a;host=b                                      | b             | ''",
                "host=\"a                                           | ''            | ''",
                "for=\", host=a                                     | ''            | ''",
                "host                                               | ''            | ''",
                "=a                                                 | ''            | ''",
                "host=                                              | ''            | ''",
                "host=\"\"                                          | ''            | ''",
                "host=\"                                            | ''            | ''",
                "''                                                 | ''            | ''",
                ",;,                                                | ''            | ''",
            })
    void field_saysWhatItsLastElementSays(String field, String host, String proto) {
        assertThat(Forwarded.last(field)).isEqualTo(new Forwarded(host, proto));
    }

    /** A visitor's own words may be in it: looked at from each pair to the end, this field would never be read. */
    @Test
    void pairsWithoutEnd_areGoneOverOnce() {
        String pairs = ",".repeat(2_000_000);

        assertThat(Forwarded.last(pairs)).isEqualTo(Forwarded.NOTHING);
        assertThat(Forwarded.clients(pairs)).hasSize(2_000_001);
    }
}
