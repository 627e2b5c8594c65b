package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.Syndication;
import io.heliograph.article.Theme;
import io.heliograph.feed.Flipboard;
import io.heliograph.feed.Format;
import io.heliograph.feed.Msn;
import io.heliograph.http.ContentCoding;
import io.heliograph.page.Pages;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.FacetKind;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways of one site with stores of their own, which hear of the same changes at different moments. */
class TwoNodesTest {

    private static final Instant NOW = FeedFixture.NOW;
    private static final List<Selection> SELECTIONS =
            List.of(Selection.WHOLE, FeedFixture.HARBOUR, new Selection.InTag("tide"));

    @TempDir
    Path directory;

    private Node one;
    private Node other;

    @BeforeEach
    void open() {
        one = new Node(directory.resolve("one"));
        other = new Node(directory.resolve("other"));
        one.hear(0, articles(1, 60));
        other.hear(7, articles(1, 60));
        // Both have readers.
        one.documents();
        other.documents();
    }

    @AfterEach
    void close() {
        one.store.close();
        other.store.close();
    }

    @Test
    void newArticles_heardAtDifferentMoments_areTheSameBytesAndTags() {
        one.hear(3600, articles(61, 61));
        one.hear(3700, articles(62, 63));
        other.hear(3900, articles(61, 63));

        assertThat(other.documents()).isEqualTo(one.documents());
    }

    @Test
    void editsThatSayWhen_heardAtDifferentMoments_areTheSameBytesAndTags_whateverOneNodeMissed() {
        one.hear(3600, List.of(edited(50, "N50 once edited", 3500)));
        one.hear(3700, List.of(edited(50, "N50 twice edited", 3650), edited(3, "N3 edited in the archive", 3600)));
        other.hear(3900, List.of(edited(50, "N50 twice edited", 3650), edited(3, "N3 edited in the archive", 3600)));

        assertThat(other.documents()).isEqualTo(one.documents());
    }

    @Test
    void deletion_isTheSameBytesAndTags_whereNoTimeIsTold() {
        one.delete(3600, 55);
        other.delete(4000, 55);

        assertThat(other.documents(FeedFixture.RSS)).isEqualTo(one.documents(FeedFixture.RSS));
    }

    @Test
    void storeThatHeldOtherSites_namesThePagesOfTheArchiveAlike() {
        Node third = new Node(directory.resolve("third"));
        third.store.origins("sport", Set.of("folder"));
        third.store.save("sport", FeedFixture.AUTHORITY, "folder", articles(1, 3), NOW);

        third.hear(9000, articles(1, 60));

        assertThat(third.documents()).isEqualTo(one.documents());
        third.store.close();
    }

    @Test
    void sections_standInOneOrder_whicheverCameFirst() {
        Draft old = FeedFixture.draft(200, "N200", NOW.minusSeconds(200_000), "Tides", List.of());
        Draft young = FeedFixture.draft(201, "N201", NOW.minusSeconds(10), "Weather", List.of());
        one.hear(3600, List.of(young));
        one.hear(3700, List.of(old));
        other.hear(3800, List.of(young, old));

        assertThat(other.sections()).isEqualTo(one.sections());
        assertThat(other.files()).isEqualTo(one.files());
    }

    @Test
    void section_isCalledAsItsNewestArticleCallsIt_alsoWhenOneIsGone() {
        Draft shouting = FeedFixture.draft(200, "N200", NOW.minusSeconds(10), "HARBOUR", List.of());
        one.hear(3600, List.of(shouting));
        one.delete(3700, 200);

        assertThat(one.sections()).isEqualTo(other.sections());
        assertThat(one.documents(FeedFixture.RSS)).isEqualTo(other.documents(FeedFixture.RSS));
    }

    private static List<Draft> articles(int from, int to) {
        List<Draft> drafts = new ArrayList<>();
        for (int n = to; n >= from; n--) {
            drafts.add(FeedFixture.draft(
                    n,
                    "N" + n,
                    published(n),
                    n % 3 == 0 ? "Chess" : "Harbour",
                    n % 2 == 0 ? List.of("Tide") : List.of()));
        }
        return drafts;
    }

