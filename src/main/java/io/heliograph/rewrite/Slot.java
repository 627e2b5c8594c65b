package io.heliograph.rewrite;

/** A place left open in a {@link Slotted} document, and what goes there. */
public enum Slot implements Mark {
    /** Scheme and authority of the host that is asked: {@code https://news.example}. */
    HOST((byte) 0),
    /** What stands before the paths of feeds for a subscriber alone; nothing for all others. */
    ROOT((byte) 2),
    /** When the document last changed, in the form its format writes dates. */
    MODIFIED((byte) 1);

    private final byte sign;

    Slot(byte sign) {
        this.sign = sign;
    }

    @Override
    public byte[] digest() {
        return new byte[] {(byte) 0xff, sign};
    }
}
