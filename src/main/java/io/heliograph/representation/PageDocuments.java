package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Extent;
import io.heliograph.page.Front;
import io.heliograph.page.Listing;
import io.heliograph.page.Masthead;
import io.heliograph.page.Page;
import io.heliograph.page.Pages;
import io.heliograph.page.Reading;
import io.heliograph.page.Results;
import io.heliograph.page.Shelf;
import io.heliograph.page.Subscription;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Filter;
import io.heliograph.store.Found;
import io.heliograph.store.Lookup;
import io.heliograph.store.Selected;
import io.heliograph.store.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages for people, and the files that they name. */
final class PageDocuments {

    private static final int FRONT_LATEST = 20;
    private static final int FRONT_SECTIONS = 24;
    private static final int FRONT_SECTION_LATEST = 5;
    private static final int FEEDS_PREVIEW = 10;
    private static final int FRONT_MEDIA = 4;
    static final int LISTED = 24;
    private static final int RELATED = 4;
    private static final int MOST_TRANSLATIONS = 60;
    private static final int NEAR = 5;
    private static final String HTML = "text/html; charset=utf-8";

    private final ArticleStore store;
    private final Pages pages;
    private final Catalogue catalogue;
    private final Stamps stamps;

    PageDocuments(ArticleStore store, Pages pages, Catalogue catalogue, Stamps stamps) {
        this.store = store;
        this.pages = pages;
        this.catalogue = catalogue;
        this.stamps = stamps;
    }

    Rendering render(Site site, Target target) {
        if (target instanceof Target.ArticlePage article) {
            return article(site, article);
        }
        if (target instanceof Target.ListingPage listing) {
            return listing(site, listing);
        }
        if (target instanceof Target.FrontPage) {
            return front(site, target);
        }
        if (target instanceof Target.FeedPreview preview) {
            return preview(site, preview);
        }
        if (target instanceof Target.FeedsPage) {
            return feeds(site, target);
        }
        if (target instanceof Target.SearchPage search) {
            return search(site, search);
        }
        if (target instanceof Target.MirrorsPage) {
            return page(site, target, pages.mirrors(catalogue.masthead(site)), Instant.EPOCH, Shown.SITE);
        }
        if (target instanceof Target.AssetFile asset) {
            return asset(site, asset);
        }
        if (target instanceof Target.MissingPage missing) {
            return missing(site, missing);
        }
        Masthead masthead = catalogue.masthead(site);
        Page page = ((Target.ErrorPage) target).status() == 410 ? pages.gone(masthead) : pages.failed(masthead);
        return page(site, target, page, Instant.EPOCH, Shown.SITE);
    }

    private Rendering missing(Site site, Target.MissingPage missing) {
        Words words = Words.any(missing.words());
        List<Article> near = store.search(site.id(), words, 0, NEAR).articles();
        Page page = pages.missing(catalogue.masthead(site), missing.words(), near);
        return page(site, missing, page, Instant.EPOCH, missing.isLasting() ? Shown.SITE : Shown.ANYTHING);
    }

