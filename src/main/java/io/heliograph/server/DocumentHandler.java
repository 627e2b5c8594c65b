package io.heliograph.server;

import io.heliograph.http.ContentCoding;
import io.heliograph.representation.Answer;
import io.heliograph.representation.Representation;
import io.heliograph.representation.RepresentationCache;
import io.heliograph.representation.RepresentationKey;
import io.heliograph.representation.Target;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers for feeds and pages, from memory where they are there. */
final class DocumentHandler {

    private final RepresentationCache cache;
    private final Responder responder;

    DocumentHandler(RepresentationCache cache, Responder responder) {
        this.cache = cache;
        this.responder = responder;
    }

    void handle(Exchange exchange, Target target) {
        ContentCoding coding = ContentCoding.choose(exchange.field("accept-encoding"), cache.codings());
        RepresentationKey key = RepresentationKey.of(exchange.site(), target, exchange.host(), coding);
        when(cache.get(key), answer -> {
            if (answer instanceof Representation representation) {
                responder.send(exchange, representation);
            } else if (answer instanceof Answer.Moved moved) {
                Responder.redirect(exchange, moved.path());
            } else if (answer == null) {
                unavailable(exchange);
            } else if (answer instanceof Answer.Gone) {
                explain(exchange, 410, new Target.ErrorPage(410), coding);
            } else {
                explain(exchange, 404, new Target.MissingPage(Parameters.words(exchange.path())), coding);
            }
        });
    }

    /** Says that something of ours failed, and that it may pass. */
    private void unavailable(Exchange exchange) {
        if (exchange.isPage()) {
            exchange.response().putHeader(Fields.RETRY_AFTER, "10");
            ContentCoding coding = ContentCoding.choose(exchange.field("accept-encoding"), cache.codings());
            explain(exchange, 503, new Target.ErrorPage(503), coding);
        } else {
            inWords(exchange);
        }
    }

    private void explain(Exchange exchange, int status, Target target, ContentCoding coding) {
        RepresentationKey key = RepresentationKey.of(exchange.site(), target, exchange.host(), coding);
        when(cache.get(key), answer -> {
            if (answer instanceof Representation page) {
                responder.sendError(exchange, status, page);
            } else {
                inWords(exchange);
            }
        });
    }

    static void inWords(Exchange exchange) {
        exchange.response().putHeader(Fields.RETRY_AFTER, "10");
        Responder.sendText(
                exchange.response(), 503, "This cannot be shown just now. Try again in a moment.", exchange.isHead());
    }

    /**
     * At once if the answer is there, without leaving the event loop; else on this event loop when it is. The answer is
     * null if it could not be made.
     */
    private static void when(CompletableFuture<Answer> future, Consumer<@Nullable Answer> then) {
        if (future.isDone()) {
            then.accept(future.isCompletedExceptionally() ? null : future.getNow(null));
            return;
        }
        Context context = Vertx.currentContext();
        future.whenComplete((answer, e) -> context.runOnContext(on -> then.accept(answer)));
    }
}
