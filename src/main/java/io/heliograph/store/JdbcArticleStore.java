package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.Choice;
import io.heliograph.article.Deletion;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The articles in a SQL database. */
public final class JdbcArticleStore implements ArticleStore {

    private static final Pattern MEDIA_PATH = Pattern.compile("\\\\u0001(/media/[^\"\\\\]+)");

    private final Database database;
    private final Map<String, List<Choice>> choices = new ConcurrentHashMap<>();

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
        return database.write(session -> SiteTable.authority(session, site, wanted));
    }

    @Override
    public void origins(String site, Set<String> origins) {
        database.write(session -> {
            OriginTable.configure(session, site, origins);
            return true;
        });
    }

    @Override
    public void choices(String site, List<Choice> chosen, Instant now) {
        choices.put(site, List.copyOf(chosen));
        database.write(session -> {
            new Choices(session, site, now).keepUp(chosen);
            return true;
        });
    }

    private List<Choice> chosen(String site) {
        return choices.getOrDefault(site, List.of());
    }

    @Override
    public Saved save(String site, TagAuthority authority, String origin, List<Draft> drafts, Instant now) {
        return database.write(session -> {
            Ledger ledger = new Ledger(session, site, now, chosen(site));
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
            Ledger ledger = new Ledger(session, site, now, chosen(site));
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
                ledgers.computeIfAbsent(article.site(), site -> new Ledger(session, site, now, chosen(site)))
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
    public Selected select(String site, Filter filter, int offset, int limit) {
        return database.read(session -> new Shelves(session, site).select(filter, offset, limit));
    }

    @Override
    public Archive archive(String site, Selection selection) {
        return database.read(session -> new Archives(session, site).of(selection));
    }

    @Override
    public List<Article> archived(String site, Selection selection, int page) {
        return database.read(session -> new Archives(session, site).articles(selection, page));
    }

    @Override
    public List<Deletion> deletions(String site, Collection<Selection> anyOf, Instant since) {
        return database.read(session -> new Departures(session, site).since(anyOf, since));
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
        return database.read(session -> PathTable.find(session, site, path));
    }

    @Override
    public List<SitemapPart> parts(String site, int size) {
        return database.read(session -> new Registry(session).parts(site, size));
    }

    @Override
    public List<Article> part(String site, long part, int size, int offset, int limit) {
        return database.read(session -> new Registry(session).part(site, part, size, offset, limit));
    }

    @Override
    public Set<String> waiting(String site, long part, int size) {
        return database.read(session -> new Registry(session).waiting(site, part, size));
    }

    @Override
    public Selected news(String site, int limit) {
        return database.read(session -> new Selected(
                new Registry(session).news(site, limit),
                List.of(),
                new Shelves(session, site).changed(List.of(Selection.WHOLE))));
    }

    @Override
    public List<Changes> age(Instant now) {
        return database.write(session -> new Registry(session).age(now));
    }

    @Override
    public String settled(String site, String name, String wanted) {
        return database.write(session -> SiteTable.settled(session, site, name, wanted));
    }

    @Override
    public Instant updated(String site, Selection selection, int limit) {
        return database.read(session -> new Shelves(session, site).updated(selection, limit));
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
        return database.read(session -> OriginTable.find(session, site, origin)).orElse(OriginState.NEW);
    }

    @Override
    public void remember(String site, String origin, OriginState state) {
        database.write(session -> {
            OriginTable.remember(session, site, origin, state);
            return true;
        });
    }

    @Override
    public Instant modified(String site, String representation, String hash, Instant changed) {
        return remembered(site, representation, hash)
                .orElseGet(() -> database.write(
                        session -> new Instances(session, site).modified(representation, hash, changed)));
    }

    @Override
    public Instant modified(
            String site, String representation, String hash, Instant changed, Collection<Long> revisions) {
        return remembered(site, representation, hash)
                .orElseGet(() -> database.write(session -> {
                    Instances instances = new Instances(session, site);
                    Instant modified = instances.modified(representation, hash, changed);
                    instances.add(representation, hash, modified, revisions);
                    return modified;
                }));
    }

    private Optional<Instant> remembered(String site, String representation, String hash) {
        return database.read(session -> session.one(
                "select modified from representation where site = ? and key = ? and hash = ?",
                row -> Instant.ofEpochSecond(row.getLong(1)),
                site,
                representation,
                hash));
    }

    @Override
    public List<Instance> instances(String site, String representation) {
        return database.read(session -> new Instances(session, site).of(representation));
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
