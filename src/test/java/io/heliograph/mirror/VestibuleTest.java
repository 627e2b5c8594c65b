package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R7: what comes in takes so much memory and no more, however much is asked for at once. */
class VestibuleTest {

    private static final int MIB = 1 << 20;

    private final List<String> said = new ArrayList<>();
    private final Vestibule vestibule = new Vestibule(4 * MIB);

    private GrowingBody.Source source(String name) {
        return new GrowingBody.Source() {
            @Override
            public void pause() {
                said.add(name + " waits");
            }

            @Override
            public void resume() {
                said.add(name + " goes on");
            }

            @Override
            public void abandon() {
                said.add(name + " is let go");
            }
        };
    }

    @Test
    void documents_waitForThoseThatCameBefore_andTheFirstNever() {
        // Given
        Vestibule.Stay first = vestibule.document(source("first"));
        Vestibule.Stay second = vestibule.document(source("second"));
        Vestibule.Stay third = vestibule.document(source("third"));

        // When
        second.grow(3 * MIB);
        third.grow(2 * MIB);
        first.grow(10 * MIB);
        second.grow(1);
        first.leave();
        second.leave();
        third.leave();

        // Then
        assertThat(said).containsExactly("third waits", "second waits", "second goes on", "third goes on");
        assertThat(vestibule.bytes()).isZero();
    }

    @Test
    void smallDocument_doesNotWait() {
        Vestibule.Stay large = vestibule.document(source("large"));
        Vestibule.Stay small = vestibule.document(source("small"));
        large.grow(9 * MIB);

        boolean fits = small.grow(100_000);

        assertThat(fits).isFalse();
        assertThat(said).isEmpty();
    }

    @Test
    void whatPasses_isToldThatThereIsNoRoom() {
        Vestibule.Stay one = vestibule.passing();
        Vestibule.Stay other = vestibule.passing();
        assertThat(one.grow(4 * MIB)).isTrue();

        assertThat(other.grow(1)).isFalse();

        other.leave();
        other.grow(1);
        one.leave();
        assertThat(vestibule.bytes()).isZero();
        assertThat(vestibule.passing().grow(1)).isTrue();
    }
}
