package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlottedTest {

    private static final String NEWS = "https://news.example";
    private static final String MIRROR = "https://mirror.example";

    @Test
    void on_fillsEveryHostSlot() {
        // Given
        Slotted slotted = writer().slot(Slot.HOST)
                .raw("/a ")
                .slot(Slot.HOST)
                .slot(Slot.HOST)
                .raw("/b")
                .slot(Slot.HOST)
                .finish();

        // When
        byte[] filled = slotted.on("http://h");

        // Then
        assertThat(new String(filled, UTF_8)).isEqualTo("http://h/a http://hhttp://h/bhttp://h");
    }

    @Test
    void on_fillsAuthorities_withoutTheScheme() {
        // Given
        Slotted slotted = writer().raw("feed://").slot(Slot.AUTHORITY).raw("/a").finish();

        // When
        byte[] filled = slotted.on("https://h:1");

        // Then
        assertThat(new String(filled, UTF_8)).isEqualTo("feed://h:1/a");
    }

    @Test
    void placed_putsPathsBehindAuthoritiesToo() {
        // Given
        Slotted slotted = writer().raw("<a href=\"feed://")
                .slot(Slot.AUTHORITY)
                .raw("/feed.rss\">")
                .finish();

        // When
        Slotted placed = slotted.placed(path -> "/own" + path);

        // Then
        assertThat(new String(placed.on(NEWS), UTF_8)).isEqualTo("<a href=\"feed://news.example/own/feed.rss\">");
    }

    @Test
    void on_leavesTheDocumentAsItWas_forTheNextHost() {
        // Given
        Slotted slotted = writer().slot(Slot.HOST).raw("/").finish();
        byte[] first = slotted.on(NEWS);

        // When
        byte[] second = slotted.on(MIRROR);

        // Then
        assertThat(new String(first, UTF_8)).isEqualTo(NEWS + "/");
        assertThat(new String(second, UTF_8)).isEqualTo(MIRROR + "/");
    }

    @Test
    void on_fails_whileTheTimeOfChangeIsOpen() {
        // Given
        Slotted slotted = writer().raw("a").slot(Slot.MODIFIED).finish();

        // Then
        assertThatThrownBy(() -> slotted.on(NEWS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MODIFIED");
    }

    @Test
    void modified_fillsTheTime_andLeavesTheHostOpen() {
        // Given
        Slotted slotted = writer().slot(Slot.MODIFIED)
                .slot(Slot.HOST)
                .slot(Slot.MODIFIED)
                .raw("-")
                .slot(Slot.HOST)
                .slot(Slot.MODIFIED)
                .finish();

        // When
        Slotted stamped = slotted.modified("noon");

        // Then
        assertThat(stamped.openMarks()).isEqualTo(2);
        assertThat(new String(stamped.on("h"), UTF_8)).isEqualTo("noonhnoon-hnoon");
        assertThat(slotted.openMarks()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example, a[on][dotted]z",
        "https://mirror.example, a[not][dotted]z",
        "http://localhost:8080, a[not]z",
        "http://[::1]:8080, a[not][dotted]z",
        "http://news.example, a[not][dotted]z",
        "https://news.example:8443, a[not][dotted]z",
    })
    void on_keepsTheParts_thatAreForTheHost(String base, String document) {
        // Given
        Slotted slotted = writer().raw("a")
                .begin(HostCondition.on(NEWS))
                .raw("[on]")
                .end()
                .begin(HostCondition.notOn(NEWS))
                .raw("[not]")
                .end()
                .begin(HostCondition.DOTTED)
                .raw("[dotted]")
                .end()
                .raw("z")
                .finish();

        // When
        byte[] filled = slotted.on(base);

        // Then
        assertThat(new String(filled, UTF_8)).isEqualTo(document);
    }

    @Test
    void on_leavesOutTheSlots_ofPartsForOtherHosts() {
        // Given
        Slotted slotted = writer().begin(HostCondition.on(MIRROR))
                .slot(Slot.HOST)
                .raw("/only")
                .slot(Slot.MODIFIED)
                .end()
                .slot(Slot.HOST)
                .finish()
                .modified("noon");

        // Then
        assertThat(new String(slotted.on(NEWS), UTF_8)).isEqualTo(NEWS);
        assertThat(new String(slotted.on(MIRROR), UTF_8)).isEqualTo(MIRROR + "/onlynoon" + MIRROR);
    }

    @Test
    void openLength_countsNoSlots() {
        // Given
        Slotted slotted = writer().raw("\u00e9")
                .slot(Slot.HOST)
                .raw("\ud83d\ude00")
                .slot(Slot.MODIFIED)
                .finish();

        // Then
        assertThat(slotted.openLength()).isEqualTo(2 + 4);
        assertThat(slotted.openMarks()).isEqualTo(2);
    }

    @Test
    void rangeOn_refuses_whatIsNotThere() {
        // Given
        Slotted slotted = writer().raw("a").slot(Slot.HOST).finish();

        // Then
        assertThatThrownBy(() -> slotted.rangeOn(NEWS, 0, 2 + NEWS.length()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slotted.rangeOn(NEWS, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copyOn_saysHowMuchThereWas() {
        // Given
        Slotted slotted = writer().raw("ab").slot(Slot.HOST).raw("c").finish();
        byte[] target = new byte[4];

        // Then
        assertThat(slotted.copyOn("http://h", 1, target)).isEqualTo(4);
        assertThat(target).asString().isEqualTo("bhtt");
        assertThat(slotted.copyOn("http://h", 9, target)).isEqualTo(2);
        assertThat(target).asString().startsWith("hc");
        assertThat(slotted.copyOn("http://h", 11, target)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example:8443, https news.example:8443 wss",
        "http://[::1]:8080, http [::1]:8080 ws",
    })
    void on_fillsThePartsOfTheHost(String base, String filled) {
        // Given
        Slotted slotted = writer().slot(Slot.SCHEME)
                .raw(" ")
                .slot(Slot.AUTHORITY)
                .raw(" ")
                .slot(Slot.SOCKET_SCHEME)
                .finish();

        // Then
        assertThat(new String(slotted.on(base), UTF_8)).isEqualTo(filled);
    }

    @Test
    void root_isForWhoHasOne() {
        Slotted slotted = new SlottedWriter(64)
                .slot(Slot.HOST)
                .slot(Slot.ROOT)
                .raw("/feed.rss")
                .finish();

        assertThat(new String(slotted.on("https://a.example"), UTF_8)).isEqualTo("https://a.example/feed.rss");
        assertThat(new String(slotted.on("https://a.example", "/private/x"), UTF_8))
                .isEqualTo("https://a.example/private/x/feed.rss");
    }

    private static SlottedWriter writer() {
        return new SlottedWriter(0);
    }
}
