package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A document whose own paths are found elsewhere. */
class PlacedTest {

    private static final String HOST = "https://a.example";

    @Test
    void placed_putsAPathInFrontOfThoseThatTheFunctionMoves() {
        Slotted document = new SlottedWriter(64)
                .raw("<a href=\"")
                .slot(Slot.HOST)
                .raw("/feeds?a=1&amp;b=2\">x</a> <a href=\"")
                .slot(Slot.HOST)
                .raw("/2026/ferry\">y</a> ")
                .slot(Slot.HOST)
                .finish();

        Slotted placed = document.placed(path -> path.startsWith("/feeds") ? "/-" + path : path);

        assertThat(new String(placed.on(HOST), UTF_8))
                .isEqualTo("<a href=\"https://a.example/-/feeds?a=1&amp;b=2\">x</a>"
                        + " <a href=\"https://a.example/2026/ferry\">y</a> https://a.example");
    }

    @Test
    void placed_standsBeforeASubscribersOwnPath_andLeavesOtherMarksAlone() {
        Slotted document = new SlottedWriter(64)
                .begin(HostCondition.DOTTED)
                .slot(Slot.HOST)
                .slot(Slot.ROOT)
                .raw("/feed.rss")
                .end()
                .raw(" ")
                .slot(Slot.MODIFIED)
                .finish();

        Slotted placed = document.placed(path -> "/-" + path).modified("now");

        assertThat(new String(placed.on(HOST, "/private/t"), UTF_8))
                .isEqualTo("https://a.example/-/private/t/feed.rss now");
        assertThat(new String(placed.on("http://localhost"), UTF_8)).isEqualTo(" now");
    }
}
