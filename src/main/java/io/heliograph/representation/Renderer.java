package io.heliograph.representation;

import io.heliograph.article.Site;
import io.heliograph.page.Pages;
import io.heliograph.store.ArticleStore;
import java.time.InstantSource;

/** Makes documents of what the store has. Blocks, so it runs on workers. */
public final class Renderer {

    private final Sites sites;
    private final FeedDocuments feeds;
    private final PageDocuments pages;
    private final SiteFiles siteFiles;

    /** A renderer that remembers nothing of what it leaves out. */
    public Renderer(Sites sites, ArticleStore store, Pages pages, InstantSource clock) {
        this(sites, store, pages, clock, new Quarantine(clock));
    }

    public Renderer(Sites sites, ArticleStore store, Pages pages, InstantSource clock, Quarantine quarantine) {
        Catalogue catalogue = new Catalogue(sites, store, pages);
        Stamps stamps = new Stamps(store, clock);
        this.sites = sites;
        this.feeds = new FeedDocuments(store, catalogue, stamps, quarantine);
        this.pages = new PageDocuments(store, pages, catalogue, stamps);
        this.siteFiles = new SiteFiles(store, catalogue, stamps);
    }

    Rendering render(String siteId, Target target) {
        Site site = sites.get(siteId);
        if (target instanceof Target.FeedTarget feed) {
            return feeds.feed(site, feed);
        }
        if (target instanceof Target.ArchivePage page) {
            return feeds.page(site, page);
        }
        if (target instanceof Target.FeedDelta delta) {
            return feeds.delta(site, delta);
        }
        if (target instanceof Target.SiteFile file) {
            return siteFiles.render(site, file);
        }
        return pages.render(site, target);
    }

    void forget(String site) {
        sites.forget(site);
    }
}
