package io.heliograph.page;

import io.heliograph.article.Facet;
import io.heliograph.article.Site;
import io.heliograph.article.Terms;
import java.util.List;

/**
 * What every page of a site shows of the site.
 *
 * @param sections in the order in which they came to be
 * @param terms on which feeds are given: those that are not for all are told of nowhere
 */
public record Masthead(Site site, List<Facet> sections, Terms terms) {

    /** Of a site whose feeds are for all. */
    public Masthead(Site site, List<Facet> sections) {
        this(site, sections, Terms.OPEN);
    }
}
