package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R12, and pitfall 11: every URI of a playlist, whatever it is served as. */
class PlaylistRewriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "https://www.example.org/v/1.ts ~ https://news.example/v/1.ts",
                "https://cdn.example.org/v/1.ts?a=https://cdn.example.org/ ~"
                        + " https://news.example/-/o/cdn.example.org/v/1.ts?a=https://cdn.example.org/",
                "//cdn.example.org/1.ts ~ //news.example/-/o/cdn.example.org/1.ts",
                "https://other.example/1.ts ~ https://other.example/1.ts",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"https://www.example.org/k\",IV=0x1 ~"
                        + " #EXT-X-KEY:METHOD=AES-128,URI=\"https://news.example/k\",IV=0x1",
                "#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"//www.example.org/k\" ~"
                        + " #EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"//news.example/k\"",
                "#EXT-X-MAP:URI=\"https://www.example.org/i.mp4\",BYTERANGE=\"1@0\" ~"
                        + " #EXT-X-MAP:URI=\"https://news.example/i.mp4\",BYTERANGE=\"1@0\"",
                "#EXT-X-MEDIA:TYPE=AUDIO,NAME=\"a, URI=b\",URI=\"https://www.example.org/a\" ~"
                        + " #EXT-X-MEDIA:TYPE=AUDIO,NAME=\"a, URI=b\",URI=\"https://news.example/a\"",
                "#EXT-X-I-FRAME-STREAM-INF:URI=\"https://www.example.org/a\" ~"
                        + " #EXT-X-I-FRAME-STREAM-INF:URI=\"https://news.example/a\"",
                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"https://www.example.org/a\" ~"
                        + " #EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"https://news.example/a\"",
                "#EXT-X-RENDITION-REPORT:URI=\"https://www.example.org/a\" ~"
                        + " #EXT-X-RENDITION-REPORT:URI=\"https://news.example/a\"",
                "#EXT-X-DATERANGE:ID=\"1\",X-ASSET-URI=\"https://www.example.org/a\",X-ASSET-LIST=\"https://www.example.org/l\" ~"
                        + " #EXT-X-DATERANGE:ID=\"1\",X-ASSET-URI=\"https://news.example/a\",X-ASSET-LIST=\"https://news.example/l\"",
                "#EXT-X-CONTENT-STEERING:SERVER-URI=\"https://www.example.org/s\" ~"
                        + " #EXT-X-CONTENT-STEERING:SERVER-URI=\"https://news.example/s\"",
                "#EXT-X-SESSION-DATA:DATA-ID=\"a\",URI=\"https://www.example.org/s\" ~"
                        + " #EXT-X-SESSION-DATA:DATA-ID=\"a\",URI=\"https://news.example/s\"",
                "#EXT-X-DEFINE:NAME=\"b\",VALUE=\"https://www.example.org\" ~"
                        + " #EXT-X-DEFINE:NAME=\"b\",VALUE=\"https://news.example\"",
                "#EXT-X-DEFINE:NAME=\"h\",VALUE=\"cdn.example.org\" ~"
                        + " #EXT-X-DEFINE:NAME=\"h\",VALUE=\"news.example/-/o/cdn.example.org\"",
                "#EXT-X-DEFINE:NAME=\"u\",VALUE=\"//cdn.example.org/v\" ~"
                        + " #EXT-X-DEFINE:NAME=\"u\",VALUE=\"//news.example/-/o/cdn.example.org/v\"",
                "#EXT-X-DEFINE:IMPORT=\"u\" ~ #EXT-X-DEFINE:IMPORT=\"u\"",
                "{$u}/1.ts?a={$b} ~ {$u}/1.ts?a={$b}",
                "https://{$h}/1.ts ~ https://{$h}/1.ts",
                "https://www.example.org/{$p}/1.ts ~ https://news.example/{$p}/1.ts",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,KEYFORMAT=\"com.example\",URI=\"{$u}/k?h=www.example.org\" ~"
                        + " #EXT-X-KEY:METHOD=SAMPLE-AES,KEYFORMAT=\"com.example\",URI=\"{$u}/k?h=www.example.org\"",
                "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"https://www.example.org/s\",LANGUAGE=\"en\" ~"
                        + " #EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"https://news.example/s\",LANGUAGE=\"en\"",
                "#EXTINF:-1 tvg-logo=\"https://www.example.org/l.png\",Name ~"
                        + " #EXTINF:-1 tvg-logo=\"https://news.example/l.png\",Name",
                "# a comment https://www.example.org/ ~ # a comment https://www.example.org/",
                "/v/1.ts ~ /v/1.ts",
            })
    void line_leadsToTheHost(String line, String rewritten) {
        // Given
        String head = "#EXTM3U\n";

        // Then
        for (String end : new String[] {"\n", "\r\n", ""}) {
            assertThat(Mirrored.on("application/vnd.apple.mpegurl", Mirrored.PAGE, head + line + end))
                    .isEqualTo(head + rewritten + end);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v/1.ts, /-/o/cdn.example.org/v/1.ts",
        "/-/o/cdn.example.org/v/1.ts, /-/o/cdn.example.org/v/1.ts",
        "1.ts, 1.ts",
        "../1.ts, ../1.ts",
        "../../../1.ts, ../././1.ts",
        "#EXT-X-KEY:URI=\"/k\", #EXT-X-KEY:URI=\"/-/o/cdn.example.org/k\"",
        "'#EXT-X-SESSION-DATA:DATA-ID=\"/a\",URI=\"/s\"', '#EXT-X-SESSION-DATA:DATA-ID=\"/a\",URI=\"/-/o/cdn.example.org/s\"'",
        "{$u}/1.ts, {$u}/1.ts",
        "#EXT-X-MAP:URI=\"/i.mp4\", #EXT-X-MAP:URI=\"/-/o/cdn.example.org/i.mp4\"",
    })
    void line_staysBelowTheOriginsPath_whereItHasOne(String line, String rewritten) {
        assertThat(Mirrored.on("application/x-mpegURL", Mirrored.CDN_PAGE, "#EXTM3U\n" + line))
                .isEqualTo("#EXTM3U\n" + rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.apple.mpegurl",
                "audio/x-mpegurl; charset=utf-8",
                "application/mpegurl",
                "text/plain",
                "application/octet-stream",
                "",
                "video/mp2t"
            })
    void playlist_isKnownByWhatItSays(String type) {
        assertThat(Mirrored.on(type, Mirrored.PAGE, "#EXTM3U\nhttps://www.example.org/a"))
                .isEqualTo("#EXTM3U\nhttps://news.example/a");
    }
}
