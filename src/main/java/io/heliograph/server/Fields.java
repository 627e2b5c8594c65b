package io.heliograph.server;

import io.heliograph.http.ContentCoding;
import io.heliograph.http.HttpDate;
import io.heliograph.representation.Representation;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.List;

/** Header fields of answers, made once. */
final class Fields {

    static final CharSequence DATE = HttpHeaders.createOptimized("date");
    static final CharSequence ETAG = HttpHeaders.createOptimized("etag");
    static final CharSequence VARY = HttpHeaders.createOptimized("vary");
    static final CharSequence ALLOW = HttpHeaders.createOptimized("allow");
    static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("cache-control");
    static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("content-type");
    static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("content-length");
    static final CharSequence CONTENT_RANGE = HttpHeaders.createOptimized("content-range");
    static final CharSequence CONTENT_LOCATION = HttpHeaders.createOptimized("content-location");
    static final CharSequence CONTENT_ENCODING = HttpHeaders.createOptimized("content-encoding");
    static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");
    static final CharSequence LINK = HttpHeaders.createOptimized("link");
    static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("last-modified");
    static final CharSequence LOCATION = HttpHeaders.createOptimized("location");
    static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");
    static final CharSequence ACCEPT_RANGES = HttpHeaders.createOptimized("accept-ranges");

    static final CharSequence AGE = HttpHeaders.createOptimized("age");
    static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("cache-status");
    static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("referrer-policy");
    static final CharSequence IF_NONE_MATCH = HttpHeaders.createOptimized("if-none-match");
    static final CharSequence IF_MODIFIED_SINCE = HttpHeaders.createOptimized("if-modified-since");

    static final CharSequence BYTES = HttpHeaders.createOptimized("bytes");
    static final CharSequence CLOSE = HttpHeaders.createOptimized("close");
    static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    static final CharSequence PLAIN_TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");
    static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    static final CharSequence ZERO = HttpHeaders.createOptimized("0");
    static final CharSequence METHODS = HttpHeaders.createOptimized(FirstFilter.METHODS);

    /** Feeds are asked for again and again, and the last good one is better than none (RFC 5861). */
    static final CharSequence FEED_CACHING =
            HttpHeaders.createOptimized("public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800");

    static final CharSequence PAGE_CACHING =
            HttpHeaders.createOptimized("public, max-age=60, stale-while-revalidate=600, stale-if-error=604800");

    /** What stands in for the origin's page is to make way for it soon. */
    static final CharSequence STAND_IN_CACHING =
            HttpHeaders.createOptimized("public, max-age=10, stale-if-error=604800");

    /** What is not there now may be soon. */
    static final CharSequence ERROR_CACHING = HttpHeaders.createOptimized("public, max-age=30");

    /** The bytes at a media URL never change (RFC 8246). */
    static final CharSequence MEDIA_CACHING = HttpHeaders.createOptimized("public, max-age=31536000, immutable");

    /** An icon or stylesheet at a URL that does not say which one it is. */
    static final CharSequence ASSET_CACHING =
            HttpHeaders.createOptimized("public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800");

    /** Icons at the names that browsers and readers guess: asked for often, and hardly ever another. */
    static final CharSequence ICON_CACHING = HttpHeaders.createOptimized(
            "public, max-age=604800, stale-while-revalidate=604800, stale-if-error=2592000");

    /** What is for one subscriber is kept by nobody in between. */
    static final CharSequence PRIVATE_CACHING = HttpHeaders.createOptimized("private, no-store");

    static final CharSequence IM = HttpHeaders.createOptimized("im");
    static final CharSequence DELTA_BASE = HttpHeaders.createOptimized("delta-base");
    static final CharSequence FEED = HttpHeaders.createOptimized("feed");

    static final CharSequence VARY_DELTA = HttpHeaders.createOptimized("A-IM, If-None-Match, Accept, Accept-Encoding");

    static final CharSequence VARY_CODING = HttpHeaders.createOptimized("Accept-Encoding");
    static final CharSequence VARY_NEGOTIATED = HttpHeaders.createOptimized("Accept, Accept-Encoding");

    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("access-control-allow-origin");
    private static final CharSequence EXPOSE = HttpHeaders.createOptimized("access-control-expose-headers");
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag, Last-Modified, Link, Retry-After, Cache-Status, IM, Delta-Base, Content-Length, Content-Range, Accept-Ranges");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    static final CharSequence ROBOTS = HttpHeaders.createOptimized("x-robots-tag");
    private static final CharSequence NO_INDEX = HttpHeaders.createOptimized("noindex");
    private static final long FEED_SECONDS = 300;
    private static final long PAGE_SECONDS = 60;

