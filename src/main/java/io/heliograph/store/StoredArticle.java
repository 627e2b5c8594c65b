package io.heliograph.store;

import io.heliograph.article.ArticleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An article's row without its document: what saving needs to know of what is there. */
record StoredArticle(
        long number,
        String site,
        String origin,
        ArticleId id,
        String path,
        Instant published,
        Instant updated,
        boolean visible,
        String hash) {

    static final String COLUMNS =
            "select number, site, origin, id, iri, token, path, published, updated, visible, hash from article ";

    static StoredArticle read(ResultSet row) throws SQLException {
        return new StoredArticle(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                new ArticleId(row.getString(4), row.getString(5), row.getString(6)),
                row.getString(7),
                Instant.ofEpochSecond(row.getLong(8)),
                Instant.ofEpochSecond(row.getLong(9)),
                row.getInt(10) == 1,
                row.getString(11));
    }

    static Optional<StoredArticle> bySource(Session session, String site, String origin, String source)
            throws SQLException {
        return session.one(
                COLUMNS + "where site = ? and origin = ? and source = ?", StoredArticle::read, site, origin, source);
    }

    static Optional<StoredArticle> byId(Session session, String site, String id) throws SQLException {
        return session.one(COLUMNS + "where site = ? and id = ?", StoredArticle::read, site, id);
    }
}
