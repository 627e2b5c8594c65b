package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slotted documents of all kinds, held against joined strings. */
class SlottedModelTest {

    private static final String NEWS = "https://news.example";
    private static final String MIRROR = "https://mirror.example";

    /** A document as a list of what was written, which is filled by joining strings. */
    private static final class Naive {
        final SlottedWriter writer = new SlottedWriter(0);
        final List<Object> parts = new ArrayList<>();

        static Naive random(Random random) {
            Naive naive = new Naive();
            boolean conditional = false;
            for (int i = random.nextInt(60); i > 0; i--) {
                int what = random.nextInt(10);
                if (what < 4) {
                    naive.text(randomText(random));
                } else if (what < 6) {
                    naive.slot(Slot.HOST);
                } else if (what < 7) {
                    naive.slot(Slot.MODIFIED);
                } else if (conditional) {
                    naive.end();
                    conditional = false;
                } else {
                    String base = random.nextBoolean() ? NEWS : MIRROR;
                    naive.begin(
                            switch (random.nextInt(3)) {
                                case 0 -> HostCondition.on(base);
                                case 1 -> HostCondition.notOn(base);
                                default -> HostCondition.DOTTED;
                            });
                    conditional = true;
                }
            }
            if (conditional) {
                naive.end();
            }
            return naive;
        }

        void text(String text) {
            writer.raw(text);
            parts.add(SlottedWriterTest.withoutLoneSurrogates(text));
        }

        void slot(Slot slot) {
            writer.slot(slot);
            parts.add(slot);
        }

        void begin(HostCondition condition) {
            writer.begin(condition);
            parts.add(condition);
        }

        void end() {
            writer.end();
            parts.add("END");
        }

        String filled(String base, String stamp) {
            StringBuilder out = new StringBuilder();
            boolean wanted = true;
            for (Object part : parts) {
                if (part instanceof HostCondition condition) {
                    wanted = switch (condition.kind()) {
                        case ON -> base.equals(condition.base());
                        case NOT_ON -> !base.equals(condition.base());
                        case DOTTED -> base.contains(".");
                    };
                } else if (part.equals("END")) {
                    wanted = true;
                } else if (wanted) {
                    out.append(part == Slot.HOST ? base : part == Slot.MODIFIED ? stamp : part);
                }
            }
            return out.toString();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void filled_isWhatJoiningStringsGives(int seed) {
        // Given
        Naive naive = Naive.random(new Random(seed));

        // When
        Slotted stamped = naive.writer.finish().modified("n\u00f3on");

        // Then
        for (String base : List.of(NEWS, MIRROR, "http://localhost:8080", "")) {
            assertThat(new String(stamped.on(base), UTF_8)).isEqualTo(naive.filled(base, "n\u00f3on"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rangesPutTogether_areTheWhole(int seed) {
        // Given
        Random random = new Random(seed);
        Slotted slotted = Naive.random(random).writer.finish().modified("noon");

        for (String base : List.of(NEWS, "http://localhost:8080")) {
            // When
            byte[] whole = slotted.on(base);
            ByteArrayOutputStream parts = new ByteArrayOutputStream();
            for (long from = 0, to; from < whole.length; from = to) {
                to = Math.min(whole.length, from + 1 + random.nextInt(9));
                parts.writeBytes(slotted.rangeOn(base, from, to));
            }

            // Then
            assertThat(parts.toByteArray()).isEqualTo(whole);
            assertThat(slotted.lengthOn(base)).isEqualTo(whole.length);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void digest_isEqual_exactlyWhereTheDocumentsAre(int seed) {
        // Given
        Slotted one = Naive.random(new Random(seed)).writer.finish();
        Slotted same = Naive.random(new Random(seed)).writer.finish();
        Slotted next = Naive.random(new Random(seed + 1)).writer.finish();

        // Then
        assertThat(SlottedDigestTest.digest(one)).isEqualTo(SlottedDigestTest.digest(same));
        assertThat(SlottedDigestTest.digest(one).equals(SlottedDigestTest.digest(next)))
                .isEqualTo(one.equals(next));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x800));
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) (0xd800 + random.nextInt(0x800)));
            }
        }
        // A part must not be what this test writes in place of an end.
        return text.toString().replace("END", "");
    }
}
