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
    private final Responder responder = new Responder();

    DocumentHandler(RepresentationCache cache) {
        this.cache = cache;
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
            } else {
                error(exchange, answer instanceof Answer.Gone, coding);
            }
        });
    }

    private void error(Exchange exchange, boolean gone, ContentCoding coding) {
        int status = gone ? 410 : 404;
        Target target = gone ? new Target.GonePage() : new Target.MissingPage(Parameters.words(exchange.path()));
        RepresentationKey key = RepresentationKey.of(exchange.site(), target, exchange.host(), coding);
        when(cache.get(key), answer -> {
            if (answer instanceof Representation page) {
                Responder.sendError(exchange, status, page);
            } else {
                unavailable(exchange);
            }
        });
    }

    private static void unavailable(Exchange exchange) {
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
