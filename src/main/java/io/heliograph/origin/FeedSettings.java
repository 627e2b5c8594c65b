package io.heliograph.origin;

import java.net.URI;
import java.time.Duration;

/**
 * A feed to poll.
 *
 * @param url absolute, http or https
 * @param every how often; zero to follow what the feed itself asks for
 * @param pictures what becomes of those that live on other hosts
 */
public record FeedSettings(URI url, Duration every, Pictures pictures) implements OriginSettings {}
