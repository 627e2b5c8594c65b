package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The visible articles as search engines are told of them: all by their numbers, and those that are news. */
final class Registry {

    /** Search engines take no older ones. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final Session session;

    Registry(Session session) {
        this.session = session;
    }

    /** In which parts there are articles. */
    List<SitemapPart> parts(String site, int size) throws SQLException {
        return session.all(
                "select (a.number - 1) / ? + 1 as part, max(a.updated) from article a"
                        + " where a.site = ? and a.visible = 1 group by part order by part",
                row -> new SitemapPart(row.getLong(1), Instant.ofEpochSecond(row.getLong(2))),
                size,
                site);
    }

    /** The articles of a part, by date: other stores may have other numbers. */
    List<Article> part(String site, long part, int size, int offset, int limit) throws SQLException {
        return session.all(
                "select " + Shelves.COLUMNS + " from article a where a.number in (select number from article"
                        + " where number > ? and number <= ? and site = ? and visible = 1"
                        + " order by published, id limit ? offset ?) order by a.published, a.id",
                Shelves::article,
                (part - 1) * size,
                part * size,
                site,
                limit,
                offset);
    }

    Set<String> waiting(String site, long part, int size) throws SQLException {
        return Set.copyOf(session.all(
                "select path from article where number > ? and number <= ? and site = ? and visible = 0",
                row -> row.getString(1),
                (part - 1) * size,
                part * size,
                site));
    }

    /** The news, newest first. */
    List<Article> news(String site, int limit) throws SQLException {
        return session.all(
                "select " + Shelves.COLUMNS + " from article a where a.site = ? and a.visible = 1"
                        + " and a.published > (select news_after from site where id = a.site)"
                        + " order by a.published desc, a.number desc limit ?",
                Shelves::article,
                site,
                limit);
    }

    /** Lets go what is too old to be news; one result for each site whose news are fewer for it. */
    List<Changes> age(Instant now) throws SQLException {
        List<Changes> changes = new ArrayList<>();
        for (String site : session.all("select id from site", row -> row.getString(1))) {
            if (isOutdated(site, now)) {
                advance(site, now);
                changes.add(new Changes(site, 0, now, Map.of(Selection.NEWS, Instant.MIN), Set.of(), false));
            }
        }
        return changes;
    }

    /** Whether there is an article among a site's news that is too old by now. */
    boolean isOutdated(String site, Instant now) throws SQLException {
        return session.one(
                        "select 1 from article where site = ? and visible = 1 and published <= ?"
                                + " and published > (select news_after from site where id = ?) limit 1",
                        row -> true,
                        site,
                        now.minus(NEWS).getEpochSecond(),
                        site)
                .isPresent();
    }

    /** What was published two days before now is news no more. */
    void advance(String site, Instant now) throws SQLException {
        session.update(
                "update site set news_after = ? where id = ? and news_after < ?",
                now.minus(NEWS).getEpochSecond(),
                site,
                now.minus(NEWS).getEpochSecond());
    }
}
