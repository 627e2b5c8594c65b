package io.heliograph.representation;

import io.heliograph.article.Facet;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.page.Front;
import io.heliograph.page.Listing;
import io.heliograph.page.Masthead;
import io.heliograph.page.Page;
import io.heliograph.page.Pages;
import io.heliograph.page.Reading;
import io.heliograph.page.Shelf;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Lookup;
import io.heliograph.store.SectionCount;
import io.heliograph.store.Selected;
import io.heliograph.store.StoreFailure;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes documents of what the store has. Blocks, so it runs on workers. */
public final class Renderer {

    private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);

    private static final int FRONT_LATEST = 20;
    private static final int FRONT_SECTIONS = 24;
    private static final int FRONT_SECTION_LATEST = 5;
    private static final int FEEDS_PREVIEW = 10;
    private static final int SECTION_LATEST = 100;
    private static final String HTML = "text/html; charset=utf-8";

    private final Sites sites;
    private final ArticleStore store;
    private final Pages pages;
    private final InstantSource clock;

    public Renderer(Sites sites, ArticleStore store, Pages pages, InstantSource clock) {
        this.sites = sites;
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    Rendering render(String siteId, Target target) {
        Site site = sites.get(siteId);
        if (target instanceof Target.FeedTarget feed) {
            return feed(site, feed);
        }
        if (target instanceof Target.ArticlePage article) {
            return article(site, article);
        }
        if (target instanceof Target.SectionPage section) {
            return section(site, section);
        }
        if (target instanceof Target.FrontPage) {
            return front(site, target);
        }
        if (target instanceof Target.FeedsPage) {
            Selected latest = store.select(site.id(), Selection.WHOLE, FEEDS_PREVIEW);
            Masthead masthead = masthead(site);
            return page(site, target, pages.feeds(masthead, masthead.sections(), latest.articles()), latest.changed());
        }
        if (target instanceof Target.MirrorsPage) {
            return page(site, target, pages.mirrors(masthead(site)), Instant.EPOCH);
        }
        if (target instanceof Target.AssetFile asset) {
            return asset(site, asset);
        }
        boolean gone = ((Target.ErrorPage) target).status() == 410;
        Masthead masthead = masthead(site);
        Page page = gone ? pages.gone(masthead) : pages.missing(masthead, "", List.of());
        return page(site, target, page, Instant.EPOCH);
    }

    void forget(String site) {
        sites.forget(site);
    }

    private Rendering feed(Site site, Target.FeedTarget target) {
        Selected selected = store.select(site.id(), target.selection(), target.limit());
        String title = site.title();
        if (target.selection() instanceof Selection.InSection in) {
            Optional<Section> section = sections(site).stream()
                    .filter(s -> s.slug().equals(in.slug()))
                    .findFirst();
            if (section.isEmpty()) {
                return new Rendering.Absent(new Answer.Missing());
            }
            title = title + ": " + section.get().name();
        }
        Feed feed = new Feed(site, target.selection(), title, selected.articles(), target.query());
        return document(
                site,
                target,
                target.format().write(feed),
                target.format()::stamp,
                selected.changed(),
                target.format().contentType());
    }

    private Rendering article(Site site, Target.ArticlePage target) {
        Lookup lookup = store.find(site.id(), target.path());
        if (lookup instanceof Lookup.Found found) {
            return page(
                    site,
                    target,
                    pages.article(masthead(site), new Reading(found.article(), List.of(), List.of())),
                    found.article().updated());
        }
        if (lookup instanceof Lookup.Moved moved) {
            return new Rendering.Absent(new Answer.Moved(moved.path()));
        }
        if (lookup instanceof Lookup.Gone) {
            return new Rendering.Absent(new Answer.Gone());
        }
        // People add and lose a slash at the end.
        String path = target.path();
        String twin = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        return new Rendering.Absent(
                store.find(site.id(), twin) instanceof Lookup.Found ? new Answer.Moved(twin) : new Answer.Missing());
    }

    private Rendering section(Site site, Target.SectionPage target) {
        Selected selected = store.select(site.id(), new Selection.InSection(target.slug()), SECTION_LATEST);
        if (selected.articles().isEmpty()) {
            return new Rendering.Absent(new Answer.Missing());
        }
        Section section = sections(site).stream()
                .filter(s -> s.slug().equals(target.slug()))
                .findFirst()
                .orElseGet(() -> new Section(target.slug(), target.slug()));
        Facet facet = new Facet(new Selection.InSection(section.slug()), section.name(), 0);
        return page(
                site,
                target,
                pages.listing(masthead(site), new Listing(facet, selected.articles(), 1, 1)),
                selected.changed());
    }

    private Rendering asset(Site site, Target.AssetFile target) {
        return pages.assets()
                .find(site, target.name())
                .map(asset ->
                        document(site, target, asset.slotted(), modified -> "", Instant.EPOCH, asset.contentType()))
                .orElseGet(() -> new Rendering.Absent(new Answer.Missing()));
    }

    private Rendering front(Site site, Target target) {
        Selected latest = store.select(site.id(), Selection.WHOLE, FRONT_LATEST);
        Masthead masthead = masthead(site);
        List<Shelf> shelves = new ArrayList<>();
        for (Facet section : masthead.sections().stream().limit(FRONT_SECTIONS).toList()) {
            shelves.add(new Shelf(
                    section,
                    store.select(site.id(), section.selection(), FRONT_SECTION_LATEST)
                            .articles()));
        }
        Front front = new Front(latest.articles(), shelves, List.of(), List.of(), List.of());
        return page(site, target, pages.front(masthead, front), latest.changed());
    }

    private Masthead masthead(Site site) {
        return new Masthead(
                site,
                store.sections(site.id()).stream()
                        .map(s -> new Facet(
                                new Selection.InSection(s.section().slug()),
                                s.section().name(),
                                s.articles()))
                        .toList());
    }

    private List<Section> sections(Site site) {
        return store.sections(site.id()).stream().map(SectionCount::section).toList();
    }

    private Rendering page(Site site, Target target, Page page, Instant changed) {
        return document(site, target, page.slotted(), modified -> "", changed, HTML);
    }

    /**
     * Finds out when a document last changed, and fills that in. The hash that decides is of the document with the time
     * still open, so that only content moves it; the tag is of the document with the time in it, so that no two documents
     * have one tag.
     */
    private Rendering document(
            Site site,
            Target target,
            Slotted open,
            Function<Instant, String> stamp,
            Instant changed,
            String contentType) {
        Instant modified = modified(site, target, fingerprint(open), changed);
        Slotted slotted = open.modified(stamp.apply(modified));
        return new Rendering.Document(slotted, fingerprint(slotted), modified, contentType);
    }

    private Instant modified(Site site, Target target, String hash, Instant changed) {
        // What never changed, such as a page about the hosts, is as old as its first rendering.
        Instant now = clock.instant();
        Instant since = changed.equals(Instant.EPOCH) || changed.isAfter(now) ? now : changed;
        try {
            return store.modified(site.id(), target.key(), hash, since);
        } catch (StoreFailure e) {
            LOG.atWarn()
                    .addKeyValue("site", site.id())
                    .addKeyValue("document", target.key())
                    .setCause(e)
                    .log("The time of change could not be remembered; the document is served all the same");
            return since;
        }
    }

    private static String fingerprint(Slotted slotted) {
        MessageDigest digest = Fingerprint.sha256();
        slotted.digest(digest);
        return Fingerprint.of(digest.digest(), 26);
    }
}
