package io.heliograph.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cache knows of a response that it has stored, its content apart: everything that decides whether it may be used.
 *
 * <p>Derived values are made once, so that a hit costs no parsing.
 */
public final class StoredResponse {

    private final int status;
    private final FieldLines fields;
    private final String selecting;
    private final Instant requested;
    private final Instant received;
    private final CacheControl control;
    private final Vary vary;
    private final Duration initialAge;
    private final Duration lifetime;
    private final @Nullable Instant lastModified;

    /** The latest request that it was found to be for; whoever sees an older one looks for himself. */
    private @Nullable FieldLines lastSelecting;

    /**
     * A response as it was received.
     *
     * @param fields without those of the connection
     * @param selecting what {@link Vary#selecting} made of the request
     * @param requested when the request was sent
     * @param received when the response's fields were here
     */
    public StoredResponse(
            int status, FieldLines fields, String selecting, Instant requested, Instant received, CacheRules rules) {
        this.status = status;
        this.fields = fields;
        this.selecting = selecting;
        this.requested = requested;
        this.received = received;
        this.control = controlOf(fields);
        this.vary = Vary.of(fields);
        this.initialAge = Age.initial(fields, requested, received);
        this.lifetime = Freshness.lifetime(status, fields, control, received, rules);
        this.lastModified = HttpDate.parse(fields.value("last-modified")).orElse(null);
    }

    private StoredResponse(StoredResponse other, FieldLines fields, int status) {
        this.status = status;
        this.fields = fields;
        this.selecting = other.selecting;
        this.requested = other.requested;
        this.received = other.received;
        this.control = other.control;
        this.vary = other.vary;
        this.initialAge = other.initialAge;
        this.lifetime = other.lifetime;
        this.lastModified = HttpDate.parse(fields.value("last-modified")).orElse(null);
    }

    /** The same with other fields, of which none says anything about caching that the old ones did not. */
    public StoredResponse withFields(FieldLines others) {
        return new StoredResponse(this, others, status);
    }

    /** The whole, of which this is a part that was stored (RFC 9111, section 3.4). */
    public StoredResponse asWhole(FieldLines ofTheWhole) {
        return new StoredResponse(this, ofTheWhole, 200);
    }

    /** The directives that count for us: those for us alone, else those for everybody (RFC 9213, section 2.2). */
    public static CacheControl controlOf(FieldLines response) {
        return TargetedCacheControl.of(response).orElseGet(() -> CacheControl.parse(response.value("cache-control")));
    }

    public int status() {
        return status;
    }

    public FieldLines fields() {
        return fields;
    }

    /** What {@link Vary#selecting} made of the request. */
    public String selecting() {
        return selecting;
    }

    public Instant requested() {
        return requested;
    }

    public Instant received() {
        return received;
    }

    public CacheControl control() {
        return control;
    }

    public Vary vary() {
        return vary;
    }

    /** How old it is (RFC 9111, section 4.2.3). */
    public Duration age(Instant now) {
        Duration resident = Duration.between(received, now);
        return resident.isNegative() ? initialAge : initialAge.plus(resident);
    }

    /** How long it is fresh, from when it was made (RFC 9111, section 4.2.1). */
    public Duration lifetime() {
        return lifetime;
    }

    /** How long it will be fresh; negative once it is stale. */
    public Duration freshFor(Instant now) {
        return lifetime.minus(age(now));
    }

    /** How long it has been stale; negative as long as it is fresh, and zero at the moment it ceases to be. */
    public Duration staleness(Instant now) {
        return age(now).minus(lifetime);
    }

    /** When it was made, as its sender says, else when it came. */
    public Instant date() {
        return dateOf(fields, received);
    }

    static Instant dateOf(FieldLines fields, Instant received) {
        return HttpDate.parse(fields.value("date")).orElse(received);
    }

    /** The entity tag; nothing if there is none that can be read. */
    public Optional<EntityTag> tag() {
        return EntityTag.one(fields.value("etag"));
    }

    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    /**
     * Whether it is for a request (RFC 9111, section 4.1). One whose languages are chosen among fits, too, if it is in the
     * one language that the request likes best.
     */
    @SuppressWarnings("ReferenceEquality") // for those who ask with the same object again and again
    public boolean isSelectedBy(FieldLines request) {
        if (vary.any()) {
            return false;
        }
        if (vary.names().isEmpty() || request == lastSelecting) {
            return true;
        }
        boolean selected = selecting.equals(vary.selecting(request)) || Languages.isChoiceOf(this, request);
        if (selected) {
            lastSelecting = request;
        }
        return selected;
    }
}
