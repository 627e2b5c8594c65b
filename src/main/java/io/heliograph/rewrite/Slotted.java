package io.heliograph.rewrite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A document in UTF-8 with slots: places where a value goes that is known later, such as the host that is asked.
 *
 * <p>Filling copies bytes and nothing more, so N hosts cost one rendering and N copies. The digest is of the document
 * with its slots open, and so the same on every host.
 */
public final class Slotted {

    private final byte[] text;
    /** Where in the text each slot is, ascending; several may be at one place. */
    private final int[] offsets;
    /** Which slot is there, beside {@link #offsets}. */
    private final Slot[] slots;

    Slotted(byte[] text, int[] offsets, Slot[] slots) {
        this.text = text;
        this.offsets = offsets;
        this.slots = slots;
    }

    /** Size in bytes with every slot empty. */
    public int openLength() {
        return text.length;
    }

    /** How many slots are open. */
    public int openSlots() {
        return slots.length;
    }

    /** The document with every slot of one kind filled and the others as they were. */
    public Slotted fill(Slot slot, String value) {
        byte[] with = value.getBytes(StandardCharsets.UTF_8);
        int count = count(slot);
        if (count == 0) {
            return this;
        }
        byte[] out = new byte[text.length + count * with.length];
        int[] leftOffsets = new int[slots.length - count];
        Slot[] leftSlots = new Slot[slots.length - count];
        int from = 0;
        int to = 0;
        int left = 0;
        for (int i = 0; i < slots.length; i++) {
            int run = offsets[i] - from;
            System.arraycopy(text, from, out, to, run);
            from += run;
            to += run;
            if (slots[i] == slot) {
                System.arraycopy(with, 0, out, to, with.length);
                to += with.length;
            } else {
                leftOffsets[left] = to;
                leftSlots[left++] = slots[i];
            }
        }
        System.arraycopy(text, from, out, to, text.length - from);
        return new Slotted(out, leftOffsets, leftSlots);
    }

    /**
     * The bytes of a document that has no open slot.
     *
     * @throws IllegalStateException if a slot is open
     */
    public byte[] bytes() {
        if (slots.length > 0) {
            throw new IllegalStateException(slots.length + " slots are open, the first is " + slots[0]);
        }
        return text;
    }

    /** Adds the document, its open slots included, to a digest. */
    public void digest(MessageDigest digest) {
        int from = 0;
        for (int i = 0; i < slots.length; i++) {
            digest.update(text, from, offsets[i] - from);
            // Neither byte can stand in UTF-8 text, so no text is like a slot.
            digest.update((byte) 0xff);
            digest.update(slots[i].mark());
            from = offsets[i];
        }
        digest.update(text, from, text.length - from);
    }

    private int count(Slot slot) {
        int n = 0;
        for (Slot s : slots) {
            n += s == slot ? 1 : 0;
        }
        return n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slotted that
                && Arrays.equals(text, that.text)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    @Override
    public String toString() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
