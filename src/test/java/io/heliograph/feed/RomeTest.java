package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.newestFeed;
import static io.heliograph.feed.Samples.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.heliograph.article.Article;
import io.heliograph.article.Author;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The feeds as a reader understands them that was not written with us in mind. */
class RomeTest {

    @Test
    void rss_isUnderstood() throws Exception {
        // When
        SyndFeed read = read(new Rss(), newestFeed());

        // Then
        assertThat(read.getFeedType()).isEqualTo("rss_2.0");
        assertThat(read.getTitle()).isEqualTo("Bay News");
        assertThat(read.getDescription()).isEqualTo("News of the bay");
        assertThat(read.getLink()).isEqualTo(NEWS + "/");
        assertThat(read.getLanguage()).isEqualTo("en");
        for (int i = 0; i < newest().size(); i++) {
            SyndEntry entry = read.getEntries().get(i);
            assertEntry(entry, newest().get(i));
            assertThat(entry.getUri()).isEqualTo(newest().get(i).id().value());
            assertThat(((DCModule) entry.getModule(DCModule.URI)).getCreators()).isEqualTo(names(newest().get(i)));
        }
        assertThat(read.getEntries()).hasSameSizeAs(newest());
        assertThat(read.getEntries().get(0).getEnclosures()).hasSize(1);
        assertThat(read.getEntries().get(0).getContents().get(0).getValue()).contains("tide   high\n\n\tlow\n");
    }

    @Test
    void atom_isUnderstood() throws Exception {
        // When
        SyndFeed read = read(new Atom(), newestFeed());

        // Then
        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getUri()).isEqualTo("tag:news.example,2026:feed");
        for (int i = 0; i < newest().size(); i++) {
            SyndEntry entry = read.getEntries().get(i);
            assertEntry(entry, newest().get(i));
            assertThat(entry.getUri()).isEqualTo(newest().get(i).id().iri());
            assertThat(entry.getUpdatedDate().toInstant())
                    .isEqualTo(second(newest().get(i).updated()));
            assertThat(entry.getAuthors()).extracting(SyndPerson::getName).isEqualTo(names(newest().get(i)));
        }
        assertThat(read.getEntries()).hasSameSizeAs(newest());
        assertThat(read.getEntries().get(0).getContents().get(0).getValue()).contains("tide   high\n\n\tlow\n");
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void oneNastyArticle_spoilsNoOther(String nasty) throws Exception {
        // Given
        Article article = allOf(nasty).html("<p>Text</p>").article();
        Feed feed = feed(newest().get(0), article, newest().get(1));

        // When
        SyndFeed rss = read(new Rss(), feed);
        SyndFeed atom = read(new Atom(), feed);

        // Then
        assertThat(rss.getEntries())
                .extracting(SyndEntry::getUri)
                .isEqualTo(feed.articles().stream().map(a -> a.id().value()).toList());
        assertThat(atom.getEntries())
                .extracting(SyndEntry::getUri)
                .isEqualTo(feed.articles().stream().map(a -> a.id().iri()).toList());
        assertThat(Xml.seen(rss.getEntries().get(1).getTitle())).isEqualTo(article.title());
    }

    private static void assertEntry(SyndEntry entry, Article article) {
        assertThat(entry.getTitle()).isEqualTo(article.title());
        assertThat(entry.getLink()).isEqualTo(NEWS + article.path());
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo(second(article.published()));
    }

    private static Instant second(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static List<String> names(Article article) {
        return article.authors().stream().map(Author::name).toList();
    }

    private static SyndFeed read(Format format, Feed feed) throws IOException, FeedException {
        return new SyndFeedInput()
                .build(new XmlReader(
                        new ByteArrayInputStream(written(format, feed).getBytes(UTF_8))));
    }
}
