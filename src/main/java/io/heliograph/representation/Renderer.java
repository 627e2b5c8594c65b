package io.heliograph.representation;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.page.Page;
import io.heliograph.page.Pages;
import io.heliograph.page.SectionLatest;
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
            Page page = pages.feeds(site, sections(site));
            return page(
                    site,
                    target,
                    page,
                    store.select(site.id(), Selection.WHOLE, 0).changed());
        }
        if (target instanceof Target.MirrorsPage) {
            return page(site, target, pages.mirrors(site), Instant.EPOCH);
        }
        return page(site, target, pages.error(site, ((Target.ErrorPage) target).status()), Instant.EPOCH);
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
                    pages.article(site, found.article()),
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
        return page(site, target, pages.section(site, section, selected.articles()), selected.changed());
    }

    private Rendering front(Site site, Target target) {
        Selected latest = store.select(site.id(), Selection.WHOLE, FRONT_LATEST);
        List<SectionLatest> sections = new ArrayList<>();
        for (Section section : sections(site).stream().limit(FRONT_SECTIONS).toList()) {
            Selection selection = new Selection.InSection(section.slug());
            sections.add(new SectionLatest(
                    section,
                    store.select(site.id(), selection, FRONT_SECTION_LATEST).articles()));
        }
        return page(site, target, pages.front(site, latest.articles(), sections), latest.changed());
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
