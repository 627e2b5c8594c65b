package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R9: which parameters reach the origin, and the key. */
class QueryRulesTest {

    private final QueryRules rules = new QueryRules(List.of("utm_*", "fbclid", "a.b"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&b=2 | a=1&b=2",
                "utm_source=x&a=1 | a=1",
                "a=1&UTM_x=2&b | a=1&b",
                "fbclid | ''",
                "fbclidx=1 | fbclidx=1",
                "axb=1&a.b=2 | axb=1",
                "a=1&&b=2 | a=1&&b=2",
                "'' | ''"
            })
    void apply_keepsWhatIsNotDropped_asItIs(String query, String kept) {
        assertThat(rules.apply(query)).isEqualTo(kept);
    }
}
