package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Person;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which feed an article is said to come from, and what podcast players are told of it. */
class EntrySourceTest {

    @Test
    void rssItem_comesFromItsFeed() throws Exception {
        Source source = story("""
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Bay &amp; Sea</title>
                <link>https://bay.example/</link><copyright>Bay</copyright>
                <atom:link rel="self" href="https://bay.example/feed"/>
                <item><title>T</title><description>D</description></item></channel></rss>""").source();

        assertThat(source)
                .isEqualTo(new Source(
                        "Bay & Sea", "https://bay.example/feed", "https://bay.example/", "", "Bay", Source.UNDATED));
    }

    @Test
    void rssItem_keepsTheSourceItNames() throws Exception {
        // RSS 2.0, "source".
        Source source = story("""
                <rss version="2.0"><channel><title>Planet</title><link>https://p.example/</link>
                <item><title>T</title><source url="https://first.example/rss">First</source></item>
                </channel></rss>""").source();

        assertThat(source.title()).isEqualTo("First");
        assertThat(source.feed()).isEqualTo("https://first.example/rss");
    }

    @Test
    void atomEntry_keepsTheSourceItNames() throws Exception {
        // RFC 4287, section 4.2.11.
        Source source = story("""
                <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:xy:planet</id><title>Planet</title>
                <updated>2026-01-01T00:00:00Z</updated>
                <entry><id>urn:xy:1</id><title>T</title><updated>2026-01-01T00:00:00Z</updated><rights>Entry's</rights>
                <source><id>tag:first.example,2020:feed</id><title>First</title><updated>2025-05-05T05:05:05Z</updated>
                <link rel="self" href="https://first.example/atom"/><link href="https://first.example/"/>
                <rights>First's</rights></source></entry></feed>""").source();

        assertThat(source)
                .isEqualTo(new Source(
                        "First",
                        "https://first.example/atom",
                        "https://first.example/",
                        "tag:first.example,2020:feed",
                        "Entry's",
                        Instant.parse("2025-05-05T05:05:05Z")));
    }

    @Test
    void atomEntry_comesFromItsFeed_withItsId() throws Exception {
        Source source = story("""
                <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:xy:planet</id><title>Planet</title>
                <updated>2026-01-01T00:00:00Z</updated><link rel="self" href="/atom"/>
                <entry><id>urn:xy:1</id><title>T</title><updated>2026-01-01T00:00:00Z</updated></entry></feed>""").source();

        assertThat(source.id()).isEqualTo("urn:xy:planet");
        assertThat(source.feed()).endsWith("/atom");
        assertThat(source.updated()).isEqualTo(Source.UNDATED);
    }

    @Test
    void jsonItem_comesFromItsFeed() throws Exception {
        Source source = story("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Bay", "feed_url": "https://bay.example/j",
                 "home_page_url": "https://bay.example/", "items": [{"id": "1", "content_text": "a"}]}""").source();

        assertThat(source.title()).isEqualTo("Bay");
        assertThat(source.feed()).isEqualTo("https://bay.example/j");
        assertThat(source.page()).isEqualTo("https://bay.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://bay.example/feed.xml, https://bay.example/feed.xml",
        "https://bay.example/feed?token=secret, ''",
        "http://10.0.0.7/feed, ''",
        "http://[::1]/feed, ''",
        "http://cms/feed, ''",
        "http://x.localhost:8080/feed, ''",
    })
    void addressOfAFeed_isShown_whereItIsForEverybody(String url, String shown) {
        assertThat(EntrySource.shown(URI.create(url))).isEqualTo(shown);
    }

    @Test
    void episode_isRead() throws Exception {
        Episode episode = story("""
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                 xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Show</title>
                <link>https://s.example/</link><item><title>T</title>
                <enclosure url="https://s.example/a.mp3" length="5" type="audio/mpeg"/>
                <itunes:season>2</itunes:season><itunes:episode>7</itunes:episode>
                <itunes:episodeType>Trailer</itunes:episodeType><itunes:explicit>yes</itunes:explicit>
                <podcast:chapters url="https://s.example/c.json" type="application/json+chapters"/>
                <podcast:person role="Guest" href="https://a.example/">Ada</podcast:person>
                <podcast:person role="host">Bo</podcast:person></item></channel></rss>""").episode();

        assertThat(episode.season()).isEqualTo(2);
        assertThat(episode.number()).isEqualTo(7);
        assertThat(episode.kind()).isEqualTo(Episode.Kind.TRAILER);
        assertThat(episode.rating()).isEqualTo(Episode.Rating.EXPLICIT);
        assertThat(episode.chapters()).containsExactly(new Href("https://s.example/c.json"));
        assertThat(episode.people())
                .containsExactly(new Person("Ada", "guest", "https://a.example/"), new Person("Bo", "", ""));
    }

    @Test
    void transcripts_areCaptions() throws Exception {
        Story story = story("""
                <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Show</title>
                <link>https://s.example/</link><item><title>T</title>
                <enclosure url="https://s.example/a.mp3" length="5" type="audio/mpeg"/>
                <podcast:transcript url="https://s.example/a.srt" type="application/x-subrip" language="es"/>
                </item></channel></rss>""");

        assertThat(story.media().get(0).captions()).singleElement().satisfies(caption -> {
            assertThat(caption.type()).isEqualTo("application/x-subrip");
            assertThat(caption.language()).isEqualTo("es");
        });
    }

    private static Story story(String document) throws OriginFailure {
        return read(document).drafts().get(0).story();
    }
}
