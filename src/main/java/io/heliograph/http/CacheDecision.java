package io.heliograph.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a shared cache does with a request for a resource (RFC 9111, section 4). */
public sealed interface CacheDecision {

    /**
     * Answers with what is stored.
     *
     * @param revalidate whether it is stale, and asked for meanwhile (RFC 5861, section 3)
     */
    record Serve(StoredResponse response, boolean revalidate) implements CacheDecision {}

    /** Asks whether what is stored still holds (section 4.3). */
    record Validate(StoredResponse response, Reason reason) implements CacheDecision {}

    /** Asks for the whole. */
    record Fetch(Reason reason) implements CacheDecision {}

    /** The client wants nothing but what is stored, and nothing that is may be used (section 5.2.1.7). */
    record GatewayTimeout() implements CacheDecision {}

    /** What has happened to a stored response since it came. */
    enum Standing {
        /** Nothing. */
        GOOD,
        /** Its owner says that there is something newer: it is stale. */
        PURGED,
        /** Somebody changed what it is about: it may not be used before the origin was asked (section 4.4). */
        INVALID
    }

    /** Why the origin is asked: the tokens of RFC 9211, section 2.2. */
    enum Reason {
        URI_MISS("uri-miss"),
        VARY_MISS("vary-miss"),
        STALE("stale"),
        PARTIAL("partial"),
        REQUEST("request"),
        METHOD("method"),
        BYPASS("bypass");

        private final String token;

        Reason(String token) {
            this.token = token;
        }

        /** As it stands in {@code Cache-Status}. */
        public String token() {
            return token;
        }
    }

    /**
     * Decides about a GET or HEAD.
     *
     * @param stored what is stored for the resource, the latest first, whatever requests it is for
     * @param standings what has happened to a stored response since it came
     */
    static CacheDecision decide(
            Instant now,
            FieldLines request,
            List<StoredResponse> stored,
            Function<StoredResponse, Standing> standings,
            CacheRules rules) {
        CacheControl wanted = rules.strict() ? requestControl(request) : CacheControl.NONE;
        Optional<StoredResponse> selected = select(request, stored);
        if (selected.isEmpty()) {
            return wanted.has("only-if-cached")
                    ? new GatewayTimeout()
                    : new Fetch(stored.isEmpty() ? Reason.URI_MISS : Reason.VARY_MISS);
        }
        StoredResponse response = selected.get();
        Standing standing = standings.apply(response);
        Duration staleness = response.staleness(now);
        boolean fresh = staleness.isNegative()
                && standing == Standing.GOOD
                && !response.control().has("no-cache");
        boolean asked = isOtherThanAsked(now, response, wanted);
        if (fresh && !asked) {
            return new Serve(response, false);
        }
        if (!fresh && !asked && standing != Standing.INVALID) {
            if (!response.control().forbidsStale()
                    && wanted.seconds("max-stale") >= 0
                    && staleness.toSeconds() <= wanted.seconds("max-stale")) {
                return new Serve(response, false);
            }
            long window = permitted(response, "stale-while-revalidate", rules);
            if (window > 0 && staleness.toSeconds() < window) {
                return new Serve(response, true);
            }
        }
        if (wanted.has("only-if-cached")) {
            return new GatewayTimeout();
        }
        return new Validate(response, fresh ? Reason.REQUEST : Reason.STALE);
    }

    /** The latest of the stored responses that are for a request like this (section 4.1). */
    static Optional<StoredResponse> select(FieldLines request, List<StoredResponse> stored) {
        Optional<StoredResponse> best = Optional.empty();
        for (StoredResponse response : stored) {
            if (response.isSelectedBy(request)
                    && (best.isEmpty() || response.date().isAfter(best.get().date()))) {
                best = Optional.of(response);
            }
        }
        return best;
    }

    /**
     * Whether a response may be used although the origin does not answer or fails (section 4.2.4; RFC 5861, section 4).
     *
     * @param standing what has happened to it since it came
     */
    static boolean mayServeStale(Instant now, StoredResponse response, Standing standing, CacheRules rules) {
        if (standing == Standing.INVALID) {
            return false;
        }
        Duration staleness = response.staleness(now);
        return !response.control().forbidsStale() && staleness.compareTo(rules.maxStale()) <= 0
                || staleness.toSeconds() <= permitted(response, "stale-if-error", rules);
    }

    /**
     * For how many seconds a stale response may be used by its own leave (RFC 5861); negative if it gives none. To the letter,
     * {@code s-maxage} forbids what stands beside it (section 5.2.2.10); who sends both means it as a length of life.
     */
    private static long permitted(StoredResponse response, String directive, CacheRules rules) {
        CacheControl control = response.control();
        boolean forbidden = rules.strict() ? control.forbidsStale() : control.forbidsStaleOutright();
        return forbidden ? -1 : control.seconds(directive);
    }

    /** Section 5.2.1; {@code Pragma: no-cache} counts where there is no {@code Cache-Control} (section 5.4). */
    private static CacheControl requestControl(FieldLines request) {
        if (!request.has("cache-control")
                && request.value("pragma").toLowerCase(Locale.ROOT).contains("no-cache")) {
            return CacheControl.parse("no-cache");
        }
        return CacheControl.parse(request.value("cache-control"));
    }

    /** Whether the client wants something newer, or that stays fresh for longer (sections 5.2.1.1, 5.2.1.3, 5.2.1.4). */
    private static boolean isOtherThanAsked(Instant now, StoredResponse response, CacheControl wanted) {
        long maxAge = wanted.seconds("max-age");
        long minFresh = wanted.seconds("min-fresh");
        return wanted.has("no-cache")
                || maxAge >= 0 && response.age(now).toSeconds() > maxAge - (maxAge == 0 ? 1 : 0)
                || minFresh >= 0 && response.freshFor(now).compareTo(Duration.ofSeconds(minFresh)) < 0;
    }
}
