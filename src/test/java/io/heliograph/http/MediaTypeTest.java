package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 8.3. */
class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "/media/pier.jpg, image/jpeg",
        "PIER.JPG, image/jpeg",
        "pier.tar.mp4, video/mp4",
        "/media/live/index.m3u8, application/vnd.apple.mpegurl",
        "talk.mp3, audio/mpeg",
        "en.vtt, text/vtt",
        "https://cdn.example/a.b/clip.MoV, video/quicktime",
        "/media.mp4/clip, application/octet-stream",
        "clip, application/octet-stream",
        "clip., application/octet-stream",
        ".mp4, video/mp4",
        "'', application/octet-stream",
        "page.html, application/octet-stream",
        "logo.svg, application/octet-stream",
        "run.js, application/octet-stream",
        "clip#1.mp4, video/mp4",
    })
    void byName_goesByTheExtension(String name, String type) {
        assertThat(MediaType.byName(name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "clip.mp4?v=1, video/mp4",
        "clip.mp4#t=5, video/mp4",
        "clip.mp4;v=1, video/mp4",
        "/media/clip.mp4?poster=/a.jpg, video/mp4",
        "/media/clip?file=a.mp4, application/octet-stream",
        "/media/clip#a.mp4, application/octet-stream",
        "https://cdn.example/a/clip.MP4?a.b/c.jpg#d.png, video/mp4",
        "//cdn.example/clip.mp3, audio/mpeg",
        "https://cdn.mp4, application/octet-stream",
        "https://cdn.mp4/, application/octet-stream",
        "https://cdn.mp4?x, application/octet-stream",
        "https://cdn.example/?next=//a/b.mp4, application/octet-stream",
        "/go?to=https://cdn.example/clip.mp4, application/octet-stream",
        "clip.jpg?to=https://cdn.example/clip.mp4, image/jpeg",
        "'', application/octet-stream",
    })
    void byUrl_goesByTheLastSegmentOfThePath(String url, String type) {
        assertThat(MediaType.byUrl(url)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/jpeg|true",
                "application/vnd.apple.mpegurl|true",
                "audio/x-m4a|true",
                "image/svg+xml|true",
                "image/*|false",
                "*/*|false",
                "video|false",
                "video/|false",
                "/mp4|false",
                "video/mp4/x|false",
                "video/mp4; codecs=avc1|false",
                "video mp4|false",
                "Image/JPEG|false",
                "''|false",
            })
    void isValid_isForATypeAlone(String type, boolean valid) {
        assertThat(MediaType.isValid(type)).isEqualTo(valid);
    }

    @Test
    void byName_goesByTheExtension_inTurkeyToo() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));

        // When
        String type;
        try {
            type = MediaType.byName("CLIP.GIF");
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(type).isEqualTo("image/gif");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|text/html",
                "Text/HTML; charset=utf-8|text/html",
                "text/html ;charset=utf-8|text/html",
                "' video/mp4 '|video/mp4",
                "application/x-mpegURL|application/x-mpegurl",
                "''|''",
                "; charset=utf-8|''",
            })
    void bare_isTheTypeAlone(String contentType, String type) {
        assertThat(MediaType.bare(contentType)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, true, false, false",
        "audio/mpeg, false, true, false",
        "video/mp4, false, false, true",
        "application/vnd.apple.mpegurl, false, false, true",
        "application/x-mpegurl, false, false, true",
        "application/dash+xml, false, false, true",
        "text/html, false, false, false",
        "imagery/png, false, false, false",
        "'', false, false, false",
    })
    void kinds_areToldApart(String type, boolean image, boolean audio, boolean video) {
        assertThat(MediaType.isImage(type)).isEqualTo(image);
        assertThat(MediaType.isAudio(type)).isEqualTo(audio);
        assertThat(MediaType.isVideo(type)).isEqualTo(video);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/html | text/html",
                "text/html, text/css;a=\"b, c\" | text/html + text/css;a=\"b, c\"",
                ",text/html, | + text/html +",
                "text/html;a=\"b, text/css | text/html;a=\"b, text/css",
            })
    void severalTypes_areToldApart(String field, String types) {
        assertThat(String.join(" + ", MediaType.list(field)).strip()).isEqualTo(types);
    }

    /** An origin may say what it likes: looked at from each of its commas to the end, this field would never be read. */
    @Test
    void typesWithoutEnd_areGoneOverOnce() {
        assertThat(MediaType.list(",\"\"".repeat(1_000_000))).hasSize(1_000_001);
    }
}
