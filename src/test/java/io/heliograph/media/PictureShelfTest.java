package io.heliograph.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.media.picture.BadPicture;
import io.heliograph.media.picture.Darkroom;
import io.heliograph.media.picture.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in the library. */
class PictureShelfTest {

    private static final String SITE = "news";

    @TempDir
    Path directory;

    private Path folder;
    private final Darkroom darkroom = new Darkroom(1);
    private MediaLibrary library;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(directory.resolve("folder")).toRealPath();
        library = library(darkroom);
    }

    @Test
    void picture_isServedInSeveralSizesUnderReadableNames() throws IOException {
        KeptMedia kept = library.keep(SITE, write("The quay.jpg", TestPictures.jpeg(1000, 500)), folder);

        assertThat(kept.path()).endsWith("/The%20quay.jpg");
        assertThat(kept.smaller()).extracting(KeptMedia.Smaller::width).containsExactly(320, 640, 960);
        for (KeptMedia.Smaller smaller : kept.smaller()) {
            assertThat(smaller.path()).endsWith("/The%20quay-" + smaller.width() + ".jpg");
            MediaFile file = library.find(SITE, smaller.path()).orElseThrow();
            assertThat(file.type()).isEqualTo("image/jpeg");
            assertThat(file.length()).isPositive();
        }
    }

    @Test
    void picture_isDevelopedOnceAlsoAfterARestart() throws IOException {
        Path file = write("quay.jpg", TestPictures.told(TestPictures.jpeg(1000, 500), "The quay", "Jane Doe", ""));
        KeptMedia kept = library.keep(SITE, file, folder);
        library.keep(SITE, file, folder);
        Darkroom later = new Darkroom(1);

        KeptMedia again = library(later).keep(SITE, file, folder);

        assertThat(again).isEqualTo(kept);
        assertThat(again.caption()).isEqualTo("The quay");
        assertThat(again.credit()).isEqualTo("Jane Doe");
        assertThat(darkroom.decoded()).isEqualTo(1);
        assertThat(later.decoded()).isZero();
    }

    @Test
    void picture_ofWhichSomethingIsMissing_isDevelopedAnew() throws IOException {
        Path file = write("quay.jpg", TestPictures.jpeg(1000, 500));
        KeptMedia kept = library.keep(SITE, file, folder);
        Path small =
                library.find(SITE, kept.smaller().get(0).path()).orElseThrow().file();
        byte[] before = Files.readAllBytes(small);
        Files.write(small, new byte[] {1});

        KeptMedia again = library(darkroom).keep(SITE, file, folder);

        assertThat(again).isEqualTo(kept);
        assertThat(Files.readAllBytes(small)).isEqualTo(before);
    }

    @Test
    void record_isServedToNobody() throws IOException {
        KeptMedia kept = library.keep(SITE, write("quay.jpg", TestPictures.jpeg(10, 10)), folder);
        String base = kept.path().substring(0, kept.path().lastIndexOf('/'));

        assertThat(library.find(SITE, base + "/.picture.json")).isEmpty();
        assertThat(library.find(SITE, base + "/%2epicture.json")).isEmpty();
    }

    @Test
    void picture_underAWrongName_isWhatItIs() throws IOException {
        KeptMedia kept = library.keep(SITE, write("quay.jpg", TestPictures.png(10, 10)), folder);

        assertThat(kept.path()).endsWith("/quay.png");
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(library.find(SITE, kept.path()).orElseThrow().type()).isEqualTo("image/png");
    }

    @Test
    void whatIsNoPicture_isRefusedWhateverItsName() throws IOException {
        Path page = write("quay.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        Path nothing = write("nothing.png", new byte[0]);
        Path huge = write("huge.png", new byte[(20 << 20) + 1]);

        for (Path file : List.of(page, nothing, huge)) {
            assertThatThrownBy(() -> library.keep(SITE, file, folder)).isInstanceOf(BadPicture.class);
        }
        assertThat(left()).as("nothing is left of them").isEmpty();
    }

    @Test
    void picture_thatIsNotToBeDevelopedNow_isTakenOnlyIfItIsKnown() throws IOException {
        Path file = write("quay.jpg", TestPictures.jpeg(10, 10));
        assertThatThrownBy(() -> library.keep(SITE, file, folder, false)).isInstanceOf(NotDeveloped.class);

        KeptMedia kept = library.keep(SITE, file, folder, true);

        assertThat(library(darkroom).keep(SITE, file, folder, false)).isEqualTo(kept);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("library"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private MediaLibrary library(Darkroom with) {
        return new MediaLibrary(new MediaSettings(directory.resolve("library"), Duration.ofDays(7)), with);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
