package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.atom;
import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media RSS 1.5.1, enclosures and iTunes fields. */
class EntryMediaTest {

    /* ---------------- Types ---------------- */

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, a.jpg, image/jpeg",
        "image/png, a.jpg, image/png",
        "Image/PNG; q=1, a.bin, image/png",
        "image/*, a.jpg, image/jpeg",
        "image/*, a.webp?w=1#x, image/webp",
        "image/*, a, ''",
        "image/jpg, a, image/jpeg",
        "image, a.jpg, image/jpeg",
        "jpg, a.jpg, image/jpeg",
        "image/, a.gif, image/gif",
        "image/ jpeg, a.gif, image/gif",
        "application/octet-stream, a.png, image/png",
        "'', a.png?v=1, image/png",
    })
    void picture_getsATypeThatReadersCanBeTold(String declared, String file, String type) throws OriginFailure {
        // Given
        String url = "https://cdn.example/" + file;

        // When
        Story content = story("<media:content url='" + url + "' type='" + declared + "' medium='image'/>");
        Story enclosure = story("<enclosure url='" + url + "' type='" + declared + "' length='5'/>");

        // Then
        assertThat(content.images()).extracting(Image::type).containsExactly(type);
        assertThat(enclosure.images()).extracting(Image::type).containsExactly(type);
        assertThat(content.media()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "video/mp4, a.bin, VIDEO, video/mp4",
        "video/mp4; codecs=avc1, a.bin, VIDEO, video/mp4",
        "video/*, a.webm, VIDEO, video/webm",
        "video/*, a, VIDEO, video/mp4",
        "audio/*, a, AUDIO, audio/mpeg",
        "audio/mp3, a.mp3, AUDIO, audio/mpeg",
        "audio/x-m4a, a.m4a, AUDIO, audio/x-m4a",
        "*/*, a.mp3, AUDIO, audio/mpeg",
        "mp3, a.mp3?source=feed, AUDIO, audio/mpeg",
        "application/octet-stream, a.m4a#t=5, AUDIO, audio/mp4",
        "application/x-mpegURL, a, VIDEO, application/x-mpegurl",
        "'', a.m3u8?token=a.b, VIDEO, application/vnd.apple.mpegurl",
    })
    void recording_getsATypeThatReadersCanBeTold(String declared, String file, Media.Kind kind, String type)
            throws OriginFailure {
        // Given
        String url = "https://cdn.example/" + file;

        // When
        Story content = story("<media:content url='" + url + "' type='" + declared + "'/>");
        Story enclosure = story("<enclosure url='" + url + "' type='" + declared + "' length='5'/>");

        // Then
        for (Story story : List.of(content, enclosure)) {
            assertThat(story.media()).singleElement().satisfies(media -> {
                assertThat(media.kind()).isEqualTo(kind);
                assertThat(media.renditions()).extracting(Rendition::type).containsExactly(type);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<enclosure url='https://cdn.example/a.pdf' type='application/pdf' length='5'/>",
                "<enclosure url='https://cdn.example/a' type='' length='5'/>",
                "<enclosure url='' type='audio/mpeg' length='5'/>",
                "<enclosure url='javascript:alert(1)' type='audio/mpeg' length='5'/>",
                "<enclosure type='audio/mpeg' length='5'/>",
                "<media:content url='https://video.example/watch' medium='video'/>",
                "<media:content url='https://video.example/v/1' type='application/x-shockwave-flash'/>",
                "<media:content medium='image'/>",
                "<media:content url='https://cdn.example/a' type='*/*'/>",
            })
    void whatIsNoMedia_isLeftOut(String element) throws OriginFailure {
        Story story = story(element);
        assertThat(story.media()).isEmpty();
        assertThat(story.images()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text/vtt, a, text/vtt",
        "application/x-subrip, a.vtt, application/x-subrip",
        "'', a.srt?x, application/x-subrip",
        "'', a, text/vtt",
        "text/*, a, text/vtt",
        "application/octet-stream, a.ttml, application/ttml+xml",
    })
    void captions_haveAType(String declared, String file, String type) throws OriginFailure {
        // When
        Story story = story("<media:content url='https://cdn.example/a.mp4'><media:subTitle type='" + declared
                + "' lang='en-us' href='https://cdn.example/" + file + "'/></media:content>");

        // Then
        assertThat(story.media().get(0).captions())
                .containsExactly(new Caption(new Href("https://cdn.example/" + file), type, "en-US"));
    }

    /* ---------------- Media RSS ---------------- */

    @Test
    void group_isOneRecordingInRenditions() throws OriginFailure {
        // When
        Story story = story("""
                <media:group>
                  <media:content url="/a.m3u8" type="application/vnd.apple.mpegurl" duration="95.7"/>
                  <media:content url="/a.mp4" type="video/mp4" width="1280" height="720" bitrate="900" fileSize="77">
                    <media:title>The clip</media:title><media:thumbnail url="/inner.jpg" width="640" height="360"/>
                  </media:content>
                  <media:thumbnail url="/poster.jpg" width="1280" height="720"/>
                  <media:content url="/still.png" medium="image"/>
                </media:group>""");

        // Then
        assertThat(story.media())
                .containsExactly(new Media(
                        Media.Kind.VIDEO,
                        "The clip",
                        Duration.ofSeconds(95),
                        List.of(
                                new Rendition(
                                        new Href("https://origin.example/a.m3u8"),
                                        "application/vnd.apple.mpegurl",
                                        0,
                                        0,
                                        0,
                                        0),
                                new Rendition(
                                        new Href("https://origin.example/a.mp4"), "video/mp4", 1280, 720, 900, 77)),
                        List.of()));
        assertThat(story.images())
                .extracting(image -> image.href().value(), Image::width)
                .containsExactly(
                        tuple("https://origin.example/inner.jpg", 640),
                        tuple("https://origin.example/still.png", 0),
                        tuple("https://origin.example/poster.jpg", 1280));
    }

    @Test
    void picture_hasCaptionAndCredit() throws OriginFailure {
        // When
        Story story = story("""
                <media:content url="/a.jpg" type="image/jpeg" medium="image" width="1600" height="900" fileSize="5">
                  <media:description type="html">The &lt;b&gt;pier&lt;/b&gt;</media:description>
                  <media:credit role="photographer">Ann Vale</media:credit></media:content>""");

        // Then
        assertThat(story.images())
                .containsExactly(new Image(
                        new Href("https://origin.example/a.jpg"),
                        1600,
                        900,
                        "image/jpeg",
                        5,
                        "",
                        "The pier",
                        "Ann Vale"));
    }

    @Test
    void fileThatIsListedTwice_isOneRecording() throws OriginFailure {
        // When
        Story story = story("<media:content url='/a.mp3' type='audio/mpeg' duration='61'/>"
                + "<enclosure url='https://origin.example/a.mp3' type='audio/mpeg' length='5'/>");

        // Then
        assertThat(story.media())
                .singleElement()
                .satisfies(media -> assertThat(media.duration()).isEqualTo(Duration.ofSeconds(61)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "'', 0",
        "abc, 0",
        "12.7, 12",
        "1e3, 1",
        "999999999999999999999999, 0",
        "\u0663, 3",
    })
    void numbers_areReadAsFarAsTheyAreAny(String written, int seconds) throws OriginFailure {
        assertThat(story("<media:content url='/a.mp3' type='audio/mpeg' duration='" + written + "'/>")
                        .media()
                        .get(0)
                        .duration())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "", "x", "99999999999999999999", "1.5"})
    void lengthThatIsNone_isUnknown(String length) throws OriginFailure {
        assertThat(story("<enclosure url='/a.mp3' type='audio/mpeg' length='" + length + "'/>")
                        .media()
                        .get(0)
                        .renditions()
                        .get(0)
                        .bytes())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"99999999999, 2", "4294967297, 2"})
    void sidesBeyondAllMeasure_areUnknown(String width, int tall) throws OriginFailure {
        // When
        Image image = story("<media:content url='/a.jpg' medium='image' width='" + width + "' height='" + tall + "'/>")
                .images()
                .get(0);

        // Then
        assertThat(image.width()).isZero();
        assertThat(image.height()).isEqualTo(tall);
    }

    /* ---------------- iTunes ---------------- */

    @Test
    void episode_hasItsPictureLengthAndNotes() throws OriginFailure {
        // When
        Story story = story("""
                <itunes:duration>01:02:03</itunes:duration><itunes:image href="/cover.jpg"/>
                <itunes:summary>What was said.</itunes:summary><itunes:author>Ann Vale</itunes:author>
                <enclosure url="/talk.mp3" type="audio/mpeg" length="1234"/>""");

        // Then
        assertThat(story.media())
                .containsExactly(new Media(
                        Media.Kind.AUDIO,
                        "",
                        Duration.ofSeconds(3723),
                        List.of(new Rendition(
                                new Href("https://origin.example/talk.mp3"), "audio/mpeg", 0, 0, 0, 1234)),
                        List.of()));
        assertThat(story.images())
                .extracting(image -> image.href().value())
                .containsExactly("https://origin.example/cover.jpg");
        assertThat(story.html()).isEqualTo("<p>What was said.</p>");
        assertThat(story.authors()).extracting(author -> author.name()).containsExactly("Ann Vale");
    }

    /* ---------------- Pictures of the body, links of Atom ---------------- */

    @Test
    void pictureOfTheBody_leads_whereTheEntryNamesNone() throws OriginFailure {
        // When
        Story story = story("<description>&lt;img src='/a.jpg?x=1'&gt;&lt;img src='/b.png'&gt;</description>");

        // Then
        assertThat(story.images())
                .extracting(image -> image.href().value(), Image::type)
                .containsExactly(tuple("https://origin.example/a.jpg?x=1", "image/jpeg"));
    }

    @Test
    void enclosureOfAtom_isARecording() throws OriginFailure {
        // When
        Story story = entry(atom("<id>urn:a:1</id><title>T</title>"
                        + "<link rel='enclosure' type='audio/mpeg' length='5' href='/a.mp3'/>"))
                .story();

        // Then
        assertThat(story.media())
                .extracting(media -> media.renditions().get(0).href().value())
                .containsExactly("https://origin.example/a.mp3");
    }

    private static Story story(String elements) throws OriginFailure {
        return entry(rss("<title>T</title>" + elements)).story();
    }
}
