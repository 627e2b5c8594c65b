package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Somebody who takes a body piece by piece, at his own pace. Used on one event loop. */
public interface BodyReader {

    /** A piece of a body, or its end. */
    sealed interface Piece {

        /** Bytes, at least one. */
        record Bytes(Buffer bytes) implements Piece {}

        /** There is no more (RFC 9110, section 6.5). */
        record End(FieldLines trailers) implements Piece {}
    }

    /** The next piece, when it is here; fails if the rest will never come. One at a time. */
    Future<Piece> next();

    /** Nothing more is wanted. */
    void cancel();
}
