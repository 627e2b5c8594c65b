package io.heliograph.store;

import io.heliograph.article.ArticleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is left of a deleted article: its names, which it takes up again if its origin gives it again. */
record Tombstone(String origin, ArticleId id, String path) {

    private static final String COLUMNS = "select origin, id, iri, token, path from tombstone ";

    private static Tombstone read(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getString(1),
                new ArticleId(row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5));
    }

    static Optional<Tombstone> bySource(Session session, String site, String origin, String source)
            throws SQLException {
        return session.one(
                COLUMNS + "where site = ? and origin = ? and source = ?", Tombstone::read, site, origin, source);
    }

    static Optional<Tombstone> byId(Session session, String site, String id) throws SQLException {
        return session.one(COLUMNS + "where site = ? and id = ?", Tombstone::read, site, id);
    }

    void remove(Session session, String site) throws SQLException {
        session.update("delete from tombstone where site = ? and id = ?", site, id.value());
    }
}
