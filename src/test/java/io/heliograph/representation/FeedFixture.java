package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.Syndication;
import io.heliograph.article.TagAuthority;
import io.heliograph.article.Theme;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Rss;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.page.Pages;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store, and a cache that makes at once what it is asked for. */
abstract class FeedFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    static final Host HOST = Host.parse("https://news.example");
    static final Host MIRROR = Host.parse("https://mirror.example");
    static final Host THIRD = Host.parse("http://third.example");
    static final Format RSS = new Rss();
    static final Format ATOM = new Atom();
    static final Format JSON = new JsonFeed();
    static final Selection HARBOUR = new Selection.InSection("harbour");

    private static final Pattern ITEM = Pattern.compile("<title>(N\\d+[^<]*)</title>|\"title\":\"(N\\d+[^\"]*)\"");
    private static final Pattern PREVIOUS =
            Pattern.compile("(?:rel=\"prev-archive\"[^>]*href=|\"next_url\":)\"https://news.example([^\"]+)\"");

    @TempDir
    Path directory;

    InstantSource clock = InstantSource.fixed(NOW.plusSeconds(1_000_000));
    ArticleStore store;
    Sites sites;
    RepresentationCache cache;
    private int saves;

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory.resolve("store")));
        store.origins("news", Set.of("folder"));
        begin(Syndication.USUAL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A gateway that knows nothing but what is in the store. */
    void begin(Syndication syndication) {
        begin(syndication, List.of(HOST, MIRROR, THIRD), "");
    }

    /** The same on other hosts, with its own pages below a prefix. */
    void begin(Syndication syndication, List<Host> hosts, String prefix) {
        Site site = new Site(
                "news", "The News", "About", "en", AUTHORITY, ZoneOffset.UTC, hosts, Theme.USUAL, syndication, prefix);
        store.choices("news", syndication.choices(), NOW);
        sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
        cache = cacheOf(64 << 20);
    }

    RepresentationCache cacheOf(long bytes) {
        Renderer renderer = new Renderer(sites, store, new Pages(), () -> clock.instant());
        return new RepresentationCache(new RepresentationSettings(bytes), renderer, Runnable::run);
    }

    /** Articles N1 to Nn, each a minute younger than the one before. */
    void publish(int from, int to) {
        List<Draft> drafts = new ArrayList<>();
        for (int n = to; n >= from; n--) {
            drafts.add(draft(n, "N" + n, NOW.plusSeconds(60L * n - 100_000)));
        }
        save(drafts);
    }

    Changes save(List<Draft> drafts) {
        Changes changes = store.save("news", AUTHORITY, "folder", drafts, NOW.plusSeconds(++saves))
                .changes();
        cache.refresh(changes);
        return changes;
    }

    Changes edit(int n, String title) {
        return save(List.of(draft(n, title, NOW.plusSeconds(60L * n - 100_000))));
    }

    Changes delete(int n) {
        Changes changes = store.delete("news", "folder", List.of("n" + n), NOW.plusSeconds(++saves));
        cache.refresh(changes);
        return changes;
    }

    static Draft draft(int n, String title, Instant published) {
        return draft(n, title, published, "Harbour", List.of());
    }

    static Draft draft(int n, String title, Instant published, String section, List<String> tags) {
        Story story = new Story(
                title,
                "",
                "<p>Body of " + title + "</p>",
                List.of(),
                section,
                tags,
                "",
                List.of(),
                List.of(),
                List.of());
        return new Draft("n" + n, "n" + n, "", "/n" + n, published, published, story);
    }

    static Target.FeedTarget feed(Selection selection, Format format) {
        return new Target.FeedTarget(selection, format);
    }

    Answer answer(Target target, Host host) {
        return cache.get(RepresentationKey.of("news", target, host, ContentCoding.IDENTITY))
                .getNow(new Answer.Missing());
    }

    Representation get(Target target) {
        assertThat(answer(target, HOST)).as(target.key()).isInstanceOf(Representation.class);
        return (Representation) answer(target, HOST);
    }

    String text(Target target) {
        return get(target).body().toString(StandardCharsets.UTF_8);
    }

    Target.FeedDelta since(Target.FeedTarget feed, EntityTag tag) {
        return Target.FeedDelta.since(feed, tag).orElseThrow();
    }

    static List<String> titles(String document) {
        return ITEM.matcher(document)
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .toList();
    }

    /** The pages of a feed's archive by their paths, as a reader finds them from the feed as it is now. */
    Map<String, String> archive(Selection selection, Format format) {
        Map<String, String> pages = new LinkedHashMap<>();
        String path = previous(text(feed(selection, format)));
        while (!path.isEmpty()) {
            assertThat(pages).doesNotContainKey(path);
            String name = path.substring(path.indexOf("/archive/") + 9, path.lastIndexOf('/'));
            assertThat(format.archivePath(selection, name)).isEqualTo(path);
            pages.put(path, text(new Target.ArchivePage(selection, format, name)));
            path = previous(pages.get(path));
        }
        return pages;
    }

    static String previous(String document) {
        Matcher matcher = PREVIOUS.matcher(document);
        return matcher.find() ? matcher.group(1) : "";
    }
}
