package io.heliograph.server;

import io.heliograph.http.Conditional;
import io.heliograph.http.EntityTag;
import io.heliograph.page.Refusal;
import io.heliograph.representation.Representation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Sends answers: decides preconditions, sets fields, writes bodies. One for each event loop. */
final class Responder {

    private final Heads heads = new Heads();
    private final Bodies bodies;

    Responder(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Sends a representation with a status of 200, or what its preconditions make of it. */
    void send(Exchange exchange, Representation representation) {
        HttpServerResponse response = exchange.response();
        exchange.sentIn(representation.coding());
        switch (decide(exchange, representation)) {
            case NOT_MODIFIED -> {
                exchange.saved(representation.body().length());
                Fields.notModified(response.headers(), exchange, representation);
                standIn(exchange);
                response.setStatusCode(304).end();
            }
            case FAILED -> {
                Fields.common(response.headers(), exchange);
                Fields.validators(response.headers(), exchange, representation);
                response.setStatusCode(412)
                        .putHeader(Fields.CONTENT_LENGTH, Fields.ZERO)
                        .end();
            }
            case SEND -> {
                response.headers().setAll(heads.of(exchange, representation));
                standIn(exchange);
                body(exchange, representation);
            }
        }
    }

    /** Says that a page of ours is in the place of the origin's, if it is. */
    private static void standIn(Exchange exchange) {
        if (!exchange.cacheStatus().isEmpty()) {
            exchange.response()
                    .putHeader(Fields.CACHE_STATUS, exchange.cacheStatus())
                    .putHeader(Fields.CACHE_CONTROL, Fields.STAND_IN_CACHING);
            if (!exchange.robots().isEmpty()) {
                exchange.response().putHeader(Fields.ROBOTS, exchange.robots());
            }
        }
    }

    /**
     * Sends what is new since the instance that a reader has (RFC 3229, section 10.4.1). No cache may keep it, for one
     * that does not know the status would take it for the whole.
     *
     * @param base the tag of that instance, as the reader has it: of several that it names, it must be told which one is
     *     meant (section 10.5.1)
     */
    void sendDelta(Exchange exchange, Representation delta, Representation whole, EntityTag base) {
        if (decide(exchange, delta) != Conditional.Outcome.SEND) {
            // The reader has the newest by now.
            send(exchange, delta);
            return;
        }
        exchange.saved(Math.max(0, whole.body().length() - delta.body().length()));
        HttpServerResponse response = exchange.response();
        exchange.sentIn(delta.coding());
        Reasons.status(response, 226);
        Fields.common(response.headers(), exchange);
        Fields.validators(response.headers(), exchange, delta);
        Fields.content(response.headers(), delta);
        response.putHeader(Fields.IM, Fields.FEED);
        response.putHeader(Fields.DELTA_BASE, base.field());
        if (!exchange.access().isPrivate()) {
            response.putHeader(Fields.CACHE_CONTROL, Fields.NO_STORE);
        }
        response.putHeader(Fields.VARY, Fields.VARY_DELTA);
        response.putHeader(Fields.LINK, Links.of(exchange));
        body(exchange, delta);
    }

    /** Sends the page that explains an error. */
    void sendError(Exchange exchange, int status, Representation page) {
        HttpServerResponse response = exchange.response();
        exchange.sentIn(page.coding());
        response.setStatusCode(status);
        Fields.common(response.headers(), exchange);
        Fields.page(response.headers());
        Fields.content(response.headers(), page);
        if (!exchange.access().isPrivate()) {
            response.putHeader(Fields.CACHE_CONTROL, status == 503 ? Fields.NO_STORE : Fields.ERROR_CACHING);
        }
        response.putHeader(Fields.VARY, exchange.isNegotiated() ? Fields.VARY_NEGOTIATED : Fields.VARY_CODING);
        String links = Links.ofSite(exchange);
        if (!links.isEmpty()) {
            response.putHeader(Fields.LINK, links);
        }
        body(exchange, page);
    }

    /** Says in a line of plain text why there is nothing for now, and when to ask again. */
    static void sendWords(Exchange exchange, int status, String text, long retrySeconds) {
        HttpServerResponse response = exchange.response();
        Buffer body = Buffer.buffer(text + "\n");
        response.setStatusCode(status);
        Fields.common(response.headers(), exchange);
        if (!exchange.access().isPrivate()) {
            response.putHeader(Fields.CACHE_CONTROL, Fields.NO_STORE);
        }
        response.putHeader(Fields.RETRY_AFTER, Long.toString(retrySeconds));
        response.putHeader(Fields.CONTENT_TYPE, Fields.PLAIN_TEXT);
        response.putHeader(Fields.CONTENT_LENGTH, Integer.toString(body.length()));
        if (exchange.isHead()) {
            response.end();
        } else {
            response.end(body);
        }
    }

    /** Sends a line of plain text. */
    static Future<Void> sendText(HttpServerResponse response, int status, String text, boolean head) {
        return send(response, status, Fields.PLAIN_TEXT, text + "\n", head);
    }

    /** Sends the page for a request that no site can answer. */
    static Future<Void> sendRefusal(HttpServerResponse response, int status, String explanation, boolean head) {
        Fields.page(response.headers());
        response.putHeader(Fields.CONTENT_SECURITY_POLICY, Refusal.POLICY);
        return send(response, status, Fields.HTML, Refusal.page(status, explanation), head);
    }

    private static Future<Void> send(
            HttpServerResponse response, int status, CharSequence type, String text, boolean head) {
        Buffer body = Buffer.buffer(text);
        Reasons.status(response, status);
        Fields.common(response.headers());
        response.putHeader(Fields.CACHE_CONTROL, Fields.NO_STORE);
        response.putHeader(Fields.CONTENT_TYPE, type);
        response.putHeader(Fields.CONTENT_LENGTH, Integer.toString(body.length()));
        return head ? response.end() : response.end(body);
    }

    /**
     * Leads to another path of the same host.
     *
     * @param status 308 if it is for good, 307 if it is for now
     */
    static void redirect(Exchange exchange, int status, String path) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(status);
        Fields.common(response.headers(), exchange);
        if (!exchange.access().isPrivate()) {
            response.putHeader(Fields.CACHE_CONTROL, Fields.PAGE_CACHING);
        }
        response.putHeader(
                Fields.LOCATION,
                exchange.host().base() + exchange.placed(exchange.access().root() + path));
        response.putHeader(Fields.CONTENT_LENGTH, Fields.ZERO);
        response.end();
    }

    static Conditional.Outcome decide(Exchange exchange, Representation representation) {
        String ifNoneMatch = exchange.field("if-none-match");
        if (!ifNoneMatch.isEmpty()
                && ifNoneMatch.contentEquals(representation.tagField())
                && exchange.field("if-match").isEmpty()
                && exchange.field("if-unmodified-since").isEmpty()) {
            // What nearly every reader sends.
            return Conditional.Outcome.NOT_MODIFIED;
        }
        return exchange.conditional().decide(representation.tag(), representation.modified());
    }

    private void body(Exchange exchange, Representation representation) {
        if (exchange.isHead()) {
            exchange.response().end();
        } else {
            bodies.send(exchange.response(), representation.body());
        }
    }
}
