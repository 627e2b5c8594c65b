package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    private static final String ADAS = "k3Jx_9vQz1Lm-2Rt7WbYc4";
    private static final String BOS = "0d9f3b7c1e5a8264f0b1c7d3e9a5821f";
    private static final Selection HARBOUR = new Selection.InSection("harbour");
    private static final Term RESERVED = new Term(Duration.ZERO, List.of(Subscriber.of("ada", ADAS)));

    @Test
    void term_ofAFeed_countsForMoreThanTheUsual() {
        Term brief = new Term(Duration.ofMinutes(5), List.of());

        Terms terms = new Terms(new Term(Duration.ofHours(1), RESERVED.subscribers()), Map.of(HARBOUR, brief));

        assertThat(terms.of(HARBOUR).maxAge()).hasMinutes(5);
        assertThat(terms.of(HARBOUR).isReserved())
                .as("what it does not say is as usual")
                .isTrue();
        assertThat(terms.of(Selection.WHOLE).maxAge()).hasHours(1);
    }

    @Test
    void reserved_isNotPublic_butOtherFeedsAre() {
        Terms terms = new Terms(Term.OPEN, Map.of(HARBOUR, RESERVED));

        assertThat(terms.isPublic(HARBOUR)).isFalse();
        assertThat(terms.isPublic(Selection.WHOLE)).isTrue();
    }

    @Test
    void admits_itsSubscribersAlone() {
        Term term = new Term(Duration.ZERO, List.of(Subscriber.of("ada", ADAS), Subscriber.of("bo", BOS)));

        assertThat(term.admits(ADAS)).isTrue();
        assertThat(term.admits(BOS)).isTrue();
        assertThat(RESERVED.admits(BOS)).as("withdrawn").isFalse();
        assertThat(term.admits("")).isFalse();
        assertThat(term.admits(ADAS.toLowerCase())).isFalse();
        assertThat(Term.OPEN.admits(ADAS)).isFalse();
    }

    @Test
    void subscriber_tellsNoToken() {
        assertThat(RESERVED.toString()).contains("ada").doesNotContain(ADAS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "k3Jx_9vQz1Lm-2Rt7WbYc",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "passwordpasswordpassword",
                "k3Jx_9vQz1Lm-2Rt7WbYc4/..",
                "k3Jx_9vQz1Lm-2Rt7WbYc4 x",
                "k3Jx_9vQz1Lm-2Rt7WbYc\u00e9",
            })
    void token_thatCouldBeGuessedOrIsNoPartOfAPath_isRefused_untold(String token) {
        assertThatThrownBy(() -> Subscriber.of("ada", token))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .satisfies(message ->
                        assertThat(token.isEmpty() || !message.contains(token)).isTrue());
    }
}
