package io.heliograph.store;

import io.heliograph.article.Address;
import io.heliograph.article.ArticleId;
import io.heliograph.article.Draft;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.PlainText;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Saves the drafts of one origin in one transaction: finds out whether each is new, changed or known, and gives the new
 * their ids and paths.
 */
final class DraftSaver {

    private final Session session;
    private final Ledger ledger;
    private final TagAuthority authority;
    private final String origin;
    private int added;
    private int updated;
    private int unchanged;
    private int duplicates;

    DraftSaver(Session session, Ledger ledger, TagAuthority authority, String origin) {
        this.session = session;
        this.ledger = ledger;
        this.authority = authority;
        this.origin = origin;
    }

    Saved result(Changes changes) {
        return new Saved(changes, added, updated, unchanged, duplicates);
    }

    /**
     * Saves one draft.
     *
     * @param position how many newer ones its origin lists before it; orders those that have no date
     */
    void save(Draft draft, int position) throws SQLException {
        Optional<StoredArticle> known = known(draft.source());
        if (known.isPresent()) {
            update(draft, known.get());
            return;
        }
        ArticleId id = draft.id(authority);
        Optional<Tombstone> grave = Tombstone.bySource(session, ledger.site(), origin, draft.source());
        if (grave.isEmpty()) {
            Optional<Tombstone> buried = Tombstone.byId(session, ledger.site(), id.value());
            if (buried.isPresent()
                    && (draft.isGlobal(authority) || !isConfigured(buried.get().origin()))) {
                grave = buried;
            }
        }
        if (grave.isPresent()) {
            grave.get().remove(session, ledger.site());
            add(draft, grave.get().id(), grave.get().path(), position);
            return;
        }
        Optional<StoredArticle> other = StoredArticle.byId(session, ledger.site(), id.value());
        if (other.isPresent() && !isConfigured(other.get().origin())) {
            takeOver(draft, other.get());
        } else if (other.isPresent() && draft.isGlobal(authority)) {
            duplicates++;
        } else if (other.isPresent()
                || Tombstone.byId(session, ledger.site(), id.value()).isPresent()) {
            // Two origins mean different articles by the same word, such as "1".
            add(draft, ArticleId.minted(origin + '\n' + draft.source(), authority), "", position);
        } else {
            add(draft, id, "", position);
        }
    }

    /**
     * The article of this origin that a draft is about. An id that is a URL is the same whether it says http or https:
     * sites that move to https change every id of theirs, and readers would see every article again.
     */
    private Optional<StoredArticle> known(String source) throws SQLException {
        Optional<StoredArticle> exact = StoredArticle.bySource(session, ledger.site(), origin, source);
        if (exact.isPresent() || !source.startsWith("http")) {
            return exact;
        }
        String twin = source.startsWith("https://")
                ? "http://" + source.substring(8)
                : source.startsWith("http://") ? "https://" + source.substring(7) : source;
        return StoredArticle.bySource(session, ledger.site(), origin, twin);
    }

    /**
     * Adds an article.
     *
     * @param formerPath where it lived before it was deleted; empty if it is new
     */
    private void add(Draft draft, ArticleId id, String formerPath, int position) throws SQLException {
        Instant now = ledger.now();
        boolean returns = !formerPath.isEmpty();
        Instant published = draft.published().equals(Draft.UNDATED) ? now.minusSeconds(position) : draft.published();
        boolean visible = !published.isAfter(now);
        Instant changed = isDated(draft, visible ? now : published) ? draft.updated() : published;
        if (returns && changed.isBefore(now)) {
            // To be newer than what said that it was gone (RFC 6721, section 3).
            changed = now;
        }
        String path = path(draft, id, formerPath);
        long number = session.one(
                        "insert into article (site, origin, source, id, iri, token, path, published, updated, visible,"
                                + " gone, revision, hash, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " returning number",
                        row -> row.getLong(1),
                        ledger.site(),
                        origin,
                        draft.source(),
                        id.value(),
                        id.iri(),
                        id.token(),
                        path,
                        published.getEpochSecond(),
                        changed.getEpochSecond(),
                        visible ? 1 : 0,
                        returns ? 1 : 0,
                        ledger.revision(id.value(), "added"),
                        hash(draft),
                        document(draft))
                .orElseThrow();
        if (visible) {
            ledger.show(number, id, path, published, changed, draft.story());
        }
        added++;
    }

