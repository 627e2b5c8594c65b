package io.heliograph.origin;

import io.heliograph.article.TagAuthority;

/** An origin of a site, to be polled. */
public record SiteOrigin(String site, TagAuthority authority, Origin origin) {}
