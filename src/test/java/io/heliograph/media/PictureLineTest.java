package io.heliograph.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureLineTest {

    private final PictureLine<String> line = new PictureLine<>(2);

    @Test
    void sites_takeTurnsHoweverManyOneHas() {
        for (int i = 0; i < 50; i++) {
            line.add("big", "host" + i, "big" + i);
        }
        line.add("small", "other", "small0");
        line.add("small", "another", "small1");

        assertThat(take(5)).containsExactly("big0", "small0", "big1", "small1", "big2");
    }

    @Test
    void busyHost_holdsUpNobodyElse() {
        line.add("news", "slow", "slow0");
        line.add("news", "slow", "slow1");
        line.add("news", "slow", "slow2");
        line.add("news", "fast", "fast0");

        assertThat(take(4)).containsExactly("slow0", "slow1", "fast0");
        assertThat(line.size()).isEqualTo(1);

        line.done("slow");
        assertThat(take(1)).containsExactly("slow2");
        assertThat(line.size()).isZero();
    }

    private List<String> take(int most) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            line.next().ifPresent(taken::add);
        }
        return taken;
    }
}
