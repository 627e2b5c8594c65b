package io.heliograph.mirror;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A request on its way to the origin, until the head of its answer is here. */
final class Sending {

    /** In a head. */
    private static final int MOST_FIELDS = 256;

    /** That are passed on; more are no help to anybody. */
    private static final int MOST_HINTS = 8;

    /** Interim answers before the final one (RFC 9110, section 15.2). */
    private static final int MOST_INTERIM = 100;

    /** Those that are registered (RFC 9112, section 7), or meant by who says what is not. */
    private static final Set<String> UNREADABLE_CODINGS =
            Set.of("gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd");

    private final Vertx vertx;
    private final HttpClientRequest request;
    private final Duration patience;
    private final Promise<HttpClientResponse> answered = Promise.promise();
    private int interim;

    private Sending(Vertx vertx, HttpClientRequest request, Duration patience) {
        this.vertx = vertx;
        this.request = request;
        this.patience = patience;
    }

    /**
     * Sends a request; the answer's body is paused.
     *
     * @param patience from the end of the request to the head of its answer
     */
    static Future<HttpClientResponse> of(
            Vertx vertx, Upstream.Outgoing outgoing, HttpClientRequest request, Duration patience) {
        return new Sending(vertx, request, patience).send(outgoing);
    }

    private Future<HttpClientResponse> send(Upstream.Outgoing outgoing) {
        outgoing.fields().forEach(line -> request.headers().add(line.name(), line.value()));
        // What becomes of a request, its answer tells.
        request.exceptionHandler(e -> {});
        request.continueHandler(more -> interim());
        request.earlyHintsHandler(hints -> {
            if (interim() <= MOST_HINTS && lines(hints) <= MOST_FIELDS) {
                outgoing.hints().accept(Upstream.fields(hints));
            }
        });
        request.response().onSuccess(this::take).onFailure(answered::tryFail);
        ReadStream<Buffer> body = outgoing.body();
        if (body == null) {
            request.end().onFailure(answered::tryFail);
            await();
            return answered.future();
        }
        if (!outgoing.fields().has("content-length")) {
            request.setChunked(true);
        }
        Upload.pass(vertx, body, request).onComplete(sent -> {
            if (sent.failed() && Upload.isGivenUp(sent.cause())) {
                answered.tryFail(sent.cause());
                request.reset();
            } else {
                await();
            }
        });
        return answered.future();
    }

    /** Counts an interim answer; returns which one it is. */
    private int interim() {
        interim++;
        if (interim > MOST_INTERIM
                && answered.tryFail(new OriginFailure(
                        OriginFailure.Kind.BROKEN, "it sent more than " + MOST_INTERIM + " interim answers"))) {
            request.reset();
        }
        return interim;
    }

    private void take(HttpClientResponse response) {
        response.pause();
        // Until somebody takes the body, or nobody will, that it broke off is no news.
        response.exceptionHandler(e -> {});
        String fault = fault(response);
        if (fault.isEmpty() && answered.tryComplete(response)) {
            return;
        }
        answered.tryFail(new OriginFailure(OriginFailure.Kind.BROKEN, fault));
        request.reset();
    }

    private void await() {
        if (answered.future().isComplete()) {
            return;
        }
        long timer = vertx.setTimer(patience.toMillis(), late -> {
            if (answered.tryFail(new OriginFailure(OriginFailure.Kind.TIMEOUT, "no answer within its time"))) {
                request.reset();
            }
        });
        answered.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Why an answer is none that may be passed on; empty if it may. */
    private static String fault(HttpClientResponse response) {
        if (response.statusCode() < 100 || response.statusCode() > 599) {
            return "its status is none of HTTP's (RFC 9110, section 15)";
        }
        // What is under another coding cannot be read, and chunks within chunks are no body (RFC 9112, section 7).
        // A name that nobody knows says nothing: so browsers take it.
        List<String> codings = response.headers().getAll("transfer-encoding");
        String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        boolean odd = coding.contains("chunked") && !coding.equals("chunked");
        if (odd || coding.indexOf(',') >= 0 || UNREADABLE_CODINGS.contains(coding)) {
            return "its body is under another transfer coding than chunked";
        }
        // What is left out might be what forbids to store it.
        return lines(response.headers()) > MOST_FIELDS ? "it sent more than " + MOST_FIELDS + " fields" : "";
    }

    /** How many there are; the size of such a map is that of its names. */
    private static int lines(MultiMap fields) {
        int lines = 0;
        for (Map.Entry<String, String> line : fields) {
            lines += line.getKey().isEmpty() ? 0 : 1;
        }
        return lines;
    }
}
