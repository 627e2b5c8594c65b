package io.heliograph.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A media library, and a folder to take files from. */
abstract class LibraryFixture {

    static final String SITE = "news";

    @TempDir
    Path directory;

    Path folder;
    MediaLibrary library;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(directory.resolve("folder")).toRealPath();
        library = library();
    }

    MediaLibrary library() {
        return new MediaLibrary(new MediaSettings(directory.resolve("library"), Duration.ofDays(7)));
    }

    MediaFile find(String path) {
        return library.find(SITE, path).orElseThrow();
    }

    Path picture(String name, int width, int height) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB),
                    name.endsWith(".png") ? "png" : "jpg",
                    file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
