package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.http.Conditional;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.mirror.MirrorAnswer;
import io.heliograph.representation.Answer;
import io.heliograph.representation.Representation;
import io.heliograph.representation.RepresentationCache;
import io.heliograph.representation.RepresentationKey;
import io.heliograph.representation.Target;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers for feeds and pages, from memory where they are there. */
final class DocumentHandler {

    /** What stands in for the origin: what it syndicated (RFC 9211, section 2.8). */
    private static final String STAND_IN = "Heliograph-Store; hit; detail=feed-fallback";

    private static final String WORDLESS = "A feed of what is found needs words to look for, such as ?q=tide.";

    /** Of the instances that a reader says it has, so many are looked for. */
    private static final int MOST_KNOWN = 4;
    /** With its query, without it, and where an article that was there lives now. */
    private static final int MOST_ADDRESSES = 3;

    private final RepresentationCache cache;
    private final Responder responder;

    DocumentHandler(RepresentationCache cache, Responder responder) {
        this.cache = cache;
        this.responder = responder;
    }

    void handle(Exchange exchange, Target target) {
        RepresentationKey key = key(exchange, target);
        when(cache.get(key), answer -> {
            if (answer instanceof Representation representation) {
                if (target instanceof Target.FeedTarget feed && exchange.wantsDelta()) {
                    sendDelta(exchange, key, feed, representation);
                } else {
                    send(exchange, key, representation);
                }
            } else if (answer instanceof Answer.Moved moved) {
                Responder.redirect(exchange, 308, exchange.isNegotiated() ? undecided(moved.path()) : moved.path());
            } else if (answer instanceof Answer.Elsewhere elsewhere) {
                Responder.redirect(exchange, 307, elsewhere.path());
            } else if (answer == null) {
                unavailable(exchange);
            } else if (answer instanceof Answer.Gone) {
                explain(exchange, 410, new Target.ErrorPage(410));
            } else if (target instanceof Target.FeedTarget feed && feed.selection() instanceof Selection.Search) {
                Responder.sendText(exchange.response(), 404, WORDLESS, exchange.isHead());
            } else {
                missing(exchange);
            }
        });
    }

    /** Says that there is no such thing. */
    void missing(Exchange exchange) {
        explain(exchange, 404, new Target.MissingPage(Parameters.words(exchange.path())));
    }

    /** Sends what was found, if the request's preconditions let it. */
    private void send(Exchange exchange, RepresentationKey key, Representation found) {
        if (Responder.decide(exchange, found) == Conditional.Outcome.SEND) {
            as(exchange, key, found, own -> responder.send(exchange, own));
        } else {
            responder.send(exchange, found);
        }
    }

    /**
     * What was found as it is for who asks. A subscriber's own is made for each answer and kept nowhere; whether he has it
     * already, what all share tells, which has the same validators.
     */
    private void as(Exchange exchange, RepresentationKey key, Representation found, Consumer<Representation> then) {
        if (!exchange.access().isPrivate()) {
            then.accept(found);
            return;
        }
        when(cache.below(key, exchange.access().root()), answer -> {
            if (answer instanceof Representation own) {
                then.accept(own);
            } else {
                inWords(exchange);
            }
        });
    }

    /**
     * Answers in place of a web origin that is down: with the page of ours that the exchange is for, if there is one.
     *
     * @param robots the {@code X-Robots-Tag} of all that is at the origin's URLs; empty for none
     */
    void standIn(Exchange exchange, MirrorAnswer.OriginDown down, String robots) {
        String method = exchange.request().method().name();
        boolean ours = exchange.siteHost().companion() == null;
        if (!ours || !method.equals("GET") && !exchange.isHead() || down.status() == 508) {
            originDown(exchange, down);
            return;
        }
        exchange.cameBy(down.cacheStatus() + ", " + STAND_IN, robots);
        standIn(exchange, down, ((Route.Document) exchange.route()).target(), MOST_ADDRESSES);
    }

    /** Nobody is sent on while the origin is down: the page is what was asked for, by another of its addresses. */
    private void standIn(Exchange exchange, MirrorAnswer.OriginDown down, Target target, int left) {
        when(cache.get(key(exchange, target)), answer -> {
            if (answer instanceof Representation page) {
                responder.send(exchange, page);
            } else if (left == 0) {
                originDown(exchange, down);
            } else if (answer instanceof Answer.Moved moved) {
                standIn(exchange, down, new Target.ArticlePage(moved.path()), left - 1);
            } else if (exchange.path().equals("/")) {
                standIn(exchange, down, new Target.FrontPage(), 0);
            } else if (target instanceof Target.ArticlePage article
                    && article.path().indexOf('?') >= 0) {
                standIn(exchange, down, new Target.ArticlePage(exchange.path()), left - 1);
            } else {
                originDown(exchange, down);
            }
        });
    }

