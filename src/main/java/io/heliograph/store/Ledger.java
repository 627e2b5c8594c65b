package io.heliograph.store;

import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes down what one transaction changes of a site: revisions, tombstones, and which selections it touches. */
final class Ledger {

    private final Session session;
    private final String site;
    private final Instant now;
    private final Membership membership;
    private final Map<Selection, Instant> shifted = new HashMap<>();
    private final Set<Selection> touched = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private long newest;

    Ledger(Session session, String site, Instant now) {
        this.session = session;
        this.site = site;
        this.now = now;
        this.membership = new Membership(session, site);
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

    /** An article comes into sight. */
    void show(long article, String path, Instant published, Story story) throws SQLException {
        Set<Selection> renamed = membership.add(article, published, story);
        for (Selection selection : story.selections()) {
            shift(selection, published);
        }
        for (Selection selection : renamed) {
            shift(selection, Instant.MIN);
        }
        touch(path, story.selections());
    }

    /** An article goes out of sight. */
    void hide(StoredArticle article) throws SQLException {
        Set<Selection> was = membership.of(article.number());
        membership.remove(article.number());
        for (Selection selection : was) {
            shift(selection, article.published());
        }
        touch(article.path(), was);
    }

    /** An article at the same path says something else. Where it stands as it stood, nothing shifts. */
    void change(StoredArticle article, Instant published, Story story) throws SQLException {
        Set<Selection> was = membership.of(article.number());
        Set<Selection> now = story.selections();
        boolean dated = !published.equals(article.published());
        if (!dated && was.equals(now) && membership.isNamed(story.facets())) {
            membership.reword(article.number(), story);
        } else {
            membership.remove(article.number());
            for (Selection selection : membership.add(article.number(), published, story)) {
                shift(selection, Instant.MIN);
            }
        }
        Set<Selection> all = new HashSet<>(was);
        all.addAll(now);
        for (Selection selection : all) {
            if (dated || was.contains(selection) != now.contains(selection)) {
                shift(selection, article.published());
                shift(selection, published);
            }
        }
        touch(article.path(), all);
    }

    private void shift(Selection selection, Instant published) {
        shifted.merge(selection, published, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void touch(String path, Set<Selection> selections) {
        paths.add(path);
        touched.addAll(selections);
    }

    void delete(String origin, String source, StoredArticle article) throws SQLException {
        long revision = revision(article.id().value(), "deleted");
        if (article.visible()) {
            hide(article);
        }
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
    }

    void release(StoredArticle article) throws SQLException {
        long revision = revision(article.id().value(), "released");
        session.update("update article set visible = 1, revision = ? where number = ?", revision, article.number());
        Story story = session.one(
                        "select document from article where number = ?",
                        row -> StoryDocument.read(row.getString(1)).story(),
                        article.number())
                .orElseThrow();
        show(article.number(), article.path(), article.published(), story);
    }

    /** Notes when the touched selections changed; says what changed. */
    Changes close() throws SQLException {
        for (Selection selection : touched) {
            session.update(
                    "insert into selection (site, path, changed) values (?, ?, ?)"
                            + " on conflict (site, path) do update set changed = excluded.changed",
                    site,
                    selection.path(),
                    now.getEpochSecond());
        }
        membership.close();
        return new Changes(site, newest, now, shifted, paths, membership.siteChanged());
    }
}
