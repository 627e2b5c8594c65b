package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.NewsSitemap;
import io.heliograph.feed.Opml;
import io.heliograph.feed.Podcast;
import io.heliograph.feed.Robots;
import io.heliograph.feed.Sitemap;
import io.heliograph.feed.SitemapIndex;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.FacetKind;
import io.heliograph.store.Selected;
import io.heliograph.store.SitemapPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the files that programs look for at the top of a host: sitemaps, robots.txt, the list of feeds. */
final class SiteFiles {

    /**
     * Articles in a part of the sitemap: far fewer than the 50,000 that are allowed, for parts are made anew as a whole, and
     * few enough that the largest entries take no more than the 50 MB that are.
     */
    private static final int PART = 1_000;

    private static final int BATCH = 200;
    private static final int MOST_TRANSLATIONS = 60;
    private static final String XML = "application/xml; charset=utf-8";

    private final ArticleStore store;
    private final Catalogue catalogue;
    private final Stamps stamps;

    SiteFiles(ArticleStore store, Catalogue catalogue, Stamps stamps) {
        this.store = store;
        this.catalogue = catalogue;
        this.stamps = stamps;
    }

    /** A file, and what it shows. */
    private record Found(Slotted slotted, Instant changed, String contentType, Shown shown) {}

    Rendering render(Site site, Target.SiteFile target) {
        Optional<Found> found = find(site, target.name());
        if (found.isEmpty()) {
            return new Rendering.Absent(new Answer.Missing());
        }
        Slotted written = Placing.on(site, found.get().slotted());
        String hash = Stamps.hash(written);
        return new Rendering.Document(
                written,
                hash,
                stamps.page(site, target, hash, found.get().changed()),
                found.get().contentType(),
                found.get().shown());
    }

    private Optional<Found> find(Site site, String name) {
        return switch (name) {
            case "robots.txt" ->
                Optional.of(new Found(Robots.write(site), changed(site), "text/plain; charset=utf-8", Shown.SITE));
            case "feeds.opml" -> Optional.of(opml(site));
            case "news-sitemap.xml" -> Optional.of(news(site));
            case "sitemap.xml" -> Optional.of(sitemap(site));
            case "sitemap-pages.xml" ->
                Optional.of(new Found(pages(site).finish(), changed(site), XML, Shown.ANYTHING));
            default -> part(site, name);
        };
    }

    private Found opml(Site site) {
        List<Facet> sections = store.facets(site.id(), FacetKind.SECTION);
        List<Facet> languages = catalogue.namedLanguages(site);
        // Which selections there are is part of the site itself; whether any article names no language, and whether
        // there
        // is anything to hear, is not.
        List<Selection> counted = new ArrayList<>(List.of(new Selection.InLanguage("")));
        if (Podcast.UNNAMED.isOffered(site, Selection.WHOLE)) {
            counted.addAll(Podcast.UNNAMED.among(Selection.WHOLE));
        }
        return new Found(
                Opml.write(site, catalogue.terms(site), sections, languages, catalogue.isPodcast(site)),
                changed(site),
                "text/x-opml; charset=utf-8",
                Shown.of(List.of(), counted));
    }

    private Found news(Site site) {
        Selected news = store.news(site.id(), NewsSitemap.MOST);
        return new Found(
                NewsSitemap.write(site, news.articles()),
                changed(site),
                XML,
                Shown.of(news.articles(), List.of(Selection.WHOLE, Selection.NEWS)));
    }

    /** Everything, while that fits one part; else a list of the parts. */
    private Found sitemap(Site site) {
        List<SitemapPart> parts = store.parts(site.id(), PART);
        if (parts.size() <= 1) {
            Sitemap sitemap = pages(site);
            parts.forEach(part -> articles(site, part.number(), sitemap));
            return new Found(sitemap.finish(), changed(site), XML, Shown.ANYTHING);
        }
        SitemapIndex index = new SitemapIndex();
        index.part(Href.own("/sitemap-pages.xml"), changed(site));
        parts.forEach(part -> index.part(Href.own("/sitemap-" + part.number() + ".xml"), part.changed()));
        return new Found(index.finish(), changed(site), XML, Shown.ANYTHING);
    }

    private Sitemap pages(Site site) {
        Sitemap sitemap = new Sitemap(site).page(Href.own("/"), changed(site));
        for (Facet section : store.facets(site.id(), FacetKind.SECTION)) {
            Selection selection = section.selection();
            sitemap.page(Href.own(selection.path()), store.updated(site.id(), selection, PageDocuments.LISTED));
        }
        return sitemap;
    }

    private Optional<Found> part(Site site, String name) {
        if (!name.matches("sitemap-[1-9]\\d{0,8}\\.xml")) {
            return Optional.empty();
        }
        long number = Long.parseLong(name.substring("sitemap-".length(), name.length() - ".xml".length()));
        List<SitemapPart> parts = store.parts(site.id(), PART);
        if (parts.stream().noneMatch(part -> part.number() == number)) {
            return Optional.empty();
        }
        Sitemap sitemap = new Sitemap(site);
        Set<String> paths = articles(site, number, sitemap);
        paths.addAll(store.waiting(site.id(), number, PART));
        // New articles come to the last part; those of others come back, change and go.
        boolean last = parts.get(parts.size() - 1).number() == number;
        Shown shown = new Shown(paths, last ? Map.of(Selection.WHOLE, Instant.MAX) : Map.of(), Set.of(), false);
        return Optional.of(new Found(sitemap.finish(), changed(site), XML, shown));
    }

    /** Writes the articles of a part, a few at a time; says at which paths they are. */
    private Set<String> articles(Site site, long part, Sitemap sitemap) {
        Set<String> paths = new HashSet<>();
        List<Article> some;
        do {
            some = store.part(site.id(), part, PART, paths.size(), BATCH);
            for (Article article : some) {
                sitemap.article(article, translations(site, article));
                paths.add(article.path());
            }
        } while (some.size() == BATCH);
        return paths;
    }

    private List<Article> translations(Site site, Article article) {
        String key = article.story().translationKey();
        if (key.isEmpty()) {
            return List.of();
        }
        List<Article> others =
                new ArrayList<>(store.select(site.id(), List.of(new Selection.Translations(key)), 0, MOST_TRANSLATIONS)
                        .articles());
        others.removeIf(other -> other.path().equals(article.path()));
        return others;
    }

    /** Of the newest articles alone, which is the same on every gateway; a change that is older is a second later. */
    private Instant changed(Site site) {
        return store.updated(site.id(), Selection.WHOLE, BATCH);
    }
}
