package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Validation;
import java.time.InstantSource;

/** What answers to HEAD say about what is stored for GET (RFC 9111, section 4.3.5). */
final class Heads {

    private final Shelf shelf;
    private final CacheRules rules;
    private final InstantSource clock;

    Heads(Shelf shelf, CacheRules rules, InstantSource clock) {
        this.shelf = shelf;
        this.rules = rules;
        this.clock = clock;
    }

    /** Takes over the fields if they are about the same content; else what is stored is stale. */
    void settle(CacheKey key, FieldLines request, StoredResponse head) {
        for (Variant variant : shelf.get(key)) {
            if (!variant.isPart() && variant.response().isSelectedBy(request)) {
                if (isSame(variant, head) && Validation.mayFreshen(request, variant.response(), head.fields(), rules)) {
                    Variant newer = variant.freshened(Validation.freshen(
                            variant.response(), head.fields(), head.requested(), head.received(), rules));
                    shelf.freshen(key, variant, newer);
                } else {
                    shelf.purge(key, Standing.PURGED, clock.instant());
                }
            }
        }
    }

    private static long length(Content content) {
        return content instanceof Content.Sliced sliced ? sliced.length() : content.bytes();
    }

    private static boolean isSame(Variant variant, StoredResponse head) {
        boolean plain = variant.content() instanceof Content.Sliced
                || variant.content() instanceof Content.Plain content
                        && content.tag().isEmpty();
        // The length of what was decoded or rewritten is not the origin's.
        FieldLines fields = plain ? head.fields() : head.fields().without("content-length");
        return Validation.isSame(variant.response(), head.status(), fields, length(variant.content()));
    }
}
