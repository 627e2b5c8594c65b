package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Draft;
import io.heliograph.article.Image;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Format;
import io.heliograph.http.ContentCoding;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time alone moves no byte and no validator of any document, but for what is no longer news. */
class TimePassesTest extends FeedFixture {

    private static final Target NEWS_SITEMAP = new Target.SiteFile("news-sitemap.xml");
    private static final Choice FEW = new Choice("few", "Few", "", Criteria.NONE, Criteria.NONE);

    @Test
    void documents_staySame_throughADayAndItsRestarts_butNewsGrowsOld() {
        // Given
        store.authority("news", AUTHORITY);
        begin(new Syndication(List.of(FEW), 250_000));
        publish(1, 70);
        delete(60);
        edit(3, "N3, corrected");
        passes(Duration.ofHours(1));
        Map<String, String> before = documents();
        String news = text(NEWS_SITEMAP);

        // When
        for (int hours = 7; hours <= 25; hours += 6) {
            passes(Duration.ofHours(hours));
            cache = cacheOf(64 << 20);
            String after = " after " + hours + " hours";
            documents()
                    .forEach((key, document) ->
                            assertThat(document).as(key + after).isEqualTo(before.get(key)));
        }

        // Then
        assertThat(before).hasSizeGreaterThan(60);
        assertThat(news).contains("<loc>https://news.example/n1<", "<loc>https://news.example/n70<");
        assertThat(text(NEWS_SITEMAP)).doesNotContain("/n1<", "/n2<");
    }

    @Test
    void documentsOfASiteWithoutArticles_areAsOldAsTheFirstOfThem() {
        List<Target> targets = Stream.of(RSS, ATOM, JSON)
                .flatMap(format -> Stream.<Target>of(
                        new Target.FeedTarget(Selection.WHOLE, format),
                        new Target.FeedTarget(Selection.WHOLE, format, 7),
                        new Target.FeedTarget(new Selection.Search("tide"), format),
                        new Target.SearchPage("tide", 1),
                        new Target.MissingPage("tide")))
                .toList();
        Map<String, String> before = documents(targets.stream());

        passes(Duration.ofDays(20));
        cache = cacheOf(64 << 20);

        assertThat(documents(targets.stream())).isEqualTo(before);
    }

    /** Pictures come later than their articles, and none of it is new to a reader. */
    @Test
    void storesFilledFromOneOriginAtDifferentMoments_giveTheSame() {
        Map<String, String> one = filled("one", NOW.plus(Duration.ofMinutes(3)));
        Map<String, String> other = filled("other", NOW.plus(Duration.ofHours(5)));

        assertThat(one).hasSizeGreaterThan(60);
        one.forEach((key, document) -> assertThat(other.get(key)).as(key).isEqualTo(document));
    }

    /** What was given before the store was filled was given with a time, and that only goes forward. */
    @Test
    void firstFilling_isNewerThanWhatWasGivenBefore() {
        Target few = new Target.FeedTarget(Selection.WHOLE, RSS, 7);
        for (Target asked : List.of(few, feed(Selection.WHOLE, RSS), new Target.FrontPage())) {
            another("before " + asked.key());
            clock = InstantSource.fixed(NOW);
            CharSequence before = get(asked).modifiedField();

            clock = InstantSource.fixed(NOW.plusSeconds(9));
            store.save("news", AUTHORITY, "folder", List.of(draft(1, "N1", NOW.minusSeconds(900))), clock.instant());
            cache = cacheOf(64 << 20);

            assertThat(get(asked).modified().getEpochSecond())
                    .as(asked.key() + " after " + before)
                    .isEqualTo(NOW.plusSeconds(9).getEpochSecond());
        }
    }

    @Test
    void laterArrival_movesTheTime_howeverOldItIs() {
        for (Target asked : List.of(feed(Selection.WHOLE, ATOM), new Target.FeedTarget(Selection.WHOLE, ATOM, 7))) {
            another("after " + asked.key());
            clock = InstantSource.fixed(NOW.plusSeconds(5));
            store.save("news", AUTHORITY, "folder", List.of(draft(1, "N1", NOW.minusSeconds(900))), clock.instant());
            assertThat(get(asked).modified()).isEqualTo(NOW.minusSeconds(900));

            clock = InstantSource.fixed(NOW.plusSeconds(9));
            cache.refresh(store.save(
                            "news",
                            AUTHORITY,
                            "folder",
                            List.of(draft(2, "N2", NOW.minusSeconds(950))),
                            clock.instant())
                    .changes());

            assertThat(get(asked).modified()).as(asked.key()).isEqualTo(NOW.plusSeconds(9));
        }
    }

