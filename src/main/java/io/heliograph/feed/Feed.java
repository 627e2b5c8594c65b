package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Choice;
import io.heliograph.article.Deletion;
import io.heliograph.article.Href;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import java.util.List;

/**
 * A selection of a site's articles as readers get it.
 *
 * @param title of the feed, plain text: the site's, or "site: section"
 * @param description plain text, never empty
 * @param articles newest first
 * @param query of the feed's URL where it asks for another extent than usual: {@code ?limit=10}; else empty
 * @param summaries whether the articles' bodies are left out
 * @param chapter where it stands among the pages of its archive
 * @param deletions of articles that were in it, the latest first
 */
public record Feed(
        Site site,
        Selection selection,
        String title,
        String description,
        List<Article> articles,
        String query,
        boolean summaries,
        Chapter chapter,
        List<Deletion> deletions) {

    /** Articles in a feed that asks for no number. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most articles in a feed, podcasts apart. */
    public static final int MOST = 200;

    public Feed {
        articles = Carried.all(articles);
        deletions = List.copyOf(deletions);
    }

    /** A feed without a past. */
    public Feed(Site site, Selection selection, String title, List<Article> articles, String query) {
        this(site, selection, title, site.description(), articles, query, false, Chapter.ONLY, List.of());
    }

    /** The same feed, holding other articles. */
    public Feed holding(List<Article> others) {
        return with(others, chapter, deletions);
    }

    /** The same feed with other articles and another past. */
    public Feed with(List<Article> others, Chapter otherChapter, List<Deletion> otherDeletions) {
        return new Feed(site, selection, title, description, others, query, summaries, otherChapter, otherDeletions);
    }

    /** The feed's id, which no host, no format and no page of it changes. */
    public String id() {
        return site.authority().uri("feed" + selection.path() + asked(selection.query()));
    }

    /** The language that its articles are in, as far as that is one: the selection's, else the site's (BCP 47). */
    public String language() {
        String named = selection instanceof Selection.InLanguage in ? in.tag() : chosenLanguage();
        return named.isEmpty() ? site.language() : named;
    }

    private String chosenLanguage() {
        return site.syndication().choices().stream()
                .filter(choice -> choice.selection().equals(selection))
                .map(Choice::language)
                .findFirst()
                .orElse("");
    }

    /** Where this document is in a format, the host left open. */
    public Href self(Format format) {
        return chapter.isArchived() ? page(format, chapter.own()) : Href.ownFeed(format.path(selection) + query);
    }

    /** Where the feed as it is now is in a format, the host left open. */
    public Href current(Format format) {
        return Href.ownFeed(format.path(selection) + asked(selection.query()));
    }

    /** Where the page with what came before is in a format, the host left open; asked only if there is one. */
    public Href previous(Format format) {
        return page(format, chapter.previous());
    }

    /** Where the page with what came after is in a format, the host left open; asked only of a page. */
    public Href next(Format format) {
        return page(format, chapter.next());
    }

    /** The site's front page. */
    public Href front() {
        return Href.own("/");
    }

    /** The page for people that shows the same articles. */
    public Href page() {
        return Href.own((selection.path().isEmpty() ? "/" : selection.path()) + asked(selection.query()));
    }

    private Href page(Format format, String name) {
        return Href.ownFeed(format.archivePath(selection, name));
    }

    private static String asked(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }
}