    /** Sends what is new since one of the instances that a reader says it has, or else the whole. */
    private void sendDelta(Exchange exchange, RepresentationKey key, Target.FeedTarget feed, Representation whole) {
        Conditional conditional = exchange.conditional();
        if (conditional.decide(whole.tag(), whole.modified()) != Conditional.Outcome.SEND) {
            responder.send(exchange, whole);
            return;
        }
        Map<Target.FeedDelta, EntityTag> bases = new LinkedHashMap<>();
        for (EntityTag tag : EntityTag.list(conditional.ifNoneMatch())) {
            Target.FeedDelta.since(feed, tag).ifPresent(delta -> bases.putIfAbsent(delta, tag));
        }
        sendDelta(exchange, key, bases.entrySet().stream().limit(MOST_KNOWN).toList(), whole);
    }

    private void sendDelta(
            Exchange exchange,
            RepresentationKey key,
            List<Map.Entry<Target.FeedDelta, EntityTag>> bases,
            Representation whole) {
        if (bases.isEmpty()) {
            send(exchange, key, whole);
            return;
        }
        RepresentationKey one =
                RepresentationKey.of(exchange.site(), bases.get(0).getKey(), exchange.host(), whole.coding());
        when(cache.get(one), answer -> {
            if (answer instanceof Representation delta) {
                EntityTag base = bases.get(0).getValue();
                as(exchange, one, delta, own -> responder.sendDelta(exchange, own, whole, base));
            } else {
                sendDelta(exchange, key, bases.subList(1, bases.size()), whole);
            }
        });
    }

    private static void originDown(Exchange exchange, MirrorAnswer.OriginDown down) {
        exchange.response().putHeader(Fields.CACHE_STATUS, down.cacheStatus());
        exchange.response().putHeader(Fields.RETRY_AFTER, "10");
        String text = switch (down.status()) {
            case 408 -> "The request did not come to its end.";
            case 503 -> "Too many are waiting for the site behind this address. Try again in a moment.";
            case 504 -> "The site behind this address does not answer just now. Try again in a moment.";
            case 508 -> "This request has been here before.";
            default -> "The site behind this address cannot be reached just now. Try again in a moment.";
        };
        if (String.join(",", exchange.request().headers().getAll("accept")).contains("text/html")) {
            Responder.sendRefusal(exchange.response(), down.status(), text, exchange.isHead());
        } else {
            Responder.sendText(exchange.response(), down.status(), text, exchange.isHead());
        }
    }

    /** The path of a feed without its format, and its query: what was asked for so is to be asked for so again. */
    private static String undecided(String path) {
        int mark = path.indexOf('?');
        int end = mark < 0 ? path.length() : mark;
        int dot = path.lastIndexOf('.', end);
        return dot < 0 ? path : path.substring(0, dot) + path.substring(end);
    }

    /** Says that something of ours failed, and that it may pass. */
    private void unavailable(Exchange exchange) {
        if (exchange.isPage()) {
            exchange.response().putHeader(Fields.RETRY_AFTER, "10");
            explain(exchange, 503, new Target.ErrorPage(503));
        } else {
            inWords(exchange);
        }
    }

    private RepresentationKey key(Exchange exchange, Target target) {
        return RepresentationKey.of(
                exchange.site(),
                target,
                exchange.host(),
                ContentCoding.choose(exchange.field("accept-encoding"), cache.codings()));
    }

    private void explain(Exchange exchange, int status, Target target) {
        when(cache.get(key(exchange, target)), answer -> {
            if (answer instanceof Representation page) {
                responder.sendError(exchange, status, page);
            } else {
                inWords(exchange);
            }
        });
    }

    /** Says so without asking the cache or the store for anything. */
    static void inWords(Exchange exchange) {
        String words = "This cannot be shown just now. Try again in a moment.";
        if (exchange.isPage()) {
            exchange.response().putHeader(Fields.RETRY_AFTER, "10");
            Responder.sendRefusal(exchange.response(), 503, words, exchange.isHead());
        } else {
            Responder.sendWords(exchange, 503, words, 10);
        }
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
