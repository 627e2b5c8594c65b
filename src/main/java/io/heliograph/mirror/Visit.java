package io.heliograph.mirror;

import io.heliograph.http.CacheDecision;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.heliograph.http.Vary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GET or HEAD of a visitor: what he asks for, and what of that the origin may know. */
final class Visit {

    private final Station station;
    private final MirrorRequest request;
    private final CacheKey key;
    private final String range;
    private @Nullable FieldLines forOrigin;

    Visit(Station station, MirrorRequest request, CacheKey key) {
        this.station = station;
        this.request = request;
        this.key = key;
        this.range = request.isHead() ? "" : request.fields().value("range");
    }

    Station station() {
        return station;
    }

    MirrorRequest request() {
        return request;
    }

    CacheKey key() {
        return key;
    }

    /** The {@code Range} that counts; empty if there is none (RFC 9110, section 14.2). */
    String range() {
        return range;
    }

    Instant now() {
        return station.clock().instant();
    }

    /** What of the visitor's fields the origin gets to see. A hit that depends on none of them has no need of it. */
    FieldLines fields() {
        FieldLines made = forOrigin;
        if (made == null) {
            RequestFields rules = station.requestFields();
            made = rules.forOrigin(
                    station.origin().own().asked(request, key.server(), rules.usualOrigin(key.server())), false);
            forOrigin = made;
        }
        return made;
    }

    /** The same as far as stored responses are chosen by it; made only where they are chosen by what visitors say. */
    FieldLines choosing(List<Variant> variants) {
        RequestFields rules = station.requestFields();
        for (Variant variant : variants) {
            if (!rules.isFixed(variant.response().vary())) {
                return fields();
            }
        }
        return rules.fixed();
    }

    /**
     * The same without what the visitor wishes and the origin does not choose by.
     *
     * @param vary by what it chooses, as far as is known
     */
    FieldLines keyed(Vary vary) {
        return station.requestFields().keyed(fields(), vary);
    }

    /** Whether a stored response is for this visit, and may be used without a question. */
    boolean isGood(Variant variant) {
        return variant.response().isSelectedBy(fields())
                && variant.response().staleness(now()).isNegative()
                && !variant.response().control().has("no-cache")
                && station.shelf().standing(key, variant) == CacheDecision.Standing.GOOD;
    }

    /** Whether the file may be had in slices, as far as is known; to the letter, ranges are asked for as they are. */
    boolean mayBeSliced() {
        return !station.rules().strict() && !station.slices().isUnsliced(key);
    }

    /** Whether a stored response may answer a request for the whole: slices may as long as the rest can be had, too. */
    boolean isWhole(Variant variant) {
        return variant.content() instanceof Content.Sliced ? mayBeSliced() : !variant.isPart();
    }

    /**
     * A question to the origin.
     *
     * @param asked the {@code Range} to ask for; empty for the whole
     */
    Question question(@Nullable Variant known, String asked, boolean personal, FieldLines forOrigin) {
        FieldLines out = asked.isEmpty() || request.fields().value("if-range").isEmpty()
                ? forOrigin
                : forOrigin.plus("if-range", request.fields().value("if-range"));
        return new Question(key, request.method(), unconditional(out), known, asked, personal, this::hint);
    }

    /** A question for a slice of the file. */
    Question question(Slice slice, Vary vary) {
        return Question.of(key, slice, unconditional(keyed(vary)));
    }

    /** A question whose answer nobody waits for: whether what is stored still holds. */
    Question refreshing(Variant variant) {
        FieldLines keyed = keyed(variant.response().vary());
        return new Question(key, "GET", unconditional(keyed), variant, "", false, hints -> {});
    }

    /** What the client has is for us to compare, unless nothing of ours can be. */
    private static FieldLines unconditional(FieldLines out) {
        return out.without("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range");
    }

    private void hint(FieldLines hints) {
        request.hints().accept(station.origin().hints(key, hints, request.host()));
    }
}
