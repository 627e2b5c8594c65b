package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When two documents with open places are the same. */
class SlottedDigestTest {

    private static final String NEWS = "https://news.example";
    private static final String MIRROR = "https://mirror.example";

    @Test
    void modified_changesNothing_whereNoTimeIsOpen() {
        // Given
        Slotted slotted = writer().raw("a")
                .slot(Slot.HOST)
                .begin(HostCondition.DOTTED)
                .raw("b")
                .end()
                .finish();

        // When
        Slotted stamped = slotted.modified("noon");

        // Then
        assertThat(stamped).isEqualTo(slotted);
        assertThat(digest(stamped)).isEqualTo(digest(slotted));
    }

    @Test
    void digest_isTheSame_howeverTheDocumentWasWritten() {
        // Given
        Slotted one = writer().raw("caf\u00e9 ").slot(Slot.HOST).raw("/a").finish();
        Slotted other = new SlottedWriter(1 << 16)
                .raw("caf")
                .raw("\u00e9")
                .ascii(' ')
                .slot(Slot.HOST)
                .ascii('/')
                .raw("a")
                .finish();

        // Then
        assertThat(digest(one)).isEqualTo(digest(other));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    static Stream<List<Slotted>> neighbours() {
        HostCondition on = HostCondition.on(NEWS);
        return Stream.of(
                List.of(writer().raw("ab").finish(), writer().raw("ac").finish()),
                // A slot that is there, that moves, that is another, that is there twice.
                List.of(
                        writer().raw("ab").finish(),
                        writer().raw("ab").slot(Slot.HOST).finish()),
                List.of(
                        writer().slot(Slot.HOST).raw("ab").finish(),
                        writer().raw("a").slot(Slot.HOST).raw("b").finish()),
                List.of(
                        writer().raw("a").slot(Slot.HOST).raw("b").finish(),
                        writer().raw("ab").slot(Slot.HOST).finish()),
                List.of(
                        writer().slot(Slot.HOST).finish(),
                        writer().slot(Slot.MODIFIED).finish()),
                List.of(
                        writer().slot(Slot.HOST).slot(Slot.MODIFIED).finish(),
                        writer().slot(Slot.MODIFIED).slot(Slot.HOST).finish()),
                List.of(
                        writer().slot(Slot.HOST).finish(),
                        writer().slot(Slot.HOST).slot(Slot.HOST).finish()),
                // A condition that moves its end, that is another, that is about another host.
                List.of(
                        writer().begin(on).raw("a").end().raw("b").finish(),
                        writer().begin(on).raw("ab").end().finish()),
                List.of(
                        writer().begin(on).raw("a").end().finish(),
                        writer().begin(HostCondition.notOn(NEWS)).raw("a").end().finish()),
                List.of(
                        writer().begin(on).raw("a").end().finish(),
                        writer().begin(HostCondition.on(MIRROR)).raw("a").end().finish()),
                List.of(
                        writer().begin(HostCondition.on("https://a"))
                                .raw("]b")
                                .end()
                                .finish(),
                        writer().begin(HostCondition.on("https://a]"))
                                .raw("b")
                                .end()
                                .finish()),
                // What looks like a slot, written as text.
                List.of(
                        writer().raw("\u0000").finish(),
                        writer().slot(Slot.HOST).finish()),
                List.of(
                        writer().raw("\u00ff\u0000").finish(),
                        writer().slot(Slot.HOST).finish()));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void digest_differs_whereDocumentsDo(List<Slotted> pair) {
        assertThat(digest(pair.get(0))).isNotEqualTo(digest(pair.get(1)));
        assertThat(pair.get(0)).isNotEqualTo(pair.get(1));
    }

    private static SlottedWriter writer() {
        return new SlottedWriter(0);
    }

    static String digest(Slotted slotted) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            slotted.digest(sha);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
