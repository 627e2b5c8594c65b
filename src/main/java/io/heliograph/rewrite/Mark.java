package io.heliograph.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Something in a {@link Slotted} document that is settled later. */
sealed interface Mark permits Slot, Beside, Mark.Begin, Mark.End, Mark.Encoded {

    /** Bytes that stand for the mark in a digest. The first cannot occur in UTF-8 text. */
    byte[] digest();

    /** What follows, up to the matching end, is for some hosts alone. Such parts do not nest. */
    record Begin(HostCondition condition) implements Mark {
        @Override
        public byte[] digest() {
            byte[] text = (condition.kind() + " " + condition.base()).getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[text.length + 3];
            all[0] = (byte) 0xff;
            all[1] = (byte) 0xfe;
            System.arraycopy(text, 0, all, 2, text.length);
            // Without an end, a condition and the text after it could be another condition and another text.
            all[all.length - 1] = (byte) 0xff;
            return all;
        }
    }

    /** The end of what is for some hosts alone. */
    record End() implements Mark {
        @Override
        public byte[] digest() {
            return new byte[] {(byte) 0xff, (byte) 0xfd};
        }
    }

    /**
     * A place where a value goes in another encoding than UTF-8.
     *
     * @param place a place left open, in UTF-8
     */
    record Encoded(Mark place, Charset charset) implements Mark {
        @Override
        public byte[] digest() {
            return place.digest();
        }
    }
}
