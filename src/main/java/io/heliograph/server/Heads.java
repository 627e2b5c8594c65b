package io.heliograph.server;

import io.heliograph.representation.Representation;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.IdentityHashMap;

/**
 * The header fields of 200 answers with whole representations. They are the same for all who ask within one second, so
 * they are put together once a second, and Vert.x keeps the bytes of such an unchangeable set. One for each event loop.
 */
final class Heads {

    private final IdentityHashMap<Representation, Made> made = new IdentityHashMap<>();
    private long second;

    /** Fields, and how the site stood when they were put together: event loops would differ when its origin falls silent. */
    private record Made(Standing standing, MultiMap fields) {}

    /** The fields of the answer with a representation. */
    MultiMap of(Exchange exchange, Representation representation) {
        // What the answer says may depend on more than the representation: on the request's fields, or on its path.
        if (exchange.isNegotiated() || exchange.isAsset() || exchange.access().isPrivate()) {
            return make(exchange, representation);
        }
        long now = System.currentTimeMillis() / 1000;
        if (now != second) {
            made.clear();
            second = now;
        }
        Made known = made.get(representation);
        Standing standing = exchange.access().standing();
        if (known == null || !known.standing().equals(standing)) {
            known = new Made(standing, make(exchange, representation).copy(false));
            made.put(representation, known);
        }
        return known.fields();
    }

    private static MultiMap make(Exchange exchange, Representation representation) {
        MultiMap fields = HttpHeaders.headers();
        Fields.common(fields, exchange);
        Fields.validators(fields, exchange, representation);
        Fields.content(fields, representation);
        if (exchange.isPage()) {
            Fields.page(fields);
        } else if (exchange.isAsset()) {
            Fields.asset(fields);
        }
        String links = Links.of(exchange);
        if (!links.isEmpty()) {
            fields.set(Fields.LINK, links);
        }
        return fields;
    }
}
