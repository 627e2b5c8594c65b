package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.article.Term;
import io.heliograph.article.Terms;
import io.heliograph.http.Client;
import io.heliograph.http.HttpDate;
import io.heliograph.http.UserAgent;
import io.heliograph.representation.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks who asks for a feed, and on which terms it is given: to subscribers alone, not when it is too old, and not whole
 * again and again. Tells of those who asked, in numbers. One for each event loop.
 */
final class FeedDesk {

    private static final long RETRY_SECONDS = 60;

    /** All loops count from here, for they share the allowance. */
    private static final long BEGIN = System.nanoTime();

    private final SiteBoard board;
    private final Allowance allowance;
    private final TrustedPeers trusted;
    private final ServerListener listener;

    /** What a service's count is of. */
    private record Counted(String host, Target feed, long id) {}

    FeedDesk(SiteBoard board, Allowance allowance, TrustedPeers trusted, ServerListener listener) {
        this.board = board;
        this.allowance = allowance;
        this.trusted = trusted;
        this.listener = listener;
    }

    /** On which terms a host answers what a route leads to. */
    Access access(SiteHost host, Route route, Optional<PrivatePath> own) {
        Terms terms = board.terms(host.site());
        return new Access(
                own.map(PrivatePath::root).orElse(""),
                selection(route).map(terms::of).orElse(Term.OPEN),
                terms,
                board.standing(host.site()),
                board.canonical(host));
    }

    /** The terms of who is not let in: those of any path where nothing is. */
    Access outside(Access access) {
        return new Access("", Term.OPEN, access.terms(), access.standing(), access.canonical());
    }

    /** Whether there is something for who asks: what is for subscribers is below their own paths alone, and nothing else. */
    boolean isOpen(Route route, Access access, Optional<PrivatePath> own) {
        if (own.isEmpty()) {
            return !access.term().isReserved();
        }
        boolean page = route.format().equals("html");
        return access.term().admits(own.get().token()) && !page;
    }

    /** Whether an exchange may go on; if not, it has been answered. */
    boolean admits(Exchange exchange) {
        if (!exchange.access().term().maxAge().isZero()
                && exchange.access().isTooOld(System.currentTimeMillis() / 1000)) {
            tooOld(exchange);
            return false;
        }
        if (allowance.isUnlimited()
                || !exchange.isFeed()
                || exchange.isArchive()
                || !exchange.isGet()
                || exchange.isConditional()) {
            return true;
        }
        long network = trusted.client(exchange.request());
        if (network == ClientNetwork.NEIGHBOUR) {
            return true;
        }
        long wait = allowance.take(network, (System.nanoTime() - BEGIN) / 1_000_000 + 1);
        if (wait > 0) {
            tooMany(exchange, wait);
        }
        return wait == 0;
    }

    /** Tells what became of a request for a feed. */
    void tell(Exchange exchange) {
        String field = exchange.field("user-agent");
        UserAgent agent = UserAgent.of(field);
        long subscribers = UserAgent.subscribers(field);
        if (subscribers >= 0 && exchange.route() instanceof Route.Document document) {
            agent = agent.client() == Client.AGGREGATOR ? agent : UserAgent.AGGREGATOR;
            int status = exchange.response().getStatusCode();
            if (status == 200 || status == 304 || status == 226) {
                Counted counted = new Counted(exchange.host().base(), document.target(), UserAgent.feedId(field));
                listener.stated(exchange.site(), counted, agent.name(), subscribers);
            }
        }
        listener.fed(exchange.route().format(), agent.client(), FeedOutcome.of(exchange), exchange.savedBytes());
    }

    /** What a feed, a page of its archive or the page about it is a feed of. */
    private static Optional<Selection> selection(Route route) {
        if (!(route instanceof Route.Document document)) {
            return Optional.empty();
        }
        Target target = document.target();
        if (target instanceof Target.FeedTarget feed) {
            return Optional.of(feed.selection());
        }
        if (target instanceof Target.ArchivePage page) {
            return Optional.of(page.selection());
        }
        return target instanceof Target.FeedPreview preview
                ? Optional.of(preview.feed().selection())
                : Optional.empty();
    }

    private static void tooOld(Exchange exchange) {
        long since = exchange.access().standing().goodSince();
        String heard = since == 0
                ? "nothing has been heard of its source yet"
                : "nothing has been heard of its source since " + HttpDate.format(Instant.ofEpochSecond(since));
        Responder.sendWords(
                exchange,
                503,
                "This feed is held back: " + heard + ", and its publisher wants it shown for no longer than "
                        + exchange.access().term().maxAge().toSeconds()
                        + " seconds after that. It comes back with its source; ask again in a minute.",
                RETRY_SECONDS);
    }

    private static void tooMany(Exchange exchange, long waitMillis) {
        long seconds = Math.max(1, (waitMillis + 999) / 1000);
        Responder.sendWords(
                exchange,
                429,
                "Too many whole feeds went to this network in a short time. Ask again in " + seconds
                        + " seconds. A reader that sends back the ETag or Last-Modified it was given, as If-None-Match or"
                        + " If-Modified-Since, is never told this.",
                seconds);
    }
}
