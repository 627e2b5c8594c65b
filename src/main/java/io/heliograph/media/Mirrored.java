package io.heliograph.media;

/** What became of a picture that lives on another host. */
public sealed interface Mirrored {

    /** It is in the library. */
    record Kept(KeptMedia media) implements Mirrored {}

    /** It is not there yet; it is in line. */
    record Waiting() implements Mirrored {}

    /**
     * It cannot be had.
     *
     * @param detail goes on where its URL stands before it
     * @param mayPass whether it is worth to ask again although nothing changed here
     */
    record Refused(Why why, String detail, boolean mayPass) implements Mirrored {}

    /** Kinds of refusals. */
    enum Why {
        /** Its host cannot be reached, or does not give it. */
        UNREACHABLE,
        /** It lives where requests must not go. */
        FORBIDDEN,
        /** More bytes or pixels than are taken. */
        TOO_LARGE,
        /** It is no picture, or damaged. */
        UNREADABLE
    }
}
