package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An article's recording as podcast players take it.
 *
 * @param file that every player plays
 */
record Recording(Media media, Rendition file) {

    /** What Apple Podcasts plays, and how the names of such files end. */
    private static final Map<String, Set<String>> ENDINGS = Map.of(
            "audio/mpeg", Set.of("mp3"),
            "audio/mp3", Set.of("mp3"),
            "audio/mp4", Set.of("m4a", "mp4"),
            "audio/x-m4a", Set.of("m4a"),
            "video/mp4", Set.of("mp4", "m4v"),
            "video/x-m4v", Set.of("m4v"),
            "video/quicktime", Set.of("mov"));

    /** The first that every player plays: an item has one enclosure. */
    static Optional<Recording> of(Article article) {
        return article.story().media().stream()
                .flatMap(media -> media.renditions().stream()
                        .filter(Recording::isPlayed)
                        .limit(1)
                        .map(file -> new Recording(media, file)))
                .findFirst();
    }

    private static boolean isPlayed(Rendition file) {
        String path = file.href().value().replaceFirst("[?#].*", "");
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.getOrDefault(file.type(), Set.of()).contains(ending);
    }
}
