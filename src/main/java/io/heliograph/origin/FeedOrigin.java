package io.heliograph.origin;

import io.heliograph.article.Host;
import io.heliograph.http.HttpDate;
import io.heliograph.outbound.FetchFailure;
import io.heliograph.outbound.FetchRequest;
import io.heliograph.outbound.Fetched;
import io.heliograph.outbound.Fetcher;
import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feed of any kind over HTTP, asked with the validators of the last answer. */
public final class FeedOrigin implements Origin {

    private static final long LARGEST_BYTES = 10 << 20;
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(24);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(6);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})");

    private final FeedSettings settings;
    private final List<Host> hosts;
    private final Fetcher fetcher;
    private final ArticlePictures pictures;
    private final WorkerExecutor workers;
    private final InstantSource clock;
    private Runnable onChange = () -> {};

    /**
     * A feed of a site.
     *
     * @param hosts of the site: links to them are own links
     * @param remote fetches pictures of other hosts
     * @param workers on which documents are parsed
     */
    public FeedOrigin(
            FeedSettings settings,
            List<Host> hosts,
            Fetcher fetcher,
            RemotePictures remote,
            WorkerExecutor workers,
            InstantSource clock) {
        this.settings = settings;
        this.hosts = List.copyOf(hosts);
        this.fetcher = fetcher;
        this.pictures = new ArticlePictures(remote, workers, settings.url());
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public String key() {
        return settings.url().toString();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public void onChange(Runnable poll) {
        // A feed tells nobody, it is asked; but pictures may come later than it.
        onChange = poll;
    }

    @Override
    public Future<Gathered> gather(OriginState state, Set<String> stored) {
        FetchRequest request = new FetchRequest(
                settings.url(),
                ACCEPT,
                state.etag(),
                state.lastModified(),
                hosts.get(0).base() + "/",
                LARGEST_BYTES);
        return fetcher.fetch(request)
                .recover(e -> Future.failedFuture(unreachable(e)))
                .compose(fetched -> answer(fetched, state, stored));
    }

    private Future<Gathered> answer(Fetched fetched, OriginState state, Set<String> stored) {
        return switch (fetched.status()) {
            case 200 ->
                workers.executeBlocking(() -> parse(fetched, stored), false).compose(this::illustrate);
            case 304 ->
                // A 304 may carry new validators, and then they are the ones to use (RFC 9110, section 15.4.5).
                Future.succeededFuture(Gathered.unchanged(
                        otherwise(fetched.field("etag"), state.etag()),
                        otherwise(fetched.field("last-modified"), state.lastModified()),
                        next(fetched, Duration.ZERO)));
            case 410 ->
                Future.failedFuture(new OriginFailure(
                        OriginFailure.Reason.GONE,
                        "the server says that this feed is gone for good: take it out of the configuration"));
            case 429, 503 ->
                Future.failedFuture(new OriginFailure(
                        OriginFailure.Reason.THROTTLED,
                        "the server asks to be left alone for a while (status " + fetched.status() + ")",
                        retryAfter(fetched)));
            default ->
                Future.failedFuture(new OriginFailure(
                        OriginFailure.Reason.STATUS, "the server answered with status " + fetched.status()));
        };
    }

    private Gathered parse(Fetched fetched, Set<String> stored) throws OriginFailure {
        ParsedFeed feed = FeedDocument.parse(fetched.body(), fetched.field("content-type"), fetched.url(), hosts);
        if (feed.drafts().isEmpty() && !stored.isEmpty()) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE,
                    "the feed has no entries any more; the " + stored.size() + " articles it gave are kept");
        }
        return new Gathered(
                feed.title(),
                feed.description(),
                feed.language(),
                fetched.field("etag"),
                fetched.field("last-modified"),
                feed.drafts(),
                feed.problems(),
                Set.of(),
                next(fetched, feed.ttl()),
                false,
                false);
    }

    /** With pictures of ours. While some may still come, the feed is asked for all it has, changed or not. */
    private Future<Gathered> illustrate(Gathered gathered) {
        if (settings.pictures() == Pictures.LINK) {
            return Future.succeededFuture(gathered);
        }
        return pictures.illustrate(gathered.drafts(), clock.instant()).map(illustrated -> {
            if (!illustrated.all().isComplete()) {
                illustrated.all().onComplete(there -> onChange.run());
            }
            return gathered.illustrated(illustrated);
        });
    }

    /** As configured; else the longest that the feed or its server ask for, within bounds. */
    private Duration next(Fetched fetched, Duration ttl) {
        if (!settings.every().isZero()) {
            return settings.every();
        }
        Matcher maxAge = MAX_AGE.matcher(fetched.field("cache-control"));
        Duration fresh = maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : Duration.ZERO;
        Duration asked = max(USUAL, max(ttl, fresh));
        return asked.compareTo(LATEST) > 0 ? LATEST : max(asked, SOONEST);
    }

    @Override
    public Duration retry(OriginFailure failure, int failures) {
        if (failure.reason() == OriginFailure.Reason.GONE) {
            return LATEST;
        }
        Duration base = settings.every().isZero() ? USUAL : settings.every();
        Duration first = base.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : base;
        Duration backoff = first.multipliedBy(1L << Math.min(failures - 1, 12));
        Duration bounded = backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
        return max(bounded, failure.retryAfter());
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); zero if there is none. */
    private Duration retryAfter(Fetched fetched) {
        String field = fetched.field("retry-after").strip();
        Duration asked = field.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(field))
                : HttpDate.parse(field)
                        .map(date -> Duration.between(clock.instant(), date))
                        .orElse(Duration.ZERO);
        return asked.isNegative()
                ? Duration.ZERO
                : asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    private static OriginFailure unreachable(Throwable e) {
        boolean large = e instanceof FetchFailure f && f.reason() == FetchFailure.Reason.TOO_LARGE;
        return new OriginFailure(
                large ? OriginFailure.Reason.TOO_LARGE : OriginFailure.Reason.UNREACHABLE,
                String.valueOf(e.getMessage()),
                e);
    }

    private static String otherwise(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
