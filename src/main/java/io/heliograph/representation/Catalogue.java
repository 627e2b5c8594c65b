package io.heliograph.representation;

import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Slug;
import io.heliograph.page.Masthead;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.FacetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The selections of a site as readers know them. */
final class Catalogue {

    private final ArticleStore store;

    Catalogue(ArticleStore store) {
        this.store = store;
    }

    Masthead masthead(Site site) {
        return new Masthead(site, store.facets(site.id(), FacetKind.SECTION));
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

    /** The selections that a selection stands for: articles that name no language are in the site's. */
    static List<Selection> meant(Site site, Selection selection) {
        return selection.equals(new Selection.InLanguage(site.language()))
                ? List.of(selection, new Selection.InLanguage(""))
                : List.of(selection);
    }

    static boolean isNamed(Selection selection) {
        return selection instanceof Selection.InSection
                || selection instanceof Selection.InTag
                || selection instanceof Selection.ByAuthor
                || selection instanceof Selection.InLanguage;
    }

    Optional<String> name(Site site, Selection selection) {
        if (!isNamed(selection)) {
            return Optional.empty();
        }
        Optional<String> name = store.name(site.id(), selection);
        boolean own = selection.equals(new Selection.InLanguage(site.language()));
        return name.isEmpty() && own && store.count(site.id(), meant(site, selection)) > 0
                ? Optional.of(site.language())
                : name;
    }

    /** There is no such selection; but there may be one whose slug is written as we write it. */
    static Rendering absent(Selection selection, Function<Selection, String> path) {
        Selection proper = selection;
        if (selection instanceof Selection.InSection in) {
            proper = new Selection.InSection(Slug.of(in.slug()));
        } else if (selection instanceof Selection.InTag in) {
            proper = new Selection.InTag(Slug.of(in.slug()));
        } else if (selection instanceof Selection.ByAuthor by) {
            proper = new Selection.ByAuthor(Slug.of(by.slug()));
        }
        return new Rendering.Absent(
                proper.equals(selection) ? new Answer.Missing() : new Answer.Moved(path.apply(proper)));
    }
}
