package io.heliograph.feed;

import io.heliograph.article.Href;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/** A list of sitemaps, where one would be too large. */
public final class SitemapIndex {

    private final XmlWriter xml = new XmlWriter(4096);

    public SitemapIndex() {
        xml.open("sitemapindex", "xmlns", Sitemap.NAMESPACE);
    }

    /** A sitemap. {@code changed} is {@link Instant#EPOCH} where nobody knows. */
    public SitemapIndex part(Href href, Instant changed) {
        xml.open("sitemap").text("loc", href.value());
        if (!changed.equals(Instant.EPOCH)) {
            xml.text("lastmod", Dates.rfc3339(changed));
        }
        xml.close("sitemap");
        return this;
    }

    public Slotted finish() {
        xml.close("sitemapindex");
        return xml.finish();
    }
}
