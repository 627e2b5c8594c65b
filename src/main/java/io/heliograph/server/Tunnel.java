package io.heliograph.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket of a visitor, joined with one of the origin (RFC 6455). Frames pass untouched, no faster than they are
 * taken, and the end of one is the end of the other; when the gateway leaves, both sides are told between two frames.
 */
final class Tunnel {

    private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);

    /** For the frame that is on its way, and for the answer to our goodbye. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** A frame with the close code 1001: this end goes away (section 7.4.1). */
    private static final byte[] GOING_AWAY = {(byte) 0x88, 2, 0x03, (byte) 0xe9};

    private final Way toOrigin;
    private final Way toVisitor;

    /** One direction. */
    private static final class Way {
        private final NetSocket from;
        private final NetSocket to;
        private final Buffer goodbye;
        private final Frames frames = new Frames();
        private boolean leaving;
        private boolean said;
        private boolean hurried;

        Way(NetSocket from, NetSocket to, Buffer goodbye) {
            this.from = from;
            this.to = to;
            this.goodbye = goodbye;
        }

        void open(Runnable whenOver) {
            from.exceptionHandler(e -> LOG.atDebug().setCause(e).log("A socket broke"));
            from.handler(this::take);
            from.endHandler(end -> {
                to.close();
                whenOver.run();
            });
            from.resume();
        }

        private void take(Buffer bytes) {
            if (said) {
                // Nothing may follow a close frame but the end, which begins with the other side's answer.
                frames.pass(bytes);
                if (frames.isClosed()) {
                    from.close();
                }
                return;
            }
            if (leaving) {
                int end = frames.passToEnd(bytes);
                write(bytes.slice(0, end));
                sayGoodbye();
                frames.pass(bytes.slice(end, bytes.length()));
                return;
            }
            frames.pass(bytes);
            write(bytes);
        }

        private void write(Buffer bytes) {
            to.write(bytes);
            if (!hurried && to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        }

        /** Nothing more comes: what is here passes on at once, and then the end. */
        void hurry() {
            hurried = true;
            from.resume();
        }

        void leave() {
            leaving = true;
            sayGoodbye();
        }

        private void sayGoodbye() {
            if (frames.isBetween() && !said) {
                said = true;
                if (!frames.isClosed()) {
                    to.write(goodbye);
                }
            }
        }
    }

    Tunnel(NetSocket visitor, NetSocket origin) {
        toOrigin = new Way(visitor, origin, masked());
        toVisitor = new Way(origin, visitor, Buffer.buffer(GOING_AWAY));
    }

    /**
     * Lets frames pass.
     *
     * @param whenOver done when one side has ended; may be done twice
     */
    void open(Runnable whenOver) {
        toOrigin.open(whenOver);
        toVisitor.open(whenOver);
        // The end of what is held back is told only once it flows again, and who was waited for may never read.
        toOrigin.from.closeHandler(closed -> toOrigin.hurry());
    }

    /** Tells both sides that this gateway goes away, and ends when they have had time to say so too. */
    void leave(Vertx vertx) {
        toOrigin.leave();
        toVisitor.leave();
        vertx.setTimer(FAREWELL.toMillis(), over -> {
            toVisitor.to.close();
            toOrigin.to.close();
        });
    }

    /** What a client sends is masked (section 5.3). */
    private static Buffer masked() {
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        return Buffer.buffer()
                .appendByte(GOING_AWAY[0])
                .appendByte((byte) (0x80 | GOING_AWAY[1]))
                .appendBytes(mask)
                .appendByte((byte) (GOING_AWAY[2] ^ mask[0]))
                .appendByte((byte) (GOING_AWAY[3] ^ mask[1]));
    }
}
