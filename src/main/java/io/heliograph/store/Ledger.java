package io.heliograph.store;

import io.heliograph.article.ArticleId;
import io.heliograph.article.Choice;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down what one transaction changes of a site: revisions, tombstones, and which selections it touches. */
final class Ledger {

    private final Session session;
    private final String site;
    private final Instant now;
    private final Membership membership;
    private final Archives archives;
    private final Departures departures;
    private final Map<Long, Map<Selection, Long>> hidden = new HashMap<>();
    private final Set<Selection> histories = new HashSet<>();
    private final Map<Selection, Instant> shifted = new HashMap<>();
    private final Map<Selection, Instant> touched = new HashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private long newest;
    private boolean departed;

    Ledger(Session session, String site, Instant now, List<Choice> choices) {
        this.session = session;
        this.site = site;
        this.now = now;
        this.membership = new Membership(session, site, choices);
        this.archives = new Archives(session, site);
        this.departures = new Departures(session, site);
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

    /** An article comes into sight, in the newest revision. */
    void show(long article, ArticleId id, String path, Instant published, Instant updated, Story story)
            throws SQLException {
        membership.begin();
        histories.addAll(departures.shown(id, path));
        session.update("update article set gone = 0 where number = ? and gone = 1", article);
        membership.index(article, story);
        Set<Selection> selections = membership.selections(article, story);
        // One that only moves to another path stays where it is in the archive.
        Map<Selection, Long> before = hidden.getOrDefault(article, Map.of());
        Set<Selection> renamed = membership.add(article, published, story.facets(), selections, newest, before);
        for (Selection selection : selections) {
            shift(selection, published);
            archives.touch(selection, before.getOrDefault(selection, newest));
        }
        for (Selection selection : renamed) {
            shift(selection, Instant.MIN);
        }
        touch(path, selections, updated);
    }

    /** An article goes out of sight. */
    void hide(StoredArticle article) throws SQLException {
        membership.begin();
        Map<Selection, Long> was = membership.of(article.number());
        membership.remove(article.number());
        membership.forgetWords(article.number());
        hidden.put(article.number(), was);
        for (Selection selection : was.keySet()) {
            shift(selection, article.published());
        }
        was.forEach(archives::touch);
        touch(article.path(), was.keySet(), Instant.MIN);
    }

    /** An article at the same path says something else. Where it stands as it stood, nothing shifts. */
    void change(StoredArticle article, Instant published, Instant updated, Story story) throws SQLException {
        membership.begin();
        Map<Selection, Long> was = membership.of(article.number());
        membership.index(article.number(), story);
        Set<Selection> now = membership.selections(article.number(), story);
        boolean dated = !published.equals(article.published());
        if (dated || !was.keySet().equals(now) || !membership.isNamed(story.facets())) {
            membership.remove(article.number());
            for (Selection selection : membership.add(article.number(), published, story.facets(), now, newest, was)) {
                shift(selection, Instant.MIN);
            }
        }
        Set<Selection> all = new HashSet<>(was.keySet());
        all.addAll(now);
        for (Selection selection : all) {
            if (dated || was.containsKey(selection) != now.contains(selection)) {
                shift(selection, article.published());
                shift(selection, published);
            }
            archives.touch(selection, was.getOrDefault(selection, newest));
        }
        touch(article.path(), all, updated);
    }

    /** An article that is added or changed has this address at its origin, beside its path here. */
    void alsoAt(String address) {
        addresses.add(address);
    }

    private void shift(Selection selection, Instant published) {
        shifted.merge(selection, published, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void touch(String path, Set<Selection> selections, Instant updated) {
        paths.add(path);
        for (Selection selection : selections) {
            touched.merge(selection, updated, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    void delete(String origin, String source, StoredArticle article) throws SQLException {
        long revision = revision(article.id().value(), "deleted");
        if (article.visible()) {
            hide(article);
            Set<Selection> from =
                    hidden.getOrDefault(article.number(), Map.of()).keySet();
            departures.add(article.id(), article.path(), from, revision, now);
            departed = true;
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
        show(article.number(), article.id(), article.path(), article.published(), article.updated(), story);
    }

    /** Notes when the touched selections changed; says what changed. */
    Changes close() throws SQLException {
        ChangeTimes times = new ChangeTimes(session, site, now);
        for (Map.Entry<Selection, Instant> selection : touched.entrySet()) {
            times.note(selection.getKey(), departed ? Instant.MIN : selection.getValue());
        }
        for (Selection selection : membership.close()) {
            shift(selection, Instant.MIN);
        }
        if (departed) {
            membership.purgeWords();
        }
        histories.addAll(archives.close());
        if (!paths.isEmpty()) {
            Registry registry = new Registry(session);
            if (registry.isOutdated(site, now)) {
                shift(Selection.NEWS, Instant.MIN);
            }
            registry.advance(site, now);
        }
        return new Changes(site, newest, now, shifted, histories, paths, addresses, membership.siteChanged());
    }
}
