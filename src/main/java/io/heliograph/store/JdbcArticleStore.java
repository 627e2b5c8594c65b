package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.TagAuthority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The articles in a SQL database. */
public final class JdbcArticleStore implements ArticleStore {

    private static final Pattern MEDIA_PATH = Pattern.compile("\\\\u0001(/media/[^\"\\\\]+)");

    private final Database database;

    private JdbcArticleStore(Database database) {
        this.database = database;
    }

    /**
     * Opens the embedded store, and makes it if it is not there.
     *
     * @throws StoreFailure if it cannot be written, is damaged, or another gateway has it
     */
    public static ArticleStore open(StoreSettings settings) {
        Database database = new Database(SqliteEngine.in(settings.directory()));
        database.write(Derived::keepUp);
        return new JdbcArticleStore(database);
    }

    @Override
    public TagAuthority authority(String site, TagAuthority wanted) {
        return database.write(session -> {
            session.update(
                    "insert into site (id, authority) values (?, ?) on conflict (id) do nothing",
                    site,
                    wanted.toString());
            return session.one("select authority from site where id = ?", row -> row.getString(1), site)
                    .map(TagAuthority::parse)
                    .orElse(wanted);
        });
    }

    @Override
    public void origins(String site, Set<String> origins) {
        database.write(session -> {
            session.update("update origin set configured = 0 where site = ?", site);
            for (String origin : origins) {
                session.update(
                        "insert into origin (site, key) values (?, ?)"
                                + " on conflict (site, key) do update set configured = 1",
                        site,
                        origin);
            }
            return true;
        });
    }

    @Override
    public Saved save(String site, TagAuthority authority, String origin, List<Draft> drafts, Instant now) {
        return database.write(session -> {
            Ledger ledger = new Ledger(session, site, now);
            DraftSaver saver = new DraftSaver(session, ledger, authority, origin);
            // The oldest first, so that of two with one date the newer gets the higher number.
            for (int i = drafts.size() - 1; i >= 0; i--) {
                saver.save(drafts.get(i), i);
            }
            return saver.result(ledger.close());
        });
    }

    @Override
    public Changes delete(String site, String origin, Collection<String> sources, Instant now) {
        return database.write(session -> {
            Ledger ledger = new Ledger(session, site, now);
            for (String source : sources) {
                Optional<StoredArticle> stored = StoredArticle.bySource(session, site, origin, source);
                if (stored.isPresent()) {
                    ledger.delete(origin, source, stored.get());
                }
            }
            return ledger.close();
        });
    }

    @Override
    public List<Changes> release(Instant now) {
        return database.write(session -> {
            Map<String, Ledger> ledgers = new TreeMap<>();
            List<StoredArticle> due = session.all(
                    StoredArticle.COLUMNS + "where visible = 0 and published <= ? order by published, number",
                    StoredArticle::read,
                    now.getEpochSecond());
            for (StoredArticle article : due) {
                ledgers.computeIfAbsent(article.site(), site -> new Ledger(session, site, now))
                        .release(article);
            }
            List<Changes> changes = new ArrayList<>();
            for (Ledger ledger : ledgers.values()) {
                changes.add(ledger.close());
            }
            return changes;
        });
    }

    @Override
    public Optional<Instant> nextRelease() {
        return database.read(session -> session
                .all(
                        "select published from article where visible = 0 order by published limit 1",
                        row -> Instant.ofEpochSecond(row.getLong(1)))
                .stream()
                .findFirst());
    }

    @Override
    public Set<String> sources(String site, String origin) {
        return new HashSet<>(database.read(session -> session.all(
                "select source from article where site = ? and origin = ?", row -> row.getString(1), site, origin)));
    }

    @Override
    public Selected select(String site, Collection<Selection> anyOf, int offset, int limit) {
        return database.read(session -> {
            Shelves shelves = new Shelves(session, site);
            return new Selected(shelves.select(anyOf, offset, limit), shelves.changed(anyOf));
        });
    }

    @Override
    public int count(String site, Collection<Selection> anyOf) {
        return database.read(session -> new Shelves(session, site).count(anyOf));
    }

