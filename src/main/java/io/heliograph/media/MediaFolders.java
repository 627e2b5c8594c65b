package io.heliograph.media;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The library's folders, one for each hash of each site. A folder is filled elsewhere and moved to its place when it is
 * whole, so whatever ends the program leaves nothing by halves where readers look.
 */
final class MediaFolders {

    private static final String UNFINISHED = ".unfinished-";

    private final Path directory;

    /** What fills a folder. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** Folders in a directory, which is made if it is not there; removes what an earlier run left unfinished. */
    MediaFolders(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        List<Path> left;
        try (Stream<Path> all = Files.list(directory)) {
            left = all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path path : left) {
            remove(path);
        }
    }

    Path of(String site) {
        return directory.resolve(site);
    }

    Path of(String site, String hash) {
        return directory.resolve(site).resolve(hash);
    }

    /** A file beside the sites' folders. */
    Path file(String folder, String name) {
        return directory.resolve(folder).resolve(name);
    }

    /** Fills a folder that is not there yet. */
    void fill(Path folder, Filler filler) throws IOException {
        Files.createDirectories(folder.getParent());
        Path unfinished = Files.createTempDirectory(directory, UNFINISHED);
        try {
            filler.fill(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another article with the same file was faster.
            remove(unfinished);
        } catch (IOException | RuntimeException e) {
            remove(unfinished);
            throw e;
        }
    }

    /** Removes a folder and all in it. */
    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
