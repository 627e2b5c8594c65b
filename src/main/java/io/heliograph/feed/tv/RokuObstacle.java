package io.heliograph.feed.tv;

import io.heliograph.article.Article;
import io.heliograph.article.Media;
import java.time.Duration;
import java.util.Optional;

/** What keeps an article with something to watch out of a Roku channel: the first thing to mend. */
public enum RokuObstacle {
    PICTURE("without a picture in JPEG or PNG of 16:9 and at least 800 by 450 pixels whose size is known"),
    TYPE("without a video of a type that Roku plays (HLS, DASH, MP4, MOV, M4V)"),
    DURATION("without a video whose duration is known");

    private final String words;

    RokuObstacle(String words) {
        this.words = words;
    }

    /** For a person, after a number of articles. */
    public String words() {
        return words;
    }

    /** What bars an article that has video or a live stream; empty if it is in the channel. */
    public static Optional<RokuObstacle> of(Article article) {
        if (article.story().images().stream().noneMatch(RokuItem::fits)) {
            return Optional.of(PICTURE);
        }
        boolean live = article.story().live().stream()
                .anyMatch(stream ->
                        !RokuVideo.of(stream.renditions(), Duration.ZERO).isEmpty());
        if (live || article.story().media().stream().anyMatch(media -> plays(media) && RokuItem.hasDuration(media))) {
            return Optional.empty();
        }
        return Optional.of(article.story().media().stream().anyMatch(RokuObstacle::plays) ? DURATION : TYPE);
    }

    private static boolean plays(Media media) {
        return media.kind() == Media.Kind.VIDEO
                && !RokuVideo.of(media.renditions(), media.duration()).isEmpty();
    }
}
