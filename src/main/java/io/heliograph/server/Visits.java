package io.heliograph.server;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The connections of one event loop. Those that keep us waiting for a request, be it the first or the next, for all or the
 * rest of it, are ended; those that are being answered have the time that their network needs. Moments are those of
 * {@link System#nanoTime}.
 */
final class Visits {

    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(30).toNanos();

    private final IdentityHashMap<HttpConnection, Visit> open = new IdentityHashMap<>();

    /** One connection. */
    static final class Visit {

        private long waitingSince;
        private boolean answering;
        private boolean ending;

        private Visit(long now) {
            waitingSince = now;
        }

        /** A request is here, and whole but for its body. */
        void asked() {
            answering = true;
        }

        /** It has been answered. */
        void answered(long now) {
            answering = false;
            waitingSince = now;
        }

        /** Whatever comes after the present request is to be left unread. */
        void end() {
            ending = true;
        }

        boolean isEnding() {
            return ending;
        }
    }

    /** A connection has been made. */
    void opened(HttpConnection connection, long now) {
        open.put(connection, new Visit(now));
        connection.closeHandler(closed -> open.remove(connection));
    }

    /** A connection speaks HTTP no more; what becomes of it is not ours to watch. */
    void left(HttpConnection connection) {
        open.remove(connection);
    }

    /** The visit of a connection that is open. */
    Visit of(HttpConnection connection) {
        Visit visit = open.get(connection);
        // One that has closed meanwhile is of no interest any more.
        return visit == null ? new Visit(0) : visit;
    }

    /** Ends the connections that have kept us waiting too long. */
    void endLate(long now) {
        List<HttpConnection> late = new ArrayList<>();
        open.forEach((connection, visit) -> {
            if (!visit.answering && now - visit.waitingSince > LONGEST_WAIT_NANOS) {
                late.add(connection);
            }
        });
        // What a slow reader has still to take is sent before.
        late.forEach(HttpConnection::close);
    }

    /** How many connections are open. */
    int size() {
        return open.size();
    }
}
