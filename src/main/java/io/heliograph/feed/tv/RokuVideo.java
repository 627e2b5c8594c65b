package io.heliograph.feed.tv;

import io.heliograph.article.Href;
import io.heliograph.article.Rendition;
import io.heliograph.feed.JsonWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One way to play a title.
 *
 * @param kilobitsPerSecond 0 for an adaptive one, which has none in the feed
 */
record RokuVideo(Href href, String quality, String type, long kilobitsPerSecond) {

    /**
     * The ways to play among renditions: one adaptive one alone, HLS if there is any, else every plain file; several are
     * only for files of one video.
     */
    static List<RokuVideo> of(List<Rendition> renditions, Duration duration) {
        List<Rendition> playable =
                renditions.stream().filter(r -> !typeOf(r).isEmpty()).toList();
        Optional<Rendition> adaptive =
                playable.stream().filter(Rendition::isAdaptive).min(Comparator.comparing(r -> !r.isHls()));
        return adaptive.map(List::of).orElse(playable).stream()
                .map(r -> new RokuVideo(r.href(), quality(r), typeOf(r), bitRate(r, duration)))
                .toList();
    }

    void write(JsonWriter json) {
        json.object();
        json.text("url", href.value());
        json.text("quality", quality);
        json.text("videoType", type);
        if (kilobitsPerSecond > 0) {
            json.number("bitrate", kilobitsPerSecond);
        }
        json.endObject();
    }

    private static String typeOf(Rendition rendition) {
        if (rendition.isHls()) {
            return "HLS";
        }
        return switch (rendition.type()) {
            case "application/dash+xml" -> "DASH";
            case "application/vnd.ms-sstr+xml" -> "SMOOTH";
            case "video/mp4" -> "MP4";
            case "video/quicktime" -> "MOV";
            case "video/x-m4v" -> "M4V";
            default -> "";
        };
    }

    /** By the number of lines; 720 where it is not known, which is what most are. */
    private static String quality(Rendition rendition) {
        int lines = rendition.height() == 0 ? 720 : rendition.height();
        return lines >= 2160 ? "UHD" : lines >= 1080 ? "FHD" : lines >= 720 ? "HD" : "SD";
    }

    /** As declared, else size by duration; a plain file must have one, so at last what is usual for its quality. */
    private static long bitRate(Rendition rendition, Duration duration) {
        if (rendition.isAdaptive()) {
            return 0;
        }
        if (rendition.kilobitsPerSecond() > 0) {
            return rendition.kilobitsPerSecond();
        }
        if (rendition.bytes() > 0 && duration.toSeconds() > 0) {
            return Math.max(1, rendition.bytes() / 125 / duration.toSeconds());
        }
        return switch (quality(rendition)) {
            case "UHD" -> 15_000;
            case "FHD" -> 5_000;
            case "HD" -> 2_500;
            default -> 1_200;
        };
    }
}
