package io.heliograph.server;

import io.heliograph.http.Client;
import java.time.Duration;

/** Hears what the public listener does. Called on event loops, for every request, so it must be quick and not block. */
public interface ServerListener {

    /**
     * A request has been answered, whole.
     *
     * @param host the configured host, or {@code other}
     * @param route one of a small fixed set
     * @param format of a feed, {@code html} of a page, {@code media}; or {@code none}
     * @param coding token of the content coding
     * @param nanos from the request's first line to the end of the answer
     */
    void answered(String host, String route, String format, int status, String coding, long nanos);

    /**
     * A request for a feed has been answered.
     *
     * @param format of the feed
     * @param savedBytes what a whole feed would have had beside this answer
     */
    default void fed(String format, Client client, FeedOutcome outcome, long savedBytes) {}

    /**
     * A service has said for how many it asks for a feed.
     *
     * @param feed what tells this feed, on this host and by the service's own count, from others
     * @param service one of a small fixed set
     */
    default void stated(String site, Object feed, String service, long subscribers) {}

    /**
     * A request has been turned away; if with an answer, it is told to {@link #answered} too.
     *
     * @param reason one of a small fixed set
     */
    void rejected(String reason);

    /** An event loop came to a task this much later than it was meant to. */
    void loopDelayed(Duration late);
}
