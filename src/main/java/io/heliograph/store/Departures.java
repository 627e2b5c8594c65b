package io.heliograph.store;

import io.heliograph.article.ArticleId;
import io.heliograph.article.Deletion;
import io.heliograph.article.Selection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The latest deletions from each selection, so that its readers can be told. */
final class Departures {

    /** Deletions of a selection that are kept. */
    static final int MOST = 50;

    private final Session session;
    private final String site;

    Departures(Session session, String site) {
        this.session = session;
        this.site = site;
    }

    void add(ArticleId id, String path, Collection<Selection> from, long revision, Instant at) throws SQLException {
        for (Selection selection : from) {
            session.update(
                    "insert into departure (site, selection, revision, id, iri, token, path, at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    site,
                    selection.path(),
                    revision,
                    id.value(),
                    id.iri(),
                    id.token(),
                    path,
                    at.getEpochSecond());
            session.update(
                    "delete from departure where site = ? and selection = ? and revision <= (select revision"
                            + " from departure where site = ? and selection = ? order by revision desc limit 1 offset "
                            + MOST + ")",
                    site,
                    selection.path(),
                    site,
                    selection.path());
        }
    }

    /**
     * An article is shown; it is said to be gone no more, and the address of one that lived there before is its own.
     * Returns the selections of which something else is said now.
     */
    List<Selection> shown(ArticleId id, String path) throws SQLException {
        List<Selection> from = session.all(
                "select selection from departure where site = ? and id = ?"
                        + " union select selection from departure where site = ? and path = ?",
                row -> Selection.at(row.getString(1)).orElseThrow(),
                site,
                id.value(),
                site,
                path);
        if (!from.isEmpty()) {
            session.update("delete from departure where site = ? and id = ?", site, id.value());
            session.update("update departure set path = '' where site = ? and path = ?", site, path);
        }
        return from;
    }

    /** The deletions from any of these selections since a moment, the latest first, each once. */
    List<Deletion> since(Collection<Selection> anyOf, Instant moment) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(site));
        anyOf.forEach(selection -> arguments.add(selection.path()));
        arguments.add(moment.getEpochSecond());
        return session.all(
                "select distinct revision, id, iri, token, path, at from departure where site = ? and selection in ("
                        + Shelves.places(anyOf) + ") and at >= ? order by revision desc limit " + MOST,
                row -> new Deletion(
                        new ArticleId(row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5),
                        Instant.ofEpochSecond(row.getLong(6)),
                        row.getLong(1)),
                arguments.toArray());
    }
}
