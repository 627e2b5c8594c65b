package io.heliograph.mirror;

import io.heliograph.http.MediaType;

/** Files that are read in parts. */
final class LargeFiles {

    private LargeFiles() {}

    /** Whether a target is likely a recording, by its name: such are asked for in parts, and hold no links. */
    static boolean isLikely(String target) {
        String type = MediaType.byUrl(target);
        return type.startsWith("video/") || type.startsWith("audio/") && !type.endsWith("mpegurl");
    }
}
