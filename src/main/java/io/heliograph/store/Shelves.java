package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.ArticleId;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Slug;
import io.heliograph.article.Story;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the visible articles of a site: by selection, by nearness, by words. */
final class Shelves {

    static final String COLUMNS = "a.id, a.iri, a.token, a.path, a.published, a.updated, a.document";

    /** Among so many articles that changed last, or in which words stand, others are sought. */
    private static final int SOUGHT_AMONG = 1000;

    /** Of each of an article's tags and its section, so many older articles are weighed against each other. */
    private static final int WEIGHED = 40;

    private static final int MOST_TAGS = 8;

    private static final String FACETS = " from facet f where site = ? and path >= ? and path < ? order by"
            + " (select min(published) from member m where m.site = f.site and m.selection = f.path), path";

    /** An article that shares subjects with another. */
    private record Near(long article, long published, int points) {
        Near plus(Near more) {
            return new Near(article, published, points + more.points);
        }
    }

    private final Session session;
    private final String site;

    Shelves(Session session, String site) {
        this.session = session;
        this.site = site;
    }

    Selected select(Filter filter, int offset, int limit) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        String from = filter.words().isEmpty()
                ? filter.anyOf().isEmpty() ? "" : members(filter, arguments)
                : matching(filter, arguments);
        if (from.isEmpty()) {
            return new Selected(List.of(), List.of(), changed(List.of(Selection.WHOLE)));
        }
        if (filter.since().getEpochSecond() > 0) {
            from += " and a.number in (select number from article where site = ? and updated >= ?"
                    + " order by updated desc, number desc limit " + SOUGHT_AMONG + ")";
            arguments.addAll(List.of(site, filter.since().getEpochSecond()));
        }
        arguments.addAll(List.of(limit, offset));
        List<Long> revisions = new ArrayList<>();
        List<Article> articles = session.all(
                "select " + COLUMNS + ", a.revision from " + from
                        + " order by a.published desc, a.number desc limit ? offset ?",
                row -> {
                    revisions.add(row.getLong(8));
                    return article(row);
                },
                arguments.toArray());
        return new Selected(
                articles, revisions, changed(filter.words().isEmpty() ? filter.anyOf() : List.of(Selection.WHOLE)));
    }

    /** An article that is in several of the selections comes once. */
    private String members(Filter filter, List<Object> arguments) {
        arguments.add(site);
        filter.anyOf().forEach(selection -> arguments.add(selection.path()));
        return filter.anyOf().size() == 1
                ? "member m join article a on a.number = m.article where m.site = ? and m.selection in (?)"
                : "article a where a.number in (select article from member where site = ? and selection in ("
                        + places(filter.anyOf()) + "))";
    }

    private String matching(Filter filter, List<Object> arguments) {
        arguments.add(TextIndex.expression(site, filter.words()));
        return "article a where a.number in (select rowid from words where words match ? order by rowid desc limit "
                + SOUGHT_AMONG + ")";
    }

    int count(Collection<Selection> anyOf) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(site));
        anyOf.forEach(selection -> arguments.add(selection.path()));
        return session.one(
                        "select count(distinct article) from member where site = ? and selection in (" + places(anyOf)
                                + ")",
                        row -> row.getInt(1),
                        arguments.toArray())
                .orElse(0);
    }

    Instant changed(Collection<Selection> anyOf) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(site));
        anyOf.forEach(selection -> arguments.add(selection.path()));
        return session.one(
                        "select coalesce(max(changed), 0) from selection where site = ? and path in (" + places(anyOf)
                                + ")",
                        row -> Instant.ofEpochSecond(row.getLong(1)),
                        arguments.toArray())
                .orElse(Instant.EPOCH);
    }

    Instant updated(Selection selection, int limit) throws SQLException {
        return session.one(
                        "select coalesce(max(updated), 0) from (select a.updated from member m"
                                + " join article a on a.number = m.article where m.site = ? and m.selection = ?"
                                + " order by m.published desc, m.article desc limit ?) as newest",
                        row -> Instant.ofEpochSecond(row.getLong(1)),
                        site,
                        selection.path(),
                        limit)
                .orElse(Instant.EPOCH);
    }

    Optional<String> name(Selection selection) throws SQLException {
        return session.one(
                "select name from facet where site = ? and path = ?", row -> row.getString(1), site, selection.path());
    }

    /** In the order of their oldest articles, which is the same whichever came first. */
    List<Facet> facets(String below) throws SQLException {
        return session.all(
                "select path, name, (select count(*) from member m where m.site = f.site and m.selection = f.path)"
                        + FACETS,
                row -> new Facet(Selection.at(row.getString(1)).orElseThrow(), row.getString(2), row.getInt(3)),
                site,
                below,
                end(below));
    }

    /** What the facets below a path are called, each with its own path, in that order. */
    List<String> listed(String below) throws SQLException {
        return session.all(
                "select path, name" + FACETS,
                row -> row.getString(1) + ' ' + row.getString(2),
                site,
                below,
                end(below));
    }

    /** What comes after all paths that begin with a slash at their end. */
    private static String end(String below) {
        return below.substring(0, below.length() - 1) + '0';
    }

    /** The older articles that share most with one: two points for a tag, one for the section. */
    List<Article> related(Article article, int limit) throws SQLException {
        Story story = article.story();
        Map<Long, Near> near = new HashMap<>();
        List<Selection> subjects = new ArrayList<>();
        story.tags().stream()
                .map(Slug::of)
                .filter(slug -> !slug.isEmpty())
                .limit(MOST_TAGS)
                .forEach(slug -> subjects.add(new Selection.InTag(slug)));
        subjects.add(new Selection.InSection(Slug.of(story.section())));
        for (Selection subject : subjects) {
            int points = subject instanceof Selection.InTag ? 2 : 1;
            List<Near> some = session.all(
                    "select article, published from member where site = ? and selection = ? and published < ?"
                            + " order by published desc, article desc limit " + WEIGHED,
                    row -> new Near(row.getLong(1), row.getLong(2), points),
                    site,
                    subject.path(),
                    article.published().getEpochSecond());
            some.forEach(one -> near.merge(one.article(), one, Near::plus));
        }
        List<Long> best = near.values().stream()
                .sorted(Comparator.comparingInt(Near::points)
                        .thenComparing(Near::published)
                        .thenComparing(Near::article)
                        .reversed())
                .limit(limit)
                .map(Near::article)
                .toList();
        return articles(best);
    }

    Found search(Words words, int offset, int limit) throws SQLException {
        List<Long> found = new TextIndex(session).find(site, words);
        return new Found(articles(found.stream().skip(offset).limit(limit).toList()), found.size());
    }

    private List<Article> articles(List<Long> numbers) throws SQLException {
        List<Article> articles = new ArrayList<>();
        for (Long number : numbers) {
            session.one("select " + COLUMNS + " from article a where number = ?", Shelves::article, number)
                    .ifPresent(articles::add);
        }
        return articles;
    }

    static String places(Collection<Selection> of) {
        return String.join(", ", of.stream().map(selection -> "?").toList());
    }

    static Article article(ResultSet row) throws SQLException {
        StoryDocument document = StoryDocument.read(row.getString(7));
        return new Article(
                new ArticleId(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                document.link(),
                Instant.ofEpochSecond(row.getLong(5)),
                Instant.ofEpochSecond(row.getLong(6)),
                document.story());
    }
}
