package io.heliograph.feed;

import io.heliograph.article.Host;
import io.heliograph.article.Site;
import io.heliograph.rewrite.HostCondition;
import io.heliograph.rewrite.Slot;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;

/**
 * What programs that roam the web are told (RFC 9309): where the sitemaps of their host are, and that searching is for
 * people. Mirrors are open to them as the canonical host is, since each of their pages names the canonical one; a site
 * that hides its mirrors sends them away there.
 */
public final class Robots {

    private Robots() {}

    public static Slotted write(Site site) {
        SlottedWriter out = new SlottedWriter(512);
        if (!site.syndication().mirrorsHidden()) {
            open(site, out);
            return out.finish();
        }
        Host canonical = site.canonical();
        out.begin(HostCondition.on(canonical.base()));
        open(site, out);
        out.end();
        out.begin(HostCondition.notOn(canonical.base()));
        out.raw("User-agent: *\nDisallow: /\n");
        out.end();
        return out.finish();
    }

    private static void open(Site site, SlottedWriter out) {
        // An endless number of pages, each made of others.
        out.raw("User-agent: *\nDisallow: ").raw(site.placed("/search?")).raw("\nAllow: /\n\n");
        out.raw("Sitemap: ").slot(Slot.HOST).raw("/sitemap.xml\n");
        out.raw("Sitemap: ").slot(Slot.HOST).raw("/news-sitemap.xml\n");
    }
}