    private Rendering article(Site site, Target.ArticlePage target) {
        Lookup lookup = store.find(site.id(), target.path());
        if (lookup instanceof Lookup.Found found) {
            return article(site, target, found.article());
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

    private Rendering article(Site site, Target target, Article article) {
        List<Article> related = store.related(site.id(), article, RELATED);
        String key = article.story().translationKey();
        List<Selection> together = key.isEmpty() ? List.of() : List.of(new Selection.Translations(key));
        List<Article> translations = together.isEmpty()
                ? List.of()
                : store.select(site.id(), together, 0, MOST_TRANSLATIONS).articles().stream()
                        .filter(other -> !other.path().equals(article.path()))
                        .toList();
        List<Article> all = new ArrayList<>(related);
        all.addAll(translations);
        all.add(article);
        return page(
                site,
                target,
                pages.article(catalogue.masthead(site), new Reading(article, related, translations)),
                article.updated(),
                Shown.of(all, together)
                        .andBefore(article.published(), article.story().selections()));
    }

    private Rendering listing(Site site, Target.ListingPage target) {
        List<Selection> anyOf = Catalogue.meant(site, target.selection());
        int count = store.count(site.id(), anyOf);
        int pages = (count + LISTED - 1) / LISTED;
        Optional<String> name = catalogue.name(site, target.selection());
        // What the publisher chose may come yet.
        int most = target.selection() instanceof Selection.Chosen ? Math.max(1, pages) : pages;
        if (name.isEmpty() || target.page() > most) {
            return catalogue.absent(
                    site, target.selection(), proper -> new Target.ListingPage(proper, target.page()).key());
        }
        Selected selected = store.select(site.id(), anyOf, (target.page() - 1) * LISTED, LISTED);
        Facet facet = new Facet(target.selection(), name.get(), count);
        return page(
                site,
                target,
                this.pages.listing(
                        catalogue.masthead(site), new Listing(facet, selected.articles(), target.page(), pages)),
                selected.changed(),
                Shown.of(selected.articles(), anyOf));
    }

    private Rendering search(Site site, Target.SearchPage target) {
        Found found = store.search(site.id(), Words.all(target.query()), (target.page() - 1) * LISTED, LISTED);
        int pages = Math.max(1, (found.total() + LISTED - 1) / LISTED);
        if (target.page() > pages) {
            return new Rendering.Absent(new Answer.Missing());
        }
        Results results = new Results(target.query(), found.articles(), found.total(), target.page(), pages);
        return page(
                site,
                target,
                this.pages.search(catalogue.masthead(site), results),
                Instant.EPOCH,
                target.isLasting() ? Shown.SITE : Shown.ANYTHING);
    }

    private Rendering asset(Site site, Target.AssetFile target) {
        return pages.assets()
                .find(site, target.name())
                .map(asset -> document(site, target, asset.slotted(), Instant.EPOCH, asset.contentType(), Shown.SITE))
                .orElseGet(() -> new Rendering.Absent(new Answer.Missing()));
    }

    private Rendering front(Site site, Target target) {
        Selected latest = store.select(site.id(), Selection.WHOLE, FRONT_LATEST);
        List<Article> watch =
                store.select(site.id(), Selection.WATCHABLE, FRONT_MEDIA).articles();
        List<Article> listen =
                store.select(site.id(), Selection.AUDIBLE, FRONT_MEDIA).articles();
        Masthead masthead = catalogue.masthead(site);
        List<Shelf> shelves = masthead.sections().stream()
                .map(section -> new Shelf(
                        section,
                        store.select(site.id(), section.selection(), FRONT_SECTION_LATEST)
                                .articles()))
                .sorted(Comparator.comparing((Shelf shelf) -> newest(shelf)).reversed())
                .limit(FRONT_SECTIONS)
                .toList();
        Front front = new Front(latest.articles(), shelves, catalogue.languages(site), watch, listen);
        List<Selection> selections = new ArrayList<>(List.of(Selection.WHOLE, Selection.WATCHABLE, Selection.AUDIBLE));
        masthead.sections().forEach(section -> selections.add(section.selection()));
        List<Article> all = new ArrayList<>(latest.articles());
        all.addAll(watch);
        all.addAll(listen);
        shelves.forEach(shelf -> all.addAll(shelf.articles()));
        return page(site, target, pages.front(masthead, front), latest.changed(), Shown.of(all, selections));
    }

    private Rendering feeds(Site site, Target target) {
        Selected latest = store.select(site.id(), Selection.WHOLE, FEEDS_PREVIEW);
        Masthead masthead = catalogue.masthead(site);
        List<Selection> counted = new ArrayList<>(Catalogue.counted(site));
        counted.add(Selection.WHOLE);
        return page(
                site,
                target,
                pages.feeds(masthead, catalogue.listed(site, masthead), catalogue.isPodcast(site), latest.articles()),
                latest.changed(),
                Shown.of(latest.articles(), counted));
    }

    private Rendering preview(Site site, Target.FeedPreview target) {
        Selection selection = target.feed().selection();
        List<Selection> anyOf = Catalogue.meant(site, selection);
        Optional<String> name = catalogue.name(site, selection);
        if (name.isEmpty() && !selection.equals(Selection.WHOLE)) {
            return catalogue.absent(
                    site,
                    selection,
                    proper -> proper.path() + "/feed.html" + target.feed().query());
        }
        Filter filter = selection instanceof Selection.Search search
                ? Filter.matching(Words.all(search.words()))
                : Filter.of(anyOf);
        Extent extent = target.feed().extent();
        Selected latest =
                store.select(site.id(), filter.since(extent.since()), 0, Math.min(FEEDS_PREVIEW, extent.limit()));
        Facet facet = new Facet(selection, name.orElse(site.title()), 0);
        Subscription feed = new Subscription(facet, target.feed().query(), latest.articles());
        return page(
                site,
                target,
                pages.subscription(catalogue.masthead(site), feed),
                latest.changed(),
                selection.isLasting() ? Shown.of(latest.articles(), anyOf) : Shown.ANYTHING);
    }

    private static Instant newest(Shelf shelf) {
        return shelf.articles().isEmpty()
                ? Instant.EPOCH
                : shelf.articles().get(0).published();
    }

    private Rendering page(Site site, Target target, Page page, Instant changed, Shown shown) {
        return document(site, target, page.slotted(), changed, HTML, shown);
    }

    /** The tag is of the bytes alone: what pages name by the beginning of a tag must have that name for good. */
    private Rendering document(
            Site site, Target target, Slotted written, Instant changed, String contentType, Shown shown) {
        Slotted open = Placing.on(site, written);
        Slotted slotted = open.modified("");
        Instant modified = stamps.page(site, target, Stamps.hash(open), changed);
        return new Rendering.Document(slotted, Stamps.hash(slotted), modified, contentType, shown);
    }
}
