package io.heliograph.store;

import java.time.Instant;

/**
 * A part of a site's articles that never loses one to another part, however many come: those with numbers of a range.
 *
 * @param number of the part, from 1
 * @param changed when the newest of its articles changed, whole seconds
 */
public record SitemapPart(long number, Instant changed) {}
