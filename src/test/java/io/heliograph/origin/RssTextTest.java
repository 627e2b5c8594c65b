package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.read;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of RSS, which are escaped once, twice or not at all, and documents that break the rules of XML. */
class RssTextTest {

    /* ---------------- Texts ---------------- */

    @Test
    void description_isTheBody_whereThereIsNoContent() throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><description>&lt;p&gt;All of it&lt;/p&gt;</description>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>All of it</p>");
        assertThat(draft.story().summary()).isEmpty();
    }

    @Test
    void description_thatRepeatsTheContent_isNoSummary() throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><description>All of it</description>"
                + "<content:encoded>&lt;p&gt;All of it&lt;/p&gt;</content:encoded>"));

        // Then
        assertThat(draft.story().summary()).isEmpty();
        assertThat(draft.story().html()).isEqualTo("<p>All of it</p>");
    }

    @Test
    void content_thatIsEmpty_leavesTheDescription() throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><description>Some</description><content:encoded> </content:encoded>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>Some</p>");
    }

    @Test
    void content_beforeTheDescription_isTheBodyStill() throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>"
                + "<description>Short</description>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>Long</p>");
        assertThat(draft.story().summary()).isEqualTo("Short");
    }

    /** RSS 0.91 calls all descriptions text, and feeds of that age have HTML in them all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&lt;img src='https://origin.example/i.jpg' alt='A boat'&gt;|''",
                "&lt;p align='left'&gt;Words and &lt;img src='https://origin.example/i.jpg'&gt;|Words and",
                "The &lt;b&gt; element, and a &lt; b|The <b> element, and a < b"
            })
    void descriptionOfRss091_isHtmlWhereATagTells(String description, String words) throws OriginFailure {
        String feed = rss("<link>https://origin.example/1</link><description>" + description + "</description>");

        Draft draft = entry(feed.replaceFirst("version=([\"'])2.0", "version=$10.91"));

        assertThat(Cleaner.words(draft.story().html())).isEqualTo(words);
        assertThat(draft.story().title()).doesNotContain("src=");
    }

    @Test
    void plainText_getsTheParagraphsOfItsLines() throws OriginFailure {
        assertThat(entry(rss("<title>T</title><description>One\ntwo\n\nthree</description>"))
                        .story()
                        .html())
                .isEqualTo("<p>One<br>two</p><p>three</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fish &amp; chips|Fish & chips",
                "Fish &amp;amp; chips|Fish & chips",
                "&lt;b&gt;Bold&lt;/b&gt; words|Bold words",
                "<![CDATA[<i>Leaning</i>]]>|Leaning",
                "<![CDATA[1 < 2]]>|1 < 2",
                "&lt;T&gt; in Java|<T> in Java",
                "Caf&amp;eacute;|Caf\u00e9",
            })
    void title_isPlain_howeverItIsEscaped(String title, String plain) throws OriginFailure {
        assertThat(entry(rss("<title>" + title + "</title>")).story().title()).isEqualTo(plain);
    }

    @Test
    void item_withoutTitle_isNamedByItsText() throws OriginFailure {
        assertThat(entry(rss("<description>&lt;p&gt;The first words.&lt;/p&gt;</description>"))
                        .story()
                        .title())
                .isEqualTo("The first words.");
    }

    @Test
    void item_thatSaysNothing_isLeftOutAndNoted() throws OriginFailure {
        // When
        ParsedFeed feed = read(rss("<title> </title><guid isPermaLink='false'>1</guid>", "<title>Two</title>"));

        // Then
        assertThat(feed.drafts()).extracting(d -> d.story().title()).containsExactly("Two");
        assertThat(feed.problems()).extracting(EntryProblem::reason).containsExactly(EntryProblem.Reason.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@origin.example (Ann Vale), Ann Vale",
        "Ann Vale <ann@origin.example>, Ann Vale",
        "Ann Vale, Ann Vale",
        "<![CDATA[Ann Vale]]>, Ann Vale",
    })
    void author_isAName_withoutTheAddress(String author, String name) throws OriginFailure {
        String escaped = author.startsWith("<!") ? author : author.replace("<", "&lt;");
        assertThat(entry(rss("<title>T</title><author>" + escaped + "</author>"))
                        .story()
                        .authors())
                .containsExactly(new Author(name, ""));
    }

    @Test
    void author_whoIsAnAddressAlone_isNobody() throws OriginFailure {
        assertThat(entry(rss("<title>T</title><author>ann@origin.example</author>"))
                        .story()
                        .authors())
                .isEmpty();
    }

    /* ---------------- Repair ---------------- */

    @Test
    void undeclaredEntities_areRead_asBrowsersDo() throws OriginFailure {
        // When
        ParsedFeed feed = read(rss("<title>Caf&eacute;&nbsp;&mdash; new</title>"));

        // Then
        assertThat(feed.drafts().get(0).story().title()).isEqualTo("Caf\u00e9 \u2014 new");
        assertThat(feed.problems()).extracting(EntryProblem::reason).containsExactly(EntryProblem.Reason.REPAIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Fish & chips</title>",
                "<title>Fish &amp chips</title>",
                "<title>Fish &amp; chips</title><description>a \u0008 b</description>",
                "<title>Fish &amp; chips</title><foo:bar>x</foo:bar>",
                "<title>Fish &amp; chips</title><description><p>open</description>",
                "<title>Fish &amp; chips</title><enclosure url=unquoted.mp3 />",
            })
    void whatIsNotWellFormed_isRepaired_andNoted(String item) throws OriginFailure {
        // When
        ParsedFeed feed = read(rss(item, "<title>Second</title>"));

        // Then
        assertThat(feed.drafts()).extracting(d -> d.story().title()).containsExactly("Fish & chips", "Second");
        assertThat(feed.problems()).extracting(EntryProblem::reason).contains(EntryProblem.Reason.REPAIRED);
    }

    @Test
    void documentThatIsCutOff_givesWhatIsWhole() throws OriginFailure {
        // Given
        String whole = rss("<title>One</title>", "<title>Two</title>");

        // When
        List<Draft> drafts = read(whole.substring(0, whole.indexOf("Two") + 2)).drafts();

        // Then
        assertThat(drafts).extracting(d -> d.story().title()).contains("One");
    }

    @Test
    void itemsBesideTheChannel_areFound() throws OriginFailure {
        assertThat(read("<rss version='2.0'><channel><title>T</title><link>https://origin.example/</link>"
                                + "<description>D</description></channel><item><title>One</title></item></rss>")
                        .drafts())
                .extracting(d -> d.story().title())
                .containsExactly("One");
    }
}
