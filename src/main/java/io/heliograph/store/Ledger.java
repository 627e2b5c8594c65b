package io.heliograph.store;

import io.heliograph.article.Selection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Writes down what one transaction changes of a site: revisions, tombstones, and which selections it touches. */
final class Ledger {

    private final Session session;
    private final String site;
    private final Instant now;
    private final Set<Selection> selections = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private long newest;

    Ledger(Session session, String site, Instant now) {
        this.session = session;
        this.site = site;
        this.now = now;
    }

    String site() {
        return site;
    }

    Instant now() {
        return now;
    }

    /** The number of a new revision of an article. */
    long revision(String id, String kind) throws SQLException {
        newest = session.one(
                        "insert into revision (site, id, at, kind) values (?, ?, ?, ?) returning revision",
                        row -> row.getLong(1),
                        site,
                        id,
                        now.getEpochSecond(),
                        kind)
                .orElseThrow();
        return newest;
    }

    /** Readers see something else at this path, and in the selections that such an article is in. */
    void touch(String path, String section, boolean watchable) {
        paths.add(path);
        selections.add(Selection.WHOLE);
        if (watchable) {
            selections.add(Selection.WATCHABLE);
        }
        if (!section.isEmpty()) {
            selections.add(new Selection.InSection(section));
        }
    }

    void touch(StoredArticle article) {
        touch(article.path(), article.section(), article.watchable());
    }

    void delete(String origin, String source, StoredArticle article) throws SQLException {
        long revision = revision(article.id().value(), "deleted");
        session.update("delete from article where number = ?", article.number());
        session.update(
                "insert into tombstone (site, origin, source, id, iri, token, path, deleted, revision)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                site,
                origin,
                source,
                article.id().value(),
                article.id().iri(),
                article.id().token(),
                article.path(),
                now.getEpochSecond(),
                revision);
        if (article.visible()) {
            touch(article);
        }
    }

    void release(StoredArticle article) throws SQLException {
        long revision = revision(article.id().value(), "released");
        session.update("update article set visible = 1, revision = ? where number = ?", revision, article.number());
        touch(article);
    }

    /** Notes when the touched selections changed; says what changed. */
    Changes close() throws SQLException {
        for (Selection selection : selections) {
            session.update(
                    "insert into selection (site, path, changed) values (?, ?, ?)"
                            + " on conflict (site, path) do update set changed = excluded.changed",
                    site,
                    selection.path(),
                    now.getEpochSecond());
        }
        return new Changes(site, newest, now, selections, paths, false);
    }
}