    private void update(Draft draft, StoredArticle stored) throws SQLException {
        String hash = hash(draft);
        if (hash.equals(stored.hash())) {
            unchanged++;
            return;
        }
        Instant now = ledger.now();
        Instant published = draft.published().equals(Draft.UNDATED) ? stored.published() : draft.published();
        boolean visible = !published.isAfter(now);
        Instant changed = isDated(draft, visible ? now : published)
                ? draft.updated()
                : saysTheSame(draft.story(), stored) ? stored.updated() : now;
        if (changed.isBefore(stored.updated()) && !changed.isAfter(deleted(stored.id()))) {
            changed = stored.updated();
        }
        String path = path(draft, stored.id(), stored.path());
        session.update(
                "update article set path = ?, published = ?, updated = ?, visible = ?, revision = ?, hash = ?,"
                        + " document = ? where number = ?",
                path,
                published.getEpochSecond(),
                changed.getEpochSecond(),
                visible ? 1 : 0,
                ledger.revision(stored.id().value(), "updated"),
                hash,
                document(draft),
                stored.number());
        if (visible && stored.visible() && path.equals(stored.path())) {
            ledger.change(stored, published, changed, draft.story());
        } else {
            if (stored.visible()) {
                ledger.hide(stored);
            }
            if (visible) {
                ledger.show(stored.number(), stored.id(), path, published, changed, draft.story());
            }
        }
        updated++;
    }

    /** Whether a draft says when it changed. A time to come says nothing of that, and readers would be told of it for years. */
    private static boolean isDated(Draft draft, Instant latest) {
        return !draft.updated().equals(Draft.UNDATED) && !draft.updated().isAfter(latest);
    }

    /**
     * When an article that came back was last deleted; {@link Instant#EPOCH} if it never was. To readers who were told of that
     * an entry from before is one that is gone (RFC 6721, section 3).
     */
    private Instant deleted(ArticleId id) throws SQLException {
        return session.one(
                        "select coalesce(max(at), 0) from revision where site = ? and id = ? and kind = 'deleted'",
                        row -> Instant.ofEpochSecond(row.getLong(1)),
                        ledger.site(),
                        id.value())
                .orElse(Instant.EPOCH);
    }

    /** Whether an article's words are what they were: pictures that come later are no news to readers who have read it. */
    private boolean saysTheSame(Story story, StoredArticle stored) throws SQLException {
        Story before = session.one(
                        "select document from article where number = ?",
                        row -> StoryDocument.read(row.getString(1)).story(),
                        stored.number())
                .orElseThrow();
        return story.title().equals(before.title())
                && story.summary().equals(before.summary())
                && words(story).equals(words(before));
    }

    private static String words(Story story) {
        return PlainText.of(story.html(), Integer.MAX_VALUE - 16);
    }

    /** An article whose origin is configured no more becomes this origin's: the feed has moved. */
    private void takeOver(Draft draft, StoredArticle stored) throws SQLException {
        session.update(
                "update article set origin = ?, source = ? where number = ?", origin, draft.source(), stored.number());
        update(draft, stored);
    }

    /** The path the draft wants, if no other article lives there; else the one it had; else one of our making. */
    private String path(Draft draft, ArticleId id, String former) throws SQLException {
        String path = isFree(draft.path(), id) ? draft.path() : isFree(former, id) ? former : draft.ownPath(id);
        session.update(
                "insert into path (site, path, id) values (?, ?, ?)"
                        + " on conflict (site, path) do update set id = excluded.id",
                ledger.site(),
                path,
                id.value());
        alias(Address.of(draft.link()), path, id);
        return path;
    }

    /** What an article cannot have for its own path leads to it all the same, where nobody else ever lived. */
    private void alias(String address, String path, ArticleId id) throws SQLException {
        if (address.isEmpty() || address.equals(path)) {
            return;
        }
        session.update(
                "insert into path (site, path, id) values (?, ?, ?) on conflict (site, path) do nothing",
                ledger.site(),
                address,
                id.value());
        ledger.alsoAt(address);
    }

    private boolean isFree(String path, ArticleId id) throws SQLException {
        return !path.isEmpty()
                && session.one(
                                "select 1 from article where site = ? and path = ? and id <> ?",
                                row -> true,
                                ledger.site(),
                                path,
                                id.value())
                        .isEmpty();
    }

    private boolean isConfigured(String key) throws SQLException {
        return session.one(
                        "select 1 from origin where site = ? and key = ? and configured = 1",
                        row -> true,
                        ledger.site(),
                        key)
                .isPresent();
    }

    private static String document(Draft draft) {
        return new StoryDocument(draft.link(), draft.story()).write();
    }

    private static String hash(Draft draft) {
        return Fingerprint.of(
                draft.path()
                        + '\n'
                        + draft.published()
                        + '\n'
                        + draft.updated()
                        + '\n'
                        + new StoryDocument(draft.link(), draft.story()).gist(),
                51);
    }
}
