package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry that fails as none should. */
class UnexpectedTest {

    @Test
    void entry_isLeftOut_andNamed() {
        List<EntryProblem> problems = new ArrayList<>();

        assertThat(Unexpected.caught("entry 3", problems, () -> {
                    throw new IllegalArgumentException("odd");
                }))
                .isEmpty();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("entry 3");
            assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.UNREADABLE);
            assertThat(problem.detail()).contains("not expected", "odd");
        });
    }
}
