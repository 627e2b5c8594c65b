package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording or live stream as the browser's own player has it.
 *
 * @param title its own; empty if it has none
 * @param length for people; empty if unknown
 * @param poster of a video; null if there is none
 * @param sources those that browsers can play, in the order in which they should try
 * @param download the file alone; null of a live stream
 */
public record Player(
        boolean isVideo,
        boolean isLive,
        String title,
        String length,
        @Nullable String poster,
        String width,
        String height,
        List<Source> sources,
        List<Track> tracks,
        @Nullable Source download) {

    /** A way to play it. */
    public record Source(String url, @Nullable String type) {

        /** Short, for people: MP4. */
        public String format() {
            String kind = type == null ? "" : type.substring(type.indexOf('/') + 1);
            return switch (kind) {
                case "", "octet-stream" -> "file";
                case "mpeg" -> "MP3";
                case "quicktime" -> "MOV";
                case "vnd.apple.mpegurl", "x-mpegurl" -> "HLS";
                default -> kind.replaceFirst("^x-", "").toUpperCase(Locale.ROOT);
            };
        }
    }

    /** Captions in a language. */
    public record Track(String url, String language, String label) {}

    static List<Player> of(Frame frame, Article article) {
        List<Player> players = new ArrayList<>();
        article.story().live().forEach(live -> players.add(live(article, live)));
        article.story().media().forEach(media -> players.add(recording(frame, article, media)));
        return players;
    }

    private static Player recording(Frame frame, Article article, Media media) {
        boolean video = media.kind() == Media.Kind.VIDEO;
        Rendition file = media.file();
        List<Source> sources = new ArrayList<>();
        // Browsers that know HLS adapt to the line with it; of sound there is too little to gain.
        media.renditions().stream().filter(r -> r.isHls() && video).forEach(r -> sources.add(source(r)));
        media.renditions().stream().filter(r -> !r.isAdaptive()).forEach(r -> sources.add(source(r)));
        if (sources.isEmpty()) {
            media.renditions().forEach(r -> sources.add(source(r)));
        }
        return new Player(
                video,
                false,
                media.title(),
                media.duration().isZero() ? "" : frame.dates().length(media.duration()),
                poster(article),
                Integer.toString(file.width() > 0 && file.height() > 0 ? file.width() : 1280),
                Integer.toString(file.width() > 0 && file.height() > 0 ? file.height() : 720),
                sources,
                tracks(frame, article, media),
                source(file));
    }

    private static Player live(Article article, Live live) {
        List<Source> sources = live.renditions().stream().map(Player::source).toList();
        return new Player(true, true, live.title(), "", poster(article), "1280", "720", sources, List.of(), null);
    }

    private static Source source(Rendition rendition) {
        return new Source(rendition.href().value(), rendition.type().isEmpty() ? null : rendition.type());
    }

    private static @Nullable String poster(Article article) {
        return Picture.leadOf(article).map(Picture::src).orElse(null);
    }

    /** Those that browsers read: WebVTT. */
    private static List<Track> tracks(Frame frame, Article article, Media media) {
        List<Track> tracks = new ArrayList<>();
        for (Caption caption : media.captions()) {
            if (caption.type().isEmpty() || caption.type().startsWith("text/vtt")) {
                // Captions that tell no language are in the article's (HTML, "srclang").
                String language = Locale.forLanguageTag(caption.language()).toLanguageTag();
                String known =
                        language.equals("und") ? article.languageOr(frame.site().language()) : language;
                tracks.add(new Track(caption.href().value(), known, frame.languageName(known)));
            }
        }
        return tracks;
    }
}
