package io.heliograph.origin;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The article files of a folder at one moment.
 *
 * @param files by path, in order
 * @param directories all of them, the folder itself included
 * @param whole whether every directory could be read; if not, a file that is not there may still exist
 */
record FolderListing(Map<Path, Stamp> files, Set<Path> directories, boolean whole) {

    private static final int DEEPEST = 32;

    /** Tells one state of a file from another without reading it. */
    record Stamp(long bytes, Instant modified, String key) {

        static final Stamp ABSENT = new Stamp(-1, Instant.EPOCH, "");

        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(
                    attributes.size(), attributes.lastModifiedTime().toInstant(), String.valueOf(attributes.fileKey()));
        }

        static Stamp of(Path file) {
            try {
                return of(Files.readAttributes(file, BasicFileAttributes.class));
            } catch (IOException e) {
                return ABSENT;
            }
        }
    }

    /**
     * Lists a folder.
     *
     * @throws IOException if the folder itself cannot be read
     */
    static FolderListing of(Path folder) throws IOException {
        Collector collector = new Collector(folder);
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, collector);
        return new FolderListing(collector.files, collector.directories, collector.whole);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Map<Path, Stamp> files = new TreeMap<>();
        private final Set<Path> directories = new TreeSet<>();
        private boolean whole = true;

        Collector(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(folder) && directory.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            directories.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                    && ArticleFile.isArticle(file.getFileName().toString())) {
                files.put(file, Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
                throw e;
            }
            whole = false;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            whole &= e == null;
            return FileVisitResult.CONTINUE;
        }
    }
}
