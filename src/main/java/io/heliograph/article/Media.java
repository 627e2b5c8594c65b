package io.heliograph.article;

import java.time.Duration;
import java.util.List;

/**
 * A recording: one piece of sound or video in one or more renditions of the same content.
 *
 * @param title plain text; empty if it has none of its own
 * @param duration zero if unknown
 * @param renditions best first, never empty
 */
public record Media(Kind kind, String title, Duration duration, List<Rendition> renditions, List<Caption> captions) {

    /** What is recorded. */
    public enum Kind {
        AUDIO,
        VIDEO
    }

    public Media {
        title = Text.line(title);
        renditions = List.copyOf(renditions);
        captions = List.copyOf(captions);
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("a recording needs a rendition");
        }
    }

    /** The rendition for a player that takes one plain file: the first that is not adaptive, else the first. */
    public Rendition file() {
        return renditions.stream().filter(r -> !r.isAdaptive()).findFirst().orElse(renditions.get(0));
    }
}
