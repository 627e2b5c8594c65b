package io.heliograph.article;

import java.time.Instant;
import java.util.List;

/**
 * A stream of what happens now.
 *
 * @param title plain text; empty if it has none of its own
 * @param start when it is meant to begin; {@link Instant#EPOCH} if nobody said
 * @param end when it is meant to end, after that; {@link Instant#EPOCH} if nobody said
 * @param renditions best first, never empty
 */
public record Live(String title, Instant start, Instant end, List<Rendition> renditions) {

    public Live {
        title = Text.line(title);
        renditions = List.copyOf(renditions);
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("a live stream needs a rendition");
        }
        if (!end.isAfter(start)) {
            end = Instant.EPOCH;
        }
    }

    /** A stream of which nobody said when it begins and ends. */
    public Live(String title, List<Rendition> renditions) {
        this(title, Instant.EPOCH, Instant.EPOCH, renditions);
    }
}
