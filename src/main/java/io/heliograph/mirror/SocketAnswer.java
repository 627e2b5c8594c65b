package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.net.NetSocket;

/** What comes of a visitor's wish for a WebSocket. */
public sealed interface SocketAnswer {

    /**
     * The origin has opened it.
     *
     * @param fields of the 101 that the visitor gets
     * @param socket on which frames come and go, paused
     */
    record Open(FieldLines fields, NetSocket socket) implements SocketAnswer {}

    /**
     * There is none.
     *
     * @param status of the answer: the origin's, or 403, 502, 503, 504 or 508
     */
    record Refused(int status) implements SocketAnswer {}
}
