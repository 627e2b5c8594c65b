package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archived feeds (RFC 5005, section 4). */
class FeedArchiveTest extends FeedFixture {

    static Stream<Arguments> feeds() {
        return Stream.of(Selection.WHOLE, HARBOUR)
                .flatMap(selection -> Stream.of(RSS, ATOM, JSON).map(format -> Arguments.of(selection, format)));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void archive_leadsToEveryArticle(Selection selection, Format format) {
        publish(1, 137);

        List<String> titles = new ArrayList<>(titles(text(feed(selection, format))));
        archive(selection, format).values().forEach(page -> titles.addAll(titles(page)));

        assertThat(new TreeSet<>(titles)).hasSize(137);
    }

    @Test
    void feedThatShowsEverything_hasNoArchive() {
        publish(1, 50);

        assertThat(archive(Selection.WHOLE, ATOM)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void closedPages_stayTheSameBytes_whateverArrives(Selection selection, Format format) {
        publish(1, 120);
        Map<String, String> before = archive(selection, format);

        publish(121, 400);
        save(List.of(draft(-7, "N-7 found in a drawer", NOW.minusSeconds(90_000_000))));

        assertThat(before).isNotEmpty();
        assertThat(archive(selection, format)).containsAllEntriesOf(before);
    }

    @Test
    void lateArticle_ofAnOldDate_isWhereReadersFindIt() {
        publish(1, 120);
        Map<String, String> before = archive(Selection.WHOLE, ATOM);

        save(List.of(draft(999, "N999", NOW.minusSeconds(90_000_000))));

        Map<String, String> after = archive(Selection.WHOLE, ATOM);
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 1);
        assertThat(titles(String.join("", after.values()))).contains("N999");
    }

    @Test
    void edit_renamesItsPageAndThoseAfterIt_soThatReadersSeeIt() {
        publish(1, 200);
        Map<String, String> before = archive(Selection.WHOLE, ATOM);
        String tag = get(feed(Selection.WHOLE, ATOM)).tag().opaque();

        edit(60, "N60 corrected");

        Map<String, String> after = archive(Selection.WHOLE, ATOM);
        assertThat(get(feed(Selection.WHOLE, ATOM)).tag().opaque()).isNotEqualTo(tag);
        // Pages 1 and 2 hold N1 to N50.
        assertThat(after.keySet())
                .containsSequence(List.copyOf(before.keySet()).subList(before.size() - 2, before.size()));
        assertThat(after.keySet().stream().filter(before::containsKey)).hasSize(2);
        // The reader goes back until it meets a page that it knows.
        assertThat(after.entrySet().stream()
                        .takeWhile(page -> !before.containsKey(page.getKey()))
                        .flatMap(page -> titles(page.getValue()).stream()))
                .contains("N60 corrected")
                .doesNotContain("N60");
    }

    @Test
    void formerName_leadsToThePageAsItIs() {
        publish(1, 200);
        String former = List.copyOf(archive(Selection.WHOLE, ATOM).keySet()).get(0);
        edit(3, "N3 corrected");
        String now = List.copyOf(archive(Selection.WHOLE, ATOM).keySet()).get(0);

        Answer answer = answer(
                new Target.ArchivePage(Selection.WHOLE, ATOM, former.substring(9, former.lastIndexOf('/'))), HOST);

        assertThat(now).isNotEqualTo(former);
        assertThat(answer).isEqualTo(new Answer.Elsewhere(now));
    }

    @Test
    void deletion_takesTheArticleOutOfItsPage_andMovesNoOther() {
        publish(1, 200);
        Map<String, String> before = archive(Selection.WHOLE, RSS);

        delete(60);

        Map<String, String> after = archive(Selection.WHOLE, RSS);
        assertThat(after).hasSameSizeAs(before);
        List<List<String>> then =
                before.values().stream().map(FeedFixture::titles).toList();
        List<List<String>> now =
                after.values().stream().map(FeedFixture::titles).toList();
        for (int i = 0; i < then.size(); i++) {
            assertThat(now.get(i))
                    .isEqualTo(
                            then.get(i).stream().filter(t -> !t.equals("N60")).toList());
        }
    }

    @Test
    void pages_areMarkedAndLinked() {
        publish(1, 200);
        List<Map.Entry<String, String>> pages =
                List.copyOf(archive(HARBOUR, ATOM).entrySet());
        Map.Entry<String, String> page = pages.get(1);

        assertThat(page.getValue())
                .contains("xmlns:fh=\"http://purl.org/syndication/history/1.0\"", "<fh:archive/>")
                .contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://news.example" + page.getKey())
                .contains("rel=\"current\" type=\"application/atom+xml\""
                        + " href=\"https://news.example/sections/harbour/feed.atom\"")
                .contains("rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://news.example"
                        + pages.get(2).getKey());
        assertThat(text(feed(HARBOUR, ATOM))).doesNotContain("fh:archive", "next-archive", "\"current\"");
        assertThat(page.getValue().substring(page.getValue().indexOf("<entry>")))
                .as("RFC 5005, section 4: they are the feed's links, and no entry's")
                .doesNotContain("-archive\"", "\"current\"", "fh:");
        assertThat(previous(pages.get(pages.size() - 1).getValue())).isEmpty();
    }

    @Test
    void nextArchive_isANumber_thatLeadsOnward() {
        publish(1, 200);
        List<String> pages = List.copyOf(archive(Selection.WHOLE, ATOM).keySet());

        assertThat(text(new Target.ArchivePage(Selection.WHOLE, ATOM, name(pages.get(1)))))
                .contains("rel=\"next-archive\" type=\"application/atom+xml\"" + " href=\"https://news.example/archive/"
                        + pages.size() + "/feed.atom\"");
        assertThat(answer(new Target.ArchivePage(Selection.WHOLE, ATOM, "" + pages.size()), HOST))
                .isEqualTo(new Answer.Elsewhere(pages.get(0)));
        assertThat(answer(new Target.ArchivePage(Selection.WHOLE, ATOM, "999"), HOST))
                .isEqualTo(new Answer.Elsewhere("/feed.atom"));
    }

    static Stream<Arguments> otherSettings() {
        Syndication owned = new Syndication(
                "\u00a9 The News", Set.of(), Syndication.USUAL.smartNews(), false, Syndication.USUAL.show());
        return Stream.of(
                Arguments.of("rights", owned, List.of(HOST, MIRROR, THIRD)),
                Arguments.of("hosts, which JSON Feed names", Syndication.USUAL, List.of(HOST, MIRROR)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherSettings")
    void settingsThatPagesShow_giveThemOtherNames(String setting, Syndication syndication, List<Host> hosts) {
        // RFC 8246, section 2: what is immutable has the same bytes at its URL for ever.
        publish(1, 120);
        Map<String, String> before = archive(Selection.WHOLE, JSON);

        begin(syndication, hosts, "");

        Map<String, String> after = archive(Selection.WHOLE, JSON);
        assertThat(after)
                .hasSameSizeAs(before)
                .doesNotContainKeys(before.keySet().toArray(new String[0]));
        assertThat(answer(
                        new Target.ArchivePage(
                                Selection.WHOLE,
                                JSON,
                                name(before.keySet().iterator().next())),
                        HOST))
                .isEqualTo(new Answer.Elsewhere(after.keySet().iterator().next()));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void feed_isNeitherPagedNorSaidToBeComplete(Selection selection, Format format) {
        // RFC 5005, sections 2 and 3: of a complete feed, what is missing is deleted; pages of a paged one may shift.
        publish(1, 120);

        List<String> documents = new ArrayList<>(archive(selection, format).values());
        documents.add(text(feed(selection, format)));

        assertThat(documents)
                .hasSizeGreaterThan(2)
                .allSatisfy(document -> assertThat(document)
                        .doesNotContain(
                                "fh:complete", "rel=\"next\"", "rel=\"previous\"", "rel=\"first\"", "rel=\"last\""));
    }

    @Test
    void names_thatAreNone_areMissing() {
        publish(1, 100);

        assertThat(Stream.of("", "0", "-1", "01", "x", "1x", "99999999999", "1-")
                        .map(name -> answer(new Target.ArchivePage(Selection.WHOLE, ATOM, name), HOST)))
                .filteredOn(answer -> !(answer instanceof Answer.Missing))
                .containsExactly(new Answer.Elsewhere(
                        List.copyOf(archive(Selection.WHOLE, ATOM).keySet()).get(2)));
    }

    @Test
    void archive_isTheSame_onEveryHostAndAfterAStart() {
        publish(1, 150);
        Map<String, String> before = archive(Selection.WHOLE, JSON);
        String path = List.copyOf(before.keySet()).get(0);
        Target page = new Target.ArchivePage(Selection.WHOLE, JSON, name(path));
        Representation here = (Representation) answer(page, HOST);

        begin(Syndication.USUAL);

        assertThat(archive(Selection.WHOLE, JSON)).isEqualTo(before);
        assertThat(((Representation) answer(page, MIRROR)).tag()).isEqualTo(here.tag());
        assertThat(get(page).modified()).isEqualTo(here.modified());
    }

    @Test
    void feedThatLeadsToWhatArrivedLast_followsAnEditThere_asIfItWereMadeAnew() {
        publish(1, 15);
        Target few = new Target.FeedTarget(Selection.WHOLE, ATOM, 3);
        String before = text(few);

        edit(1, "N1, corrected");

        String after = text(few);
        assertThat(previous(after)).as("RFC 5005, section 4").isNotEmpty().isNotEqualTo(previous(before));
        cache = cacheOf(1 << 20);
        assertThat(text(few)).isEqualTo(after);
    }

    private static String name(String path) {
        return path.substring(path.indexOf("/archive/") + 9, path.lastIndexOf('/'));
    }
}
