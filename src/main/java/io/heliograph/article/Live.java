package io.heliograph.article;

import java.util.List;

/**
 * A stream of what happens now.
 *
 * @param title plain text; empty if it has none of its own
 * @param renditions best first, never empty
 */
public record Live(String title, List<Rendition> renditions) {

    public Live {
        title = Text.line(title);
        renditions = List.copyOf(renditions);
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("a live stream needs a rendition");
        }
    }
}
