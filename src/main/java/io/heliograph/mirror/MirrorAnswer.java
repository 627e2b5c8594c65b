package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.buffer.Buffer;

/** What a mirror answers. */
public sealed interface MirrorAnswer {

    /** How it came about; a label of metrics. */
    Outcome outcome();

    /**
     * A response whose body is here.
     *
     * @param fields without any that frame the message
     * @param length what {@code Content-Length} says, bytes; negative where it must say nothing
     * @param body empty where there is none to send
     */
    record Whole(Outcome outcome, int status, FieldLines fields, long length, Buffer body) implements MirrorAnswer {}

    /**
     * A response that is stored, and about which nobody was asked. Its fields are the very object that others get within
     * the same second, so that what is made of them is made once.
     *
     * @param fields, length, body as {@link Whole} has them
     */
    record Hit(Outcome outcome, int status, FieldLines fields, long length, Buffer body) implements MirrorAnswer {}

    /**
     * A response whose body is on its way.
     *
     * @param length of the body, bytes; negative if it is not known
     */
    record Streamed(Outcome outcome, int status, FieldLines fields, long length, BodyReader body)
            implements MirrorAnswer {}

    /**
     * The origin does not answer, and nothing that is stored may stand in for it.
     *
     * @param status 502 or 504, 503 where too many wait for it, 508 for a request that was here before
     * @param cacheStatus the {@code Cache-Status} to send
     */
    record OriginDown(Outcome outcome, int status, String cacheStatus) implements MirrorAnswer {}

    /** How an answer came about. */
    enum Outcome {
        /** It was stored, and fresh. */
        HIT,
        /** It was stored, and the origin says that it still holds. */
        REVALIDATED,
        /** It was stored, and its time is over. */
        STALE,
        /** The origin was asked. */
        MISS,
        /** The origin was asked for somebody else. */
        COLLAPSED,
        /** The origin was asked, and would have been whatever is stored. */
        PASS,
        /** There is no answer. */
        FAILED
    }
}
