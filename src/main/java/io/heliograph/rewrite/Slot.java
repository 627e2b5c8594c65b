package io.heliograph.rewrite;

/** A place left open in a {@link Slotted} document, and what goes there. */
public enum Slot implements Mark {
    /** Scheme and authority of the host that is asked: {@code https://news.example}. */
    HOST((byte) 0),
    /** What stands before the paths of feeds for a subscriber alone; nothing for all others. */
    ROOT((byte) 5),
    /** When the document last changed, in the form its format writes dates. */
    MODIFIED((byte) 1),
    /** The scheme of the host that is asked: for URLs whose colon and slashes are written in escapes. */
    SCHEME((byte) 2),
    /** Host name and port of the host that is asked, as {@code Host} fields have them. */
    AUTHORITY((byte) 3),
    /** {@code wss} where the host that is asked has https, else {@code ws} (RFC 6455, section 3). */
    SOCKET_SCHEME((byte) 4),
    /** Host name without a port, as {@code location.hostname} and cookies have it. */
    NAME((byte) 6);

    private final byte sign;

    Slot(byte sign) {
        this.sign = sign;
    }

    @Override
    public byte[] digest() {
        return new byte[] {(byte) 0xff, sign};
    }
}