    /** All documents of a store that took everything in from one moment on, in several transactions, and was asked then. */
    private Map<String, String> filled(String name, Instant from) {
        another(name);
        clock = InstantSource.fixed(from.plusSeconds(60));
        List<Draft> drafts = IntStream.rangeClosed(1, 70)
                .mapToObj(n -> draft(n, "N" + n, NOW.minusSeconds(100_000 - 60L * n)))
                .toList();
        store.save("news", AUTHORITY, "folder", drafts.subList(35, 70), from);
        store.save("news", AUTHORITY, "folder", drafts.subList(0, 35), from.plusSeconds(1));
        Draft first = drafts.get(0);
        Image picture = SampleArticle.picture("/media/a.jpg");
        store.save(
                "news",
                AUTHORITY,
                "folder",
                List.of(first.telling(first.story().illustrated(first.story().html(), List.of(picture)))),
                from.plusSeconds(2));
        Map<String, String> documents = documents();
        // Their tags are of their bytes alone, and they are as old as their first rendering.
        documents
                .keySet()
                .removeIf(key -> Stream.of(new Target.MirrorsPage(), new Target.MissingPage(""))
                        .anyMatch(page -> page.key().equals(key)));
        return documents;
    }

    /** From now on there is another gateway, of a store with nothing in it. */
    private void another(String name) {
        store.close();
        store = JdbcArticleStore.open(new StoreSettings(directory.resolve(name)));
        store.origins("news", Set.of("folder"));
        store.authority("news", AUTHORITY);
        begin(new Syndication(List.of(FEW), 250_000));
    }

    /** What the gateway does when a timer rings at a time after {@link #NOW}. */
    private void passes(Duration since) {
        clock = InstantSource.fixed(NOW.plus(since));
        store.release(clock.instant()).forEach(cache::refresh);
        store.age(clock.instant()).forEach(changes -> {
            assertThat(changes.selections()).containsOnlyKeys(Selection.NEWS);
            cache.refresh(changes);
        });
    }

    private Map<String, String> documents() {
        Map<String, String> documents = documents(targets());
        for (Format format : List.of(RSS, ATOM, JSON)) {
            documents.putAll(archive(HARBOUR, format));
        }
        return documents;
    }

    /** Every document with its validators, in two codings. */
    private Map<String, String> documents(Stream<Target> targets) {
        Map<String, String> documents = new LinkedHashMap<>();
        targets.forEach(target -> {
            Representation plain = get(target);
            Representation coded =
                    (Representation) cache.get(RepresentationKey.of("news", target, MIRROR, ContentCoding.GZIP))
                            .getNow(new Answer.Missing());
            documents.put(
                    target.key(),
                    String.join(
                            "\n",
                            plain.tagField(),
                            plain.modifiedField(),
                            coded.tagField(),
                            coded.modifiedField(),
                            plain.body().toString(StandardCharsets.UTF_8)));
        });
        return documents;
    }

    private static Stream<Target> targets() {
        List<Extent> extents = List.of(
                Extent.of(50),
                Extent.of(7),
                new Extent(50, NOW.minusSeconds(97_000), false),
                new Extent(200, NOW.plusSeconds(60), true));
        Set<Selection> selections =
                Set.of(Selection.WHOLE, HARBOUR, new Selection.Chosen("few"), new Selection.Search("corrected"));
        Stream<Target> feeds = selections.stream()
                .flatMap(selection -> Stream.of(RSS, ATOM, JSON)
                        .flatMap(format ->
                                extents.stream().map(extent -> new Target.FeedTarget(selection, format, extent))));
        Stream<Target> pages = Stream.of(
                new Target.FrontPage(),
                new Target.ListingPage(HARBOUR, 1),
                new Target.ListingPage(HARBOUR, 2),
                new Target.SearchPage("corrected", 1),
                new Target.ArticlePage("/n3"),
                new Target.ArticlePage("/n70"),
                new Target.FeedPreview(new Target.FeedTarget(HARBOUR, RSS)),
                new Target.FeedsPage(),
                new Target.MirrorsPage(),
                new Target.MissingPage(""));
        Stream<Target> files = Stream.of("sitemap.xml", "sitemap-1.xml", "robots.txt", "feeds.opml")
                .map(Target.SiteFile::new);
        return Stream.of(feeds, pages, files).flatMap(targets -> targets);
    }
}
