package io.heliograph.origin;

import io.heliograph.origin.FolderListing.Stamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A file of articles as it was last read.
 *
 * @param stamp of it then
 * @param used the files it names, with their stamps then
 * @param sources of the articles it gave
 * @param contested sources that another file has: when that one gives them up, they are this file's
 * @param readable whether it could be read
 */
record KnownFile(Stamp stamp, Map<Path, Stamp> used, List<String> sources, List<String> contested, boolean readable) {

    KnownFile {
        used = Map.copyOf(used);
        sources = List.copyOf(sources);
        contested = List.copyOf(contested);
    }

    /** Whether neither the file nor any that it names has changed. */
    boolean isCurrent(Stamp now) {
        return stamp.equals(now)
                && used.entrySet().stream()
                        .allMatch(use -> Stamp.of(use.getKey()).equals(use.getValue()));
    }

    /** The same, to be read again at the next look. */
    KnownFile stale() {
        return new KnownFile(Stamp.ABSENT, used, sources, contested, readable);
    }
}
