package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void path_isPercentEncoded() {
        assertThat(Selection.WHOLE.path()).isEmpty();
        assertThat(Selection.WATCHABLE.path()).isEqualTo("/tv");
        assertThat(new Selection.InSection("harbour").path()).isEqualTo("/sections/harbour");
        assertThat(new Selection.InSection("caf\u00e9").path()).isEqualTo("/sections/caf%C3%A9");
    }
}