    @Override
    public Optional<String> name(String site, Selection selection) {
        return database.read(session -> new Shelves(session, site).name(selection));
    }

    @Override
    public List<Facet> facets(String site, FacetKind kind) {
        return database.read(session -> new Shelves(session, site).facets(kind.path()));
    }

    @Override
    public List<Article> related(String site, Article article, int limit) {
        return database.read(session -> new Shelves(session, site).related(article, limit));
    }

    @Override
    public Found search(String site, Words words, int offset, int limit) {
        return database.read(session -> new Shelves(session, site).search(words, offset, limit));
    }

    @Override
    public Lookup find(String site, String path) {
        return database.read(session -> {
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
            if (id.isEmpty()) {
                return new Lookup.Missing();
            }
            Optional<Lookup> moved = session.one(
                    "select path from article where site = ? and id = ? and visible = 1",
                    row -> new Lookup.Moved(row.getString(1)),
                    site,
                    id.get());
            if (moved.isPresent()) {
                return moved.get();
            }
            return session.one(
                            "select 1 from tombstone where site = ? and id = ?",
                            row -> (Lookup) new Lookup.Gone(),
                            site,
                            id.get())
                    .orElse(new Lookup.Missing());
        });
    }

    @Override
    public Optional<Instant> newest(String site) {
        return database.read(session -> session.one(
                "select published from article where site = ? and visible = 1"
                        + " order by published desc, number desc limit 1",
                row -> Instant.ofEpochSecond(row.getLong(1)),
                site));
    }

    @Override
    public OriginState origin(String site, String origin) {
        return database.read(session -> session.one(
                        "select title, description, language, etag, last_modified, failures, last_success, next_poll"
                                + " from origin where site = ? and key = ?",
                        row -> new OriginState(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                Instant.ofEpochSecond(row.getLong(7)),
                                Instant.ofEpochSecond(row.getLong(8))),
                        site,
                        origin)
                .orElse(OriginState.NEW));
    }

    @Override
    public void remember(String site, String origin, OriginState state) {
        database.write(session -> session.update(
                "insert into origin (site, key, title, description, language, etag, last_modified, failures,"
                        + " last_success, next_poll) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (site, key) do update set title = excluded.title,"
                        + " description = excluded.description, language = excluded.language, etag = excluded.etag,"
                        + " last_modified = excluded.last_modified, failures = excluded.failures,"
                        + " last_success = excluded.last_success, next_poll = excluded.next_poll",
                site,
                origin,
                state.title(),
                state.description(),
                state.language(),
                state.etag(),
                state.lastModified(),
                state.failures(),
                state.lastSuccess().getEpochSecond(),
                state.nextPoll().getEpochSecond()));
    }

    @Override
    public Instant modified(String site, String representation, String hash, Instant changed) {
        Optional<Instant> same = database.read(session -> session.one(
                "select modified from representation where site = ? and key = ? and hash = ?",
                row -> Instant.ofEpochSecond(row.getLong(1)),
                site,
                representation,
                hash));
        return same.orElseGet(() -> database.write(session -> session.one(
                        "insert into representation (site, key, hash, modified) values (?, ?, ?, ?)"
                                + " on conflict (site, key) do update set hash = excluded.hash, modified ="
                                + " case when excluded.modified > representation.modified then excluded.modified"
                                + " else representation.modified + 1 end returning modified",
                        row -> Instant.ofEpochSecond(row.getLong(1)),
                        site,
                        representation,
                        hash,
                        changed.getEpochSecond())
                .orElse(changed)));
    }

    @Override
    public Set<String> mediaPaths(String site) {
        Set<String> paths = new HashSet<>();
        for (String document : database.read(
                session -> session.all("select document from article where site = ?", row -> row.getString(1), site))) {
            for (Matcher m = MEDIA_PATH.matcher(document); m.find(); ) {
                paths.add(m.group(1));
            }
        }
        return paths;
    }

    @Override
    public void close() {
        database.close();
    }
}
