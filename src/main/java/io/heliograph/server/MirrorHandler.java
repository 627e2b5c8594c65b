package io.heliograph.server;

import io.heliograph.http.FieldLines;
import io.heliograph.http.RequestTarget;
import io.heliograph.mirror.BodyReader;
import io.heliograph.mirror.Mirror;
import io.heliograph.mirror.MirrorAnswer;
import io.heliograph.mirror.MirrorRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with what a mirror has. One for each event loop. */
final class MirrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorHandler.class);

    /** What came of an answer whose body broke off before a byte of it was here. */
    private static final MirrorAnswer.OriginDown BROKEN =
            new MirrorAnswer.OriginDown(MirrorAnswer.Outcome.FAILED, 502, "Heliograph; fwd=miss; detail=broken");

    private final Bodies bodies;
    private final HitFields hits = new HitFields();

    MirrorHandler(Bodies bodies) {
        this.bodies = bodies;
    }

    /** What is done where the origin is down. */
    interface Fallback {
        void instead(MirrorAnswer.OriginDown down);
    }

    /**
     * Answers.
     *
     * @param body paused; nothing if the request has none
     */
    void handle(Exchange exchange, Mirror mirror, String query, @Nullable ReadStream<Buffer> body, Fallback fallback) {
        HttpServerRequest request = exchange.request();
        MirrorRequest asked = asked(exchange.siteHost(), request, exchange.path(), query, body);
        Future<MirrorAnswer> answer = mirror.answer(asked);
        if (answer.succeeded()) {
            send(exchange, answer.result(), fallback);
        } else {
            answer.onSuccess(given -> send(exchange, given, fallback));
        }
    }

    /** A request as a mirror has it. */
    private static MirrorRequest asked(
            SiteHost host, HttpServerRequest request, String path, String query, @Nullable ReadStream<Buffer> body) {
        return new MirrorRequest(
                host.beside(),
                host.server(),
                request.method().name(),
                path,
                query,
                fields(request.headers()),
                body,
                hints -> hint(request, hints));
    }

    /** The same of one without a body. */
    static MirrorRequest asked(Admission.Admitted admitted, HttpServerRequest request) {
        RequestTarget target = admitted.target();
        return asked(admitted.host(), request, target.path(), target.query(), null);
    }

    private void send(Exchange exchange, MirrorAnswer answer, Fallback fallback) {
        HttpServerResponse response = exchange.response();
        if (response.closed() || response.ended()) {
            if (answer instanceof MirrorAnswer.Streamed streamed) {
                streamed.body().cancel();
            }
            return;
        }
        try {
            if (answer instanceof MirrorAnswer.Hit hit) {
                hits.set(response, hit);
                body(response, hit.body());
            } else if (answer instanceof MirrorAnswer.Whole whole) {
                head(response, whole.status(), whole.fields(), whole.length());
                body(response, whole.body());
            } else if (answer instanceof MirrorAnswer.Streamed streamed) {
                stream(exchange, response, streamed, fallback);
            } else if (answer instanceof MirrorAnswer.OriginDown down) {
                fallback.instead(down);
            }
        } catch (IllegalStateException e) {
            // Vert.x trips where the connection ends at this very moment.
            LOG.atDebug().setCause(e).log("A visitor left before the answer");
            if (answer instanceof MirrorAnswer.Streamed streamed) {
                streamed.body().cancel();
            }
        }
    }

    private void body(HttpServerResponse response, Buffer body) {
        if (body.length() == 0) {
            response.end();
        } else {
            bodies.send(response, body);
        }
    }

    private static void head(HttpServerResponse response, int status, FieldLines fields, long length) {
        Reasons.status(response, status);
        MultiMap headers = response.headers();
        fields.forEach(line -> headers.add(line.name(), line.value()));
        if (length >= 0) {
            headers.set(Fields.CONTENT_LENGTH, Long.toString(length));
        }
    }

    private static void stream(
            Exchange exchange, HttpServerResponse response, MirrorAnswer.Streamed streamed, Fallback fallback) {
        boolean chunks = exchange.request().version() == HttpVersion.HTTP_1_1;
        head(response, streamed.status(), streamed.fields(), streamed.length());
        if (streamed.length() < 0) {
            // HTTP/1.0 knows no chunks: there the end of the connection is the end of the body (RFC 9112, section 6.3).
            if (chunks) {
                response.setChunked(true);
            } else {
                response.putHeader("connection", Fields.CLOSE);
            }
        }
        response.exceptionHandler(e -> streamed.body().cancel());
        response.closeHandler(closed -> streamed.body().cancel());
        pump(exchange, streamed.body(), fallback);
    }

    /** Passes pieces on as long as they are here and the network takes them; not by recursion, for they may be many. */
    private static void pump(Exchange exchange, BodyReader body, Fallback fallback) {
        while (true) {
            Future<BodyReader.Piece> piece = body.next();
            if (!piece.isComplete()) {
                piece.onComplete(here -> {
                    if (pass(exchange, body, piece, fallback)) {
                        pump(exchange, body, fallback);
                    }
                });
                return;
            }
            if (!pass(exchange, body, piece, fallback)) {
                return;
            }
        }
    }

    /** Passes a piece on; false if there is no next one, or not yet. */
    private static boolean pass(Exchange exchange, BodyReader body, Future<BodyReader.Piece> piece, Fallback fallback) {
        HttpServerResponse response = exchange.response();
        if (response.closed()) {
            body.cancel();
            return false;
        }
        if (piece.failed()) {
            body.cancel();
            if (response.headWritten()) {
                // Cut short, so that nobody takes it for whole (RFC 9112, section 8).
                exchange.request().connection().close();
            } else {
                response.headers().clear();
                response.setChunked(false);
                fallback.instead(BROKEN);
            }
            return false;
        }
        if (piece.result() instanceof BodyReader.Piece.Bytes bytes) {
            Future<Void> written = response.write(bytes.bytes());
            if (written.isComplete() || !response.writeQueueFull()) {
                return true;
            }
            written.onSuccess(taken -> pump(exchange, body, fallback));
            return false;
        }
        if (piece.result() instanceof BodyReader.Piece.End end) {
            if (response.isChunked()) {
                end.trailers().forEach(line -> response.putTrailer(line.name(), line.value()));
            }
            response.end();
        }
        return false;
    }

    private static void hint(HttpServerRequest request, FieldLines hints) {
        HttpServerResponse response = request.response();
        if (!response.headWritten() && !response.closed() && request.version() != HttpVersion.HTTP_1_0) {
            MultiMap headers = HttpHeaders.headers();
            hints.forEach(line -> headers.add(line.name(), line.value()));
            response.writeEarlyHints(headers);
        }
    }

    private static FieldLines fields(MultiMap headers) {
        List<FieldLines.Line> lines = new ArrayList<>(headers.size());
        headers.forEach((name, value) -> lines.add(new FieldLines.Line(name, value)));
        return FieldLines.of(lines);
    }
}
