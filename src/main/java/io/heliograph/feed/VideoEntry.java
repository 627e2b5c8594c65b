package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Episode;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A video of an article as Google's video sitemaps have it. There is none without a picture, which Google requires.
 *
 * @param duration zero if unknown, and of what is live
 */
record VideoEntry(
        Article article,
        Image thumbnail,
        String title,
        String description,
        Rendition file,
        Duration duration,
        boolean live) {

    static final String NAMESPACE = "http://www.google.com/schemas/sitemap-video/1.1";

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_TAGS = 32;
    private static final Duration LONGEST = Duration.ofHours(8);

    static List<VideoEntry> of(Article article) {
        Optional<Image> thumbnail = article.story().images().stream().findFirst();
        if (thumbnail.isEmpty()) {
            return List.of();
        }
        String summary = Excerpt.of(article, LONGEST_DESCRIPTION);
        String description = summary.isEmpty() ? article.title() : summary;
        List<VideoEntry> entries = new ArrayList<>();
        for (Media media : article.story().media()) {
            if (media.kind() == Media.Kind.VIDEO) {
                entries.add(new VideoEntry(
                        article,
                        thumbnail.get(),
                        media.title().isEmpty() ? article.title() : media.title(),
                        description,
                        media.file(),
                        media.duration(),
                        false));
            }
        }
        for (Live live : article.story().live()) {
            entries.add(new VideoEntry(
                    article,
                    thumbnail.get(),
                    live.title().isEmpty() ? article.title() : live.title(),
                    description,
                    live.renditions().get(0),
                    Duration.ZERO,
                    true));
        }
        return entries;
    }

    /** In the order of Google's schema. */
    void write(XmlWriter xml) {
        xml.open("video:video");
        xml.text("video:thumbnail_loc", thumbnail.href().value());
        xml.brief("video:title", LONGEST_TITLE, title);
        xml.brief("video:description", LONGEST_DESCRIPTION, description);
        xml.text("video:content_loc", file.href().value());
        if (duration.toSeconds() > 0 && duration.compareTo(LONGEST) <= 0) {
            xml.text("video:duration", Long.toString(duration.toSeconds()));
        }
        xml.text("video:publication_date", Dates.rfc3339(article.published()));
        article.story().tags().stream().limit(MOST_TAGS).forEach(tag -> xml.text("video:tag", tag));
        boolean explicit = article.story().episode().rating() == Episode.Rating.EXPLICIT;
        xml.text("video:family_friendly", explicit ? "no" : "yes");
        xml.text("video:live", live ? "yes" : "no");
        xml.close("video:video");
    }
}
