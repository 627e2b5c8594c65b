package io.heliograph.http;

/**
 * What a client is, as far as its {@code User-Agent} tells: the first of these that one of its words means. Where a
 * television's application is a browser too, it is a television.
 */
public enum Client {
    /** A service that fetches a feed once for all who read it there. */
    AGGREGATOR,
    /** A television, or what is plugged into one. */
    TV,
    /** An application for podcasts. */
    PODCAST,
    /** A feed reader that somebody runs. */
    READER,
    /** A web browser. */
    BROWSER,
    /** Crawlers, libraries, and who says nothing. */
    OTHER
}
