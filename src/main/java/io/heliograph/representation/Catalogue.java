package io.heliograph.representation;

import io.heliograph.article.Choice;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Slug;
import io.heliograph.article.Terms;
import io.heliograph.feed.Podcast;
import io.heliograph.page.Masthead;
import io.heliograph.page.Pages;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.FacetKind;
import io.heliograph.store.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The selections of a site as readers know them. */
final class Catalogue {

    /** What somebody may want to watch or hear alone. */
    private static final List<Selection> MEDIA = List.of(Selection.FILMED, Selection.AUDIBLE, Selection.LIVE);

    private final Sites sites;
    private final ArticleStore store;
    private final Pages pages;

    Catalogue(Sites sites, ArticleStore store, Pages pages) {
        this.sites = sites;
        this.store = store;
        this.pages = pages;
    }

    Masthead masthead(Site site) {
        return new Masthead(site, store.facets(site.id(), FacetKind.SECTION), terms(site));
    }

    /** On which terms a site's feeds are given. */
    Terms terms(Site site) {
        return sites.terms(site.id());
    }

    /** The languages in which there are articles; those that name none are in the site's. */
    List<Facet> languages(Site site) {
        List<Facet> languages = new ArrayList<>(store.facets(site.id(), FacetKind.LANGUAGE));
        int unnamed = store.count(site.id(), List.of(new Selection.InLanguage("")));
        Selection own = new Selection.InLanguage(site.language());
        if (unnamed > 0 && languages.stream().noneMatch(l -> l.selection().equals(own))) {
            languages.add(0, new Facet(own, site.language(), unnamed));
        }
        return languages;
    }

    /** The languages in which there are articles, by the names that they call themselves. */
    List<Facet> namedLanguages(Site site) {
        return languages(site).stream()
                .map(language ->
                        new Facet(language.selection(), pages.languageName(language.name()), language.articles()))
                .toList();
    }

    /** The selections that a selection stands for: articles that name no language are in the site's. */
    static List<Selection> meant(Site site, Selection selection) {
        return selection.equals(new Selection.InLanguage(site.language()))
                ? List.of(selection, new Selection.InLanguage(""))
                : List.of(selection);
    }

    /** The selections whose feeds are recommended: the publisher's own, the sections, the media that there are. */
    List<Facet> listed(Site site, Masthead masthead) {
        List<Facet> listed = new ArrayList<>();
        for (Choice choice : site.syndication().choices()) {
            listed.add(facet(site, choice.selection(), choice.title()));
        }
        listed.addAll(masthead.sections());
        for (Selection media : MEDIA) {
            Facet facet = facet(site, media, pages.mediaName(site, media));
            if (facet.articles() > 0) {
                listed.add(facet);
            }
        }
        return listed;
    }

    /** Whether a site has a podcast, and articles that may be episodes. */
    boolean isPodcast(Site site) {
        return Podcast.UNNAMED.isOffered(site, Selection.WHOLE)
                && store.count(site.id(), Podcast.UNNAMED.among(Selection.WHOLE)) > 0;
    }

    /** The selections that {@link #listed} counts. */
    static List<Selection> counted(Site site) {
        List<Selection> counted = new ArrayList<>(MEDIA);
        site.syndication().choices().forEach(choice -> counted.add(choice.selection()));
        return counted;
    }

    private Facet facet(Site site, Selection selection, String name) {
        return new Facet(selection, name, store.count(site.id(), List.of(selection)));
    }

    /** What a selection is called; empty if there is none such, or it is the whole. */
    Optional<String> name(Site site, Selection selection) {
        if (selection instanceof Selection.Search search) {
            // Signs alone are no search.
            return Words.all(search.words()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(pages.searchTitle(site, search.words()));
        }
        if (selection instanceof Selection.Chosen chosen) {
            return site.syndication().choice(chosen.id()).map(Choice::title);
        }
        if (selection.equals(Selection.WATCHABLE) || MEDIA.contains(selection)) {
            return Optional.of(pages.mediaName(site, selection));
        }
        if (selection instanceof Selection.InLanguage in) {
            boolean none = in.tag().isEmpty() || store.count(site.id(), meant(site, selection)) == 0;
            return none ? Optional.empty() : Optional.of(pages.languageName(in.tag()));
        }
        return store.name(site.id(), selection);
    }

    /** What a feed of a selection says of itself, plain text. */
    static String description(Site site, Selection selection) {
        return selection instanceof Selection.Chosen chosen
                ? site.syndication()
                        .choice(chosen.id())
                        .map(Choice::description)
                        .filter(text -> !text.isEmpty())
                        .orElse(site.description())
                : site.description();
    }

    /** There is no such selection; but there may be one that is written as we write it. */
    Rendering absent(Site site, Selection selection, Function<Selection, String> path) {
        Selection proper = proper(selection);
        boolean isThere = !proper.equals(selection) && name(site, proper).isPresent();
        return new Rendering.Absent(isThere ? new Answer.Moved(path.apply(proper)) : new Answer.Missing());
    }

    /** A selection as its own path writes it. */
    static Selection proper(Selection selection) {
        if (selection instanceof Selection.InSection in) {
            return new Selection.InSection(Slug.of(in.slug()));
        } else if (selection instanceof Selection.InTag in) {
            return new Selection.InTag(Slug.of(in.slug()));
        } else if (selection instanceof Selection.ByAuthor by) {
            return new Selection.ByAuthor(Slug.of(by.slug()));
        } else if (selection instanceof Selection.InLanguage in) {
            // Tags are the same whatever their case (RFC 5646, section 2.1.1).
            return new Selection.InLanguage(Locale.forLanguageTag(in.tag()).toLanguageTag());
        } else if (selection instanceof Selection.Chosen chosen) {
            return new Selection.Chosen(chosen.id().toLowerCase(Locale.ROOT));
        }
        return selection;
    }
}
