package io.heliograph.page;

import io.heliograph.article.Facet;
import io.heliograph.article.Site;
import java.util.List;

/**
 * What every page of a site shows of the site.
 *
 * @param sections in the order in which they came to be
 */
public record Masthead(Site site, List<Facet> sections) {}
