package io.heliograph.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MediaLibraryTest extends LibraryFixture {

    /* ---------------- Keeping ---------------- */

    @Test
    void keep_aPicture_knowsItsSize() throws IOException {
        Path file = picture("sea.jpg", 1600, 900);

        KeptMedia kept = library.keep(SITE, file, folder);

        assertThat(kept.path()).matches("/media/[a-z2-7]{32}/sea\\.jpg");
        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(kept.width()).isEqualTo(1600);
        assertThat(kept.height()).isEqualTo(900);
        assertThat(kept.bytes()).isEqualTo(Files.size(file));
        assertThat(Files.readAllBytes(find(kept.path()).file())).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void keep_sameContentUnderTheSameName_isKeptOnce() throws IOException {
        picture("a/sea.png", 40, 30);
        Files.createDirectories(folder.resolve("b"));
        Files.copy(folder.resolve("a/sea.png"), folder.resolve("b/sea.png"));

        KeptMedia first = library.keep(SITE, folder.resolve("a/sea.png"), folder);
        KeptMedia second = library.keep(SITE, folder.resolve("b/sea.png"), folder);

        assertThat(second.path()).isEqualTo(first.path());
    }

    @Test
    void keep_changedContent_hasAnotherUrlAndTheOldOneStays() throws IOException {
        Path file = picture("sea.png", 40, 30);
        KeptMedia before = library.keep(SITE, file, folder);
        picture("sea.png", 41, 30);

        KeptMedia after = library.keep(SITE, file, folder);

        assertThat(after.path()).isNotEqualTo(before.path());
        assertThat(find(before.path())).isNotNull();
        assertThat(find(after.path())).isNotNull();
    }

    @Test
    void keep_afterARestart_isTheSameUrl() throws IOException {
        Path file = picture("sea.png", 40, 30);
        KeptMedia before = library.keep(SITE, file, folder);

        KeptMedia after = library().keep(SITE, file, folder);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void keep_aCopyThatWasCutShort_isMadeAnew() throws IOException {
        Path file = picture("sea.png", 40, 30);
        KeptMedia kept = library.keep(SITE, file, folder);
        Files.write(find(kept.path()).file(), new byte[] {1});

        library().keep(SITE, file, folder);

        assertThat(Files.readAllBytes(find(kept.path()).file())).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void keep_aNameFromEverywhere_isServedUnderIt() throws IOException {
        Path file = picture("mer & été #1.png", 40, 30);

        KeptMedia kept = library.keep(SITE, file, folder);

        assertThat(kept.path()).endsWith("/mer%20%26%20%C3%A9t%C3%A9%20%231.png");
        assertThat(find(kept.path()).length()).isEqualTo(Files.size(file));
    }

    @Test
    void keep_whatIsNoPicture_isRefused() throws IOException {
        Path broken =
                Files.write(folder.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});

        assertThatThrownBy(() -> library.keep(SITE, broken, folder)).isInstanceOf(IOException.class);
    }

    @Test
    void keep_whatIsNotServed_isRefused() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<script>");

        assertThatThrownBy(() -> library.keep(SITE, page, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("page.html");
    }

    @Test
    void keep_anMp4_knowsHowLongItPlays() throws IOException {
        Path file = folder.resolve("clip.mp4");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            box(out, "ftyp", 8, 0, 0);
            out.writeInt(8 + 8 + 108);
            out.write("moov".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(8 + 100 + 8);
            out.write("mvhd".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(600);
            out.writeInt(600 * 14);
            out.write(new byte[88]);
        }

        assertThat(library.keep(SITE, file, folder).duration())
                .as("ISO/IEC 14496-12, section 8.2.2")
                .isEqualTo(Duration.ofSeconds(14));
    }

    /* ---------------- Finding ---------------- */

    @Test
    void find_forAnotherSite_isNothing() throws IOException {
        KeptMedia kept = library.keep(SITE, picture("sea.png", 40, 30), folder);

        assertThat(library.find("other", kept.path())).isEmpty();
    }

    @Test
    void find_outOfItsFolder_isNothing() throws IOException {
        KeptMedia kept = library.keep(SITE, picture("sea.png", 40, 30), folder);
        String hash = kept.path().split("/", 4)[2];

        for (String path : List.of(
                "/media/" + hash,
                "/media/" + hash + "/",
                "/media/" + hash + "/../" + hash + "/sea.png",
                "/media/" + hash + "/%2e%2e/" + hash + "/sea.png",
                "/media/" + hash + "/..%2f..%2fheliograph.db",
                "/media/../sea.png",
                "/media/x/sea.png",
                "/media/" + hash + "/\u0000")) {
            assertThat(library.find(SITE, path)).as(path).isEmpty();
        }
    }

    /* ---------------- Sweeping ---------------- */

    @Test
    void sweep_removesWhatHasBeenUnusedForLong() throws IOException {
        KeptMedia used = library.keep(SITE, picture("used.png", 40, 30), folder);
        KeptMedia unused = library.keep(SITE, picture("unused.png", 41, 30), folder);
        Instant later = Instant.now().plus(Duration.ofDays(8));

        library.sweep(SITE, Set.of(used.path()), Instant.now());
        assertThat(library.find(SITE, unused.path())).as("not yet").isPresent();
        library.sweep(SITE, Set.of(used.path()), later);

        assertThat(library.find(SITE, used.path())).isPresent();
        assertThat(library.find(SITE, unused.path())).isEmpty();
        assertThat(library.keep(SITE, folder.resolve("unused.png"), folder)).isEqualTo(unused);
        assertThat(library.find(SITE, unused.path())).as("kept again").isPresent();
    }

    @Test
    void open_removesWhatAnEarlierRunLeftUnfinished() throws IOException {
        Path left = Files.createDirectories(directory.resolve("library/.unfinished-1"));
        Files.writeString(left.resolve("x"), "x");

        library();

        assertThat(left).doesNotExist();
    }

    private static void box(DataOutputStream out, String type, int size, int... ints) throws IOException {
        out.writeInt(8 + size);
        out.write(type.getBytes(StandardCharsets.ISO_8859_1));
        for (int i : ints) {
            out.writeInt(i);
        }
    }
}
