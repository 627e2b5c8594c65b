package io.heliograph.store;

import java.sql.SQLException;
import java.util.Optional;

/** Every path at which an article ever lived, in SQL. */
final class PathTable {

    private PathTable() {}

    /** What is at a path: an article, where it lives now, or that it was deleted. */
    static Lookup find(Session session, String site, String path) throws SQLException {
        Optional<Lookup> found = session.one(
                "select id, iri, token, path, published, updated, document from article"
                        + " where site = ? and path = ? and visible = 1",
                row -> new Lookup.Found(Shelves.article(row)),
                site,
                path);
        if (found.isPresent()) {
            return found.get();
        }
        Optional<String> id =
                session.one("select id from path where site = ? and path = ?", row -> row.getString(1), site, path);
        return id.isEmpty() ? new Lookup.Missing() : former(session, site, id.get());
    }

    private static Lookup former(Session session, String site, String id) throws SQLException {
        Optional<Lookup> moved = session.one(
                "select path from article where site = ? and id = ? and visible = 1",
                row -> new Lookup.Moved(row.getString(1)),
                site,
                id);
        if (moved.isPresent()) {
            return moved.get();
        }
        return session.one(
                        "select 1 from tombstone where site = ? and id = ?"
                                + " union select 1 from article where site = ? and id = ? and gone = 1",
                        row -> (Lookup) new Lookup.Gone(),
                        site,
                        id,
                        site,
                        id)
                .orElse(new Lookup.Missing());
    }
}
