package io.heliograph.media.picture;

import java.io.IOException;

/** Bytes of which no picture can be made. The message goes on where a name stands before it. */
public final class BadPicture extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** Nothing of a kind that is taken. */
        NOT_A_PICTURE,
        /** More bytes or pixels than are taken. */
        TOO_LARGE,
        /** Of a kind that is taken, but cut short or damaged. */
        BROKEN
    }

    public BadPicture(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    BadPicture(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static BadPicture broken(String what) {
        return new BadPicture(Reason.BROKEN, what);
    }

    public Reason reason() {
        return reason;
    }
}
