package io.heliograph.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Playlists, which are kept with all that they name. */
class PlaylistTest extends LibraryFixture {

    @Test
    void keep_aPlaylist_keepsAllThatItNamesAtTheSameRelativePlaces() throws IOException {
        playlists();

        KeptMedia kept = library.keep(SITE, folder.resolve("film/master.m3u8"), folder);

        String base = kept.path().substring(0, kept.path().lastIndexOf('/'));
        assertThat(kept.type()).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(kept.height()).isEqualTo(720);
        assertThat(kept.width()).isEqualTo(1280);
        assertThat(kept.duration()).isEqualTo(Duration.ofSeconds(8));
        for (String name :
                List.of("/master.m3u8", "/hi/index.m3u8", "/hi/0.ts", "/hi/1.ts", "/lo/init.mp4", "/en.vtt")) {
            assertThat(library.find(SITE, base + name)).as(name).isPresent();
        }
        assertThat(find(base + "/hi/0.ts").type()).isEqualTo("video/mp2t");
        assertThat(find(base + "/en.vtt").type()).isEqualTo("text/vtt");
    }

    @Test
    void keep_aPlaylistWithAChangedSegment_hasAnotherUrl() throws IOException {
        playlists();
        KeptMedia before = library.keep(SITE, folder.resolve("film/master.m3u8"), folder);
        Files.writeString(folder.resolve("film/hi/1.ts"), "other");

        KeptMedia after = library.keep(SITE, folder.resolve("film/master.m3u8"), folder);

        assertThat(after.path()).isNotEqualTo(before.path());
    }

    @Test
    void keep_aPlaylistThatNamesWhatIsNotThere_isRefused() throws IOException {
        playlists();
        Files.delete(folder.resolve("film/hi/1.ts"));

        assertThatThrownBy(() -> library.keep(SITE, folder.resolve("film/master.m3u8"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.ts");
    }

    @Test
    void keep_aPlaylistThatLeadsOutOfTheFolder_isRefused() throws IOException {
        Files.writeString(directory.resolve("secret.ts"), "secret");
        Files.writeString(folder.resolve("evil.m3u8"), "#EXTM3U\n#EXTINF:4,\n../secret.ts\n");
        Files.createSymbolicLink(folder.resolve("link.ts"), directory.resolve("secret.ts"));
        Files.writeString(folder.resolve("evil2.m3u8"), "#EXTM3U\n#EXTINF:4,\nlink.ts\n");

        assertThatThrownBy(() -> library.keep(SITE, folder.resolve("evil.m3u8"), folder))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> library.keep(SITE, folder.resolve("evil2.m3u8"), folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void keep_whatOnlyCallsItselfAPlaylist_isRefused() throws IOException {
        Files.writeString(folder.resolve("not.m3u8"), "hello");

        assertThatThrownBy(() -> library.keep(SITE, folder.resolve("not.m3u8"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("#EXTM3U");
    }

    private void playlists() throws IOException {
        Files.createDirectories(folder.resolve("film/hi"));
        Files.createDirectories(folder.resolve("film/lo"));
        Files.writeString(folder.resolve("film/master.m3u8"), """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",URI="en.vtt"
                #EXT-X-STREAM-INF:BANDWIDTH=2000000,RESOLUTION=1280x720,SUBTITLES="s"
                hi/index.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,SUBTITLES="s"
                lo/index.m3u8
                """);
        Files.writeString(
                folder.resolve("film/hi/index.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4.0,\n0.ts\n#EXTINF:4,\n1.ts?x=1\n#EXT-X-ENDLIST\n");
        Files.writeString(
                folder.resolve("film/lo/index.m3u8"),
                "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:8,\nhttps://cdn.example/0.m4s\n#EXT-X-ENDLIST\n");
        Files.writeString(folder.resolve("film/hi/0.ts"), "0");
        Files.writeString(folder.resolve("film/hi/1.ts"), "1");
        Files.writeString(folder.resolve("film/lo/init.mp4"), "init");
        Files.writeString(folder.resolve("film/en.vtt"), "WEBVTT\n");
    }
}