    private static final List<CharSequence> PAGE_FIELDS = List.of(
            CONTENT_SECURITY_POLICY,
            HttpHeaders.createOptimized(
                    "default-src 'none'; img-src 'self'; media-src 'self' https: http:; style-src 'self';"
                            + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            REFERRER_POLICY,
            NO_REFERRER,
            HttpHeaders.createOptimized("permissions-policy"),
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=()"));

    /** An icon may be an SVG of the publisher's, with styles of its own; opened by itself, it does nothing. */
    private static final CharSequence ASSET_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; style-src 'unsafe-inline'; sandbox");

    private static volatile DateField now = new DateField(0, "");

    private record DateField(long second, CharSequence value) {}

    private Fields() {}

    /** The fields that every answer has. Origin servers with a clock send the date (RFC 9110, section 6.6.1). */
    static void common(MultiMap fields) {
        fields.set(DATE, date());
        fields.set(ALLOW_ORIGIN, ANY);
        fields.set(EXPOSE, EXPOSED);
        fields.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    /** The fields that every answer of a site has; one that is for a subscriber alone is for no script and no crawler. */
    static void common(MultiMap fields, Exchange exchange) {
        if (exchange.access().isPrivate()) {
            fields.set(DATE, date());
            fields.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
            fields.set(CACHE_CONTROL, PRIVATE_CACHING);
            fields.set(REFERRER_POLICY, NO_REFERRER);
            fields.set(ROBOTS, NO_INDEX);
        } else {
            common(fields);
        }
    }

    /** The fields that keep a page to itself. */
    static void page(MultiMap fields) {
        for (int i = 0; i < PAGE_FIELDS.size(); i += 2) {
            fields.set(PAGE_FIELDS.get(i), PAGE_FIELDS.get(i + 1));
        }
    }

    /** The fields that keep a file to itself. */
    static void asset(MultiMap fields) {
        fields.set(CONTENT_SECURITY_POLICY, ASSET_POLICY);
    }

    /** What is said of a representation whether it is sent or not (RFC 9110, section 15.4.5), the date apart. */
    static void validators(MultiMap fields, Exchange exchange, Representation representation) {
        fields.set(ETAG, representation.tagField());
        if (representation.modified().getEpochSecond() <= System.currentTimeMillis() / 1000) {
            // Many edits within a second push it ahead of the clock (RFC 9110, section 8.8.2.1).
            fields.set(LAST_MODIFIED, representation.modifiedField());
        }
        fields.set(CACHE_CONTROL, caching(exchange, representation));
        standing(fields, exchange);
        fields.set(VARY, exchange.isNegotiated() ? VARY_NEGOTIATED : VARY_CODING);
        if (exchange.isNegotiated()) {
            // Where this format is at home (RFC 9110, section 8.7).
            fields.set(CONTENT_LOCATION, exchange.contentLocation());
        }
    }

    private static CharSequence caching(Exchange exchange, Representation representation) {
        if (exchange.access().isPrivate()) {
            return PRIVATE_CACHING;
        }
        if (exchange.isAsset()) {
            return exchange.isNamedBy(representation)
                    ? MEDIA_CACHING
                    : exchange.isIcon() ? ICON_CACHING : ASSET_CACHING;
        }
        if (!exchange.access().term().maxAge().isZero()) {
            // Nobody may keep it longer than we would give it.
            long left = exchange.access().secondsLeft(System.currentTimeMillis() / 1000);
            return "public, max-age=" + Math.max(0, Math.min(FEED_SECONDS, left)) + ", must-revalidate";
        }
        if (exchange.isArchive()) {
            return MEDIA_CACHING;
        }
        return exchange.isPage() ? PAGE_CACHING : FEED_CACHING;
    }

    /**
     * Says of a document that its origin is silent, since when, and that it is given all the same (RFC 9111, section 5.1;
     * RFC 9211). An origin that answers is none of a cache's business: how often it is asked is no measure of how long
     * anybody may keep what it gave, so there is no age then.
     */
    private static void standing(MultiMap fields, Exchange exchange) {
        Standing standing = exchange.access().standing();
        if (!standing.failing() || exchange.isAsset() || standing.silentSince() == 0) {
            return;
        }
        long age = Math.max(0, System.currentTimeMillis() / 1000 - standing.silentSince());
        long ttl = (exchange.isPage() ? PAGE_SECONDS : FEED_SECONDS) - age;
        fields.set(AGE, Long.toString(age));
        fields.set(CACHE_STATUS, "Heliograph; hit; ttl=" + ttl + "; detail=origin-silent");
    }

    /** What is said of a representation that is sent, or that would be to a GET. */
    static void content(MultiMap fields, Representation representation) {
        fields.set(CONTENT_TYPE, representation.contentType());
        fields.set(CONTENT_LENGTH, representation.lengthField());
        if (representation.coding() != ContentCoding.IDENTITY) {
            fields.set(CONTENT_ENCODING, representation.codingField());
        }
    }

    /**
     * The fields of an answer that tells a reader that it has what there is; a script must be allowed to see it, and what
     * it is told.
     */
    static void notModified(MultiMap fields, Exchange exchange, Representation representation) {
        if (exchange.access().isPrivate()) {
            common(fields, exchange);
        } else {
            fields.set(DATE, date());
            fields.set(ALLOW_ORIGIN, ANY);
            fields.set(EXPOSE, EXPOSED);
        }
        validators(fields, exchange, representation);
    }

    private static CharSequence date() {
        long second = System.currentTimeMillis() / 1000;
        DateField last = now;
        if (last.second() != second) {
            last = new DateField(second, HttpHeaders.createOptimized(HttpDate.format(Instant.ofEpochSecond(second))));
            now = last;
        }
        return last.value();
    }
}
