package io.heliograph.rewrite;

/** What goes into a place left open in a {@link Slotted} document. */
public enum Slot {
    /** Scheme and authority of the host that is asked: {@code https://news.example}. */
    HOST((byte) 0),
    /** When the document last changed, in the form its format writes dates. */
    MODIFIED((byte) 1);

    private final byte mark;

    Slot(byte mark) {
        this.mark = mark;
    }

    /** Stands for the slot in a digest, and so never changes. */
    byte mark() {
        return mark;
    }
}
