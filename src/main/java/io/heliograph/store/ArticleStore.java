package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.Choice;
import io.heliograph.article.Deletion;
import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.TagAuthority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The articles of all sites. What a call has accepted when it returns survives a crash; a call that throws {@link
 * StoreFailure} has changed nothing. Every call blocks.
 */
public interface ArticleStore extends AutoCloseable {

    /**
     * Who mints a site's {@code tag:} URIs: what was asked for at the first call for this site, for ever, so that ids
     * never change.
     */
    TagAuthority authority(String site, TagAuthority wanted);

    /** Says which origins a site has now. The articles of others stay, and may be taken over by one of these. */
    void origins(String site, Set<String> origins);

    /** Says which feeds the publisher of a site puts together now, and works out which articles are in them. */
    void choices(String site, List<Choice> choices, Instant now);

    /**
     * Accepts what an origin gave, in one transaction. A draft that says what is stored already changes nothing.
     *
     * @param drafts newest first, as the origin orders them
     */
    Saved save(String site, TagAuthority authority, String origin, List<Draft> drafts, Instant now);

    /** Deletes articles of an origin, by {@link Draft#source}. Those it does not have are passed over. */
    Changes delete(String site, String origin, Collection<String> sources, Instant now);

    /** Shows the articles whose embargo is over: one result for each site that has any. */
    List<Changes> release(Instant now);

    /** When the next embargo ends; empty if none is waiting. */
    Optional<Instant> nextRelease();

    /** What tells the stored articles of an origin apart: their {@link Draft#source}. */
    Set<String> sources(String site, String origin);

    /** The newest articles of a selection. */
    default Selected select(String site, Selection selection, int limit) {
        return select(site, List.of(selection), 0, limit);
    }

    /**
     * Articles that are in any of these selections.
     *
     * @param offset how many newer ones are passed over
     */
    default Selected select(String site, Collection<Selection> anyOf, int offset, int limit) {
        return select(site, Filter.of(anyOf), offset, limit);
    }

    /**
     * Articles that pass a filter.
     *
     * @param offset how many newer ones are passed over
     */
    Selected select(String site, Filter filter, int offset, int limit);

    /** What came before in a selection, in pages. */
    Archive archive(String site, Selection selection);

    /**
     * The articles of a page of a selection's archive, newest first.
     *
     * @param page from 1; after the last closed page comes one with what arrived since
     */
    List<Article> archived(String site, Selection selection, int page);

    /** The latest deletions from any of these selections since a moment, the last first. */
    List<Deletion> deletions(String site, Collection<Selection> anyOf, Instant since);

    /** How many articles are in any of these selections. */
    int count(String site, Collection<Selection> anyOf);

    /** What a selection with a page of its own is called; empty if it has no article. */
    Optional<String> name(String site, Selection selection);

    /** The facets of a kind that have articles, in the order of their oldest articles. */
    List<Facet> facets(String site, FacetKind kind);

    /** The older articles that share most tags, or else the section, with an article; the nearest first. */
    List<Article> related(String site, Article article, int limit);

    /** The articles in which words stand, the best first. */
    Found search(String site, Words words, int offset, int limit);

    /** What is at a path. */
    Lookup find(String site, String path);

    /**
     * In which parts a site has articles. An article stays in its part for ever.
     *
     * @param size most articles of all sites in a part
     */
    List<SitemapPart> parts(String site, int size);

    /**
     * Some of a part's articles, the oldest first.
     *
     * @param part its number
     * @param size as {@link #parts} has it
     */
    List<Article> part(String site, long part, int size, int offset, int limit);

    /** The paths of a part's articles whose date has not come yet. */
    Set<String> waiting(String site, long part, int size);

    /** The articles that are news, newest first: those that {@link #age} has not let go. */
    Selected news(String site, int limit);

    /**
     * Articles that were published two days before now, or earlier, are news no more. Whatever is accepted looks after
     * that too; this is for times in which nothing comes.
     *
     * @return one result for each site that has fewer news for it
     */
    List<Changes> age(Instant now);

    /** What was asked for at the first call for this site and name, for ever. */
    String settled(String site, String name, String wanted);

    /** When one of the newest articles of a selection last changed; {@link Instant#EPOCH} if it has none. */
    Instant updated(String site, Selection selection, int limit);

    /** When the newest visible article of a site was published; empty if it has none. */
    Optional<Instant> newest(String site);

    /** What is remembered of an origin; {@link OriginState#NEW} if nothing is. */
    OriginState origin(String site, String origin);

    /** Remembers the state of an origin. */
    void remember(String site, String origin, OriginState state);

    /**
     * When a representation last changed, whole seconds. If its hash is the one remembered, that is what was remembered
     * with it. Otherwise it is {@code changed}, or a second after the remembered time if that is later; and hash and
     * time are remembered.
     *
     * @param representation what names it within the site
     */
    Instant modified(String site, String representation, String hash, Instant changed);

    /**
     * The same of a feed; remembers also what is in it.
     *
     * @param revisions of the articles in it
     */
    Instant modified(String site, String representation, String hash, Instant changed, Collection<Long> revisions);

    /** What a feed was lately, as far as it is remembered; the latest first. */
    List<Instance> instances(String site, String representation);

    /** The own paths under {@code /media/} that a site's articles name. */
    Set<String> mediaPaths(String site);

    @Override
    void close();
}