    private static Instant published(int n) {
        return NOW.plusSeconds(60L * n - 100_000);
    }

    /** An article that says that it changed some seconds after now. */
    private static Draft edited(int n, String title, long after) {
        Draft draft = FeedFixture.draft(
                n, title, published(n), n % 3 == 0 ? "Chess" : "Harbour", n % 2 == 0 ? List.of("Tide") : List.of());
        Story story = draft.story();
        return new Draft(draft.source(), draft.source(), "", draft.path(), published(n), NOW.plusSeconds(after), story);
    }

    /** A gateway. */
    private static final class Node {
        private final ArticleStore store;
        private final RepresentationCache cache;
        private Instant clock = NOW;

        Node(Path directory) {
            store = JdbcArticleStore.open(new StoreSettings(directory));
            store.origins("news", Set.of("folder"));
            Syndication syndication = new Syndication(
                    "",
                    Set.of(Syndication.Partner.MSN, Syndication.Partner.FLIPBOARD),
                    Syndication.USUAL.smartNews(),
                    false,
                    Syndication.USUAL.show());
            Site site = new Site(
                    "news",
                    "The News",
                    "About",
                    "en",
                    FeedFixture.AUTHORITY,
                    ZoneOffset.UTC,
                    List.of(FeedFixture.HOST, FeedFixture.MIRROR),
                    Theme.USUAL,
                    syndication,
                    "");
            Sites sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
            Renderer renderer = new Renderer(sites, store, new Pages(), () -> clock);
            cache = new RepresentationCache(new RepresentationSettings(64 << 20), renderer, Runnable::run);
        }

        void hear(long after, List<Draft> drafts) {
            clock = NOW.plusSeconds(after);
            cache.refresh(store.save("news", FeedFixture.AUTHORITY, "folder", drafts, clock)
                    .changes());
        }

        void delete(long after, int n) {
            clock = NOW.plusSeconds(after);
            cache.refresh(store.delete("news", "folder", List.of("n" + n), clock));
        }

        List<Facet> sections() {
            return store.facets("news", FacetKind.SECTION);
        }

        /** All feeds and the pages of their archives, with their tags. */
        Map<String, String> documents() {
            return documents(FeedFixture.RSS, FeedFixture.ATOM, FeedFixture.JSON, new Msn(), new Flipboard());
        }

        Map<String, String> documents(Format... formats) {
            Map<String, String> documents = new LinkedHashMap<>();
            for (Format format : formats) {
                for (Selection selection : SELECTIONS) {
                    Target target = new Target.FeedTarget(selection, format);
                    String path = format.path(selection);
                    while (!path.isEmpty()) {
                        documents.put(path, text(target));
                        path = FeedFixture.previous(documents.get(path));
                        String name = path.isEmpty()
                                ? ""
                                : path.substring(path.indexOf("/archive/") + 9, path.lastIndexOf('/'));
                        target = new Target.ArchivePage(selection, format, name);
                    }
                }
            }
            return documents;
        }

        Map<String, String> files() {
            Map<String, String> files = new LinkedHashMap<>();
            Stream.of(
                            "feeds.opml",
                            "sitemap.xml",
                            "sitemap-pages.xml",
                            "sitemap-1.xml",
                            "news-sitemap.xml",
                            "robots.txt")
                    .forEach(name -> files.put(name, text(new Target.SiteFile(name))));
            return files;
        }

        private String text(Target target) {
            Answer answer = cache.get(RepresentationKey.of("news", target, FeedFixture.HOST, ContentCoding.IDENTITY))
                    .getNow(new Answer.Missing());
            return answer instanceof Representation representation
                    ? representation.tag() + "\n" + representation.body().toString(StandardCharsets.UTF_8)
                    : answer.toString();
        }
    }
}
