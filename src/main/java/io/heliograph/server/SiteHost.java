package io.heliograph.server;

import io.heliograph.article.Host;

/** A host, and the site it belongs to. */
public record SiteHost(String site, Host host) {}
