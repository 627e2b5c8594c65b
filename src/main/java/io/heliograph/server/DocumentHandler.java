package io.heliograph.server;

import io.heliograph.http.Conditional;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.representation.Answer;
import io.heliograph.representation.Representation;
import io.heliograph.representation.RepresentationCache;
import io.heliograph.representation.RepresentationKey;
import io.heliograph.representation.Target;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers for feeds and pages, from memory where they are there. */
final class DocumentHandler {

    /** Of the instances that a reader says it has, so many are looked for. */
    private static final int MOST_KNOWN = 4;

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
                if (target instanceof Target.FeedTarget feed && exchange.wantsDelta()) {
                    sendDelta(exchange, feed, representation);
                } else {
                    responder.send(exchange, representation);
                }
            } else if (answer instanceof Answer.Moved moved) {
                Responder.redirect(exchange, 308, moved.path());
            } else if (answer instanceof Answer.Elsewhere elsewhere) {
                Responder.redirect(exchange, 307, elsewhere.path());
            } else if (answer == null) {
                unavailable(exchange);
            } else if (answer instanceof Answer.Gone) {
                explain(exchange, 410, new Target.ErrorPage(410), coding);
            } else {
                explain(exchange, 404, new Target.MissingPage(Parameters.words(exchange.path())), coding);
            }
        });
    }

    /** Sends what is new since one of the instances that a reader says it has, or else the whole. */
    private void sendDelta(Exchange exchange, Target.FeedTarget feed, Representation whole) {
        Conditional conditional = exchange.conditional();
        if (conditional.decide(whole.tag(), whole.modified()) == Conditional.Outcome.SEND) {
            sendDelta(
                    exchange,
                    EntityTag.list(conditional.ifNoneMatch()).stream()
                            .flatMap(tag -> Target.FeedDelta.since(feed, tag).stream())
                            .distinct()
                            .limit(MOST_KNOWN)
                            .toList(),
                    whole);
        } else {
            responder.send(exchange, whole);
        }
    }

    private void sendDelta(Exchange exchange, List<Target.FeedDelta> deltas, Representation whole) {
        if (deltas.isEmpty()) {
            responder.send(exchange, whole);
            return;
        }
        RepresentationKey key = RepresentationKey.of(exchange.site(), deltas.get(0), exchange.host(), whole.coding());
        when(cache.get(key), answer -> {
            if (answer instanceof Representation delta) {
                responder.sendDelta(exchange, delta);
            } else {
                sendDelta(exchange, deltas.subList(1, deltas.size()), whole);
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
