package io.heliograph.media;

import io.heliograph.http.MediaType;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are served together because they name each other by relative URLs: a playlist and all below it.
 *
 * @param base common folder of all; relative names are kept below it
 * @param files by name below the base, with slashes
 * @param width of the best variant, pixels; 0 if unknown
 * @param height likewise
 * @param duration of the first variant that has one
 */
record Bundle(Path base, Map<String, Path> files, int width, int height, Duration duration) {

    private static final int MOST_FILES = 20_000;

    /**
     * Gathers a playlist and all that it names.
     *
     * @param root beyond which nothing is taken
     * @throws IOException if something it names is not there or lies beyond the root
     */
    static Bundle of(Path playlist, Path root) throws IOException {
        Gatherer gatherer = new Gatherer(root);
        gatherer.gather(playlist);
        Path base = root;
        for (Path file = playlist; file != null; file = file.getParent()) {
            Path candidate = file.getParent();
            if (candidate != null && gatherer.found.keySet().stream().allMatch(f -> f.startsWith(candidate))) {
                base = candidate;
                break;
            }
        }
        Map<String, Path> files = new TreeMap<>();
        for (Path file : gatherer.found.keySet()) {
            files.put(base.relativize(file).toString().replace('\\', '/'), file);
        }
        return new Bundle(base, files, gatherer.width, gatherer.height, gatherer.duration);
    }

    private static final class Gatherer {
        private final Path root;
        private final Map<Path, Boolean> found = new TreeMap<>();
        private int width;
        private int height;
        private Duration duration = Duration.ZERO;

        Gatherer(Path root) {
            this.root = root;
        }

        void gather(Path file) throws IOException {
            if (found.putIfAbsent(file, true) != null) {
                return;
            }
            if (found.size() > MOST_FILES) {
                throw new IOException("the playlist names more than " + MOST_FILES + " files");
            }
            if (!MediaType.byName(file.getFileName().toString()).equals(Playlist.TYPE)) {
                return;
            }
            Playlist playlist = Playlist.read(file);
            if (playlist.height() > height) {
                width = playlist.width();
                height = playlist.height();
            }
            if (duration.isZero()) {
                duration = playlist.duration();
            }
            for (String uri : playlist.uris()) {
                if (!uri.contains("://") && !uri.startsWith("data:")) {
                    gather(resolve(file, uri));
                }
            }
        }

        private Path resolve(Path playlist, String uri) throws IOException {
            String bare = uri.replaceAll("[?#].*", "").replace("+", "%2B");
            try {
                Path file = playlist.resolveSibling(URLDecoder.decode(bare, StandardCharsets.UTF_8))
                        .normalize();
                if (Files.isRegularFile(file) && file.toRealPath().startsWith(root)) {
                    return file;
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("the playlist names what is no file name: " + uri, e);
            }
            throw new IOException("the playlist names a file that is not there: " + uri);
        }
    }
}
