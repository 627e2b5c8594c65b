package io.heliograph.feed.tv;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.PlainText;
import io.heliograph.article.Site;
import io.heliograph.article.Text;
import io.heliograph.feed.Excerpt;
import io.heliograph.feed.JsonWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One title of a Roku channel: a recording or live stream of an article.
 *
 * @param id letters and digits, at most 50, for ever the same
 * @param duration zero for a live stream
 */
record RokuItem(
        String id,
        Kind kind,
        Article article,
        Image thumbnail,
        String title,
        Duration duration,
        List<RokuVideo> videos,
        List<Caption> captions,
        String language) {

    /** Recordings up to here are short form; longer ones are programmes of their own. */
    private static final Duration SHORT_FORM = Duration.ofMinutes(15);

    private static final int SHORT_DESCRIPTION = 200;
    private static final int LONG_DESCRIPTION = 500;
    private static final int LONGEST_TAG = 20;

    /**
     * Emoji with what joins and colours them, and the signs around them in Unicode; but not the letter-like ones, such as
     * the degree sign, and not the joiners that some scripts spell with.
     */
    private static final Pattern PICTURES = Pattern.compile(
            "([\\x{1f000}-\\x{1ffff}]|[\\x{2300}-\\x{2bff}&&\\p{So}])[\\x{200d}\\x{fe0f}\\x{e0020}-\\x{e007f}]*|[\\x{fe0f}\\x{20e3}]");

    /** The root field that an item stands in, in the order of the specification. */
    enum Kind {
        SHORT_FORM("shortFormVideos"),
        SPECIAL("tvSpecials"),
        LIVE("liveFeeds");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /**
     * The titles of an article: one for each of its videos and live streams that has what the specification requires. A
     * video without a known duration, a plain file or playlist of a type Roku plays, or a 16:9 picture of at least 800 by
     * 450 pixels is none.
     */
    static List<RokuItem> of(Article article, Site site) {
        Optional<Image> thumbnail =
                article.story().images().stream().filter(RokuItem::fits).findFirst();
        if (thumbnail.isEmpty()) {
            return List.of();
        }
        String language = Roku.language(article.languageOr(site.language()));
        List<RokuItem> items = new ArrayList<>();
        // A title's id goes by its place in the article, so that no other title's coming or going changes it.
        for (int i = 0; i < article.story().media().size(); i++) {
            Media media = article.story().media().get(i);
            List<RokuVideo> videos = RokuVideo.of(media.renditions(), media.duration());
            if (media.kind() == Media.Kind.VIDEO && media.duration().toSeconds() > 0 && !videos.isEmpty()) {
                Kind kind = media.duration().compareTo(SHORT_FORM) < 0 ? Kind.SHORT_FORM : Kind.SPECIAL;
                items.add(new RokuItem(
                        article.id().token() + (i == 0 ? "" : i),
                        kind,
                        article,
                        thumbnail.get(),
                        title(media.title(), article, site),
                        media.duration(),
                        videos,
                        media.captions(),
                        language));
            }
        }
        for (int i = 0; i < article.story().live().size(); i++) {
            Live live = article.story().live().get(i);
            List<RokuVideo> videos = RokuVideo.of(live.renditions(), Duration.ZERO);
            if (!videos.isEmpty()) {
                items.add(new RokuItem(
                        article.id().token() + "live" + (i == 0 ? "" : i),
                        Kind.LIVE,
                        article,
                        thumbnail.get(),
                        title(live.title(), article, site),
                        Duration.ZERO,
                        videos,
                        List.of(),
                        language));
            }
        }
        return items;
    }

    void write(JsonWriter json) {
        json.object();
        json.text("id", id);
        json.text("title", title);
        content(json);
        json.texts("genres", RokuGenres.of(article.story()));
        json.text("thumbnail", thumbnail.href().value());
        if (kind == Kind.LIVE) {
            json.text("brandedThumbnail", thumbnail.href().value());
        } else {
            json.text(
                    "releaseDate",
                    DateTimeFormatter.ISO_LOCAL_DATE.format(article.published().atOffset(ZoneOffset.UTC)));
        }
        String shortDescription = shortDescription();
        json.text("shortDescription", shortDescription);
        json.text("longDescription", longDescription(shortDescription));
        json.texts("tags", tags());
        json.endObject();
    }

    /** The section's name for the playlist that this title is in; empty for a live stream, which cannot be in one. */
    String playlist() {
        return kind == Kind.LIVE ? "" : article.story().section();
    }

    private void content(JsonWriter json) {
        json.object("content");
        json.text("dateAdded", Roku.stampOf(article.published()));
        json.list("videos", videos, (j, video) -> video.write(j));
        // A live stream has none, but channels read the field of every item and expect a whole number.
        json.number("duration", duration.toSeconds());
        json.list("captions", captions, this::caption);
        json.text("language", language);
        json.endObject();
    }

    /** Must have a language; where it is not known, that of the title is likely. */
    private void caption(JsonWriter json, Caption caption) {
        json.object()
                .text("url", caption.href().value())
                .text("language", caption.language().isEmpty() ? language : Roku.language(caption.language()))
                .text("captionType", "SUBTITLE")
                .endObject();
    }

    /** Never empty: an empty one is an error that once took whole channels down. */
    private String shortDescription() {
        String text = Excerpt.of(article, SHORT_DESCRIPTION);
        return text.isEmpty() ? Excerpt.clip(title, SHORT_DESCRIPTION) : text;
    }

    /** Differs from the short one, or is empty; live streams must have one. */
    private String longDescription(String shortDescription) {
        String text = Excerpt.clip(PlainText.of(article.story().html(), LONG_DESCRIPTION * 2), LONG_DESCRIPTION);
        if (!text.isEmpty() && !text.equals(shortDescription)) {
            return text;
        }
        return kind == Kind.LIVE ? Excerpt.clip(title + ". " + shortDescription, LONG_DESCRIPTION) : "";
    }

    /** Tags that a category's query can name: short, and without the words that join tags there. */
    private List<String> tags() {
        return article.story().topics().stream()
                .filter(tag -> tag.length() <= LONGEST_TAG && !tag.contains(" AND ") && !tag.contains(" OR "))
                .toList();
    }

    private static boolean fits(Image image) {
        boolean type = image.type().equals("image/jpeg") || image.type().equals("image/png");
        boolean wide = image.width() >= 800
                && image.height() >= 450
                && Math.abs(image.width() * 9L - image.height() * 16L) <= image.width() * 9L / 50;
        return type && wide;
    }

    /**
     * Plain text without emoji and other pictures, which the specification bars from titles: the recording's own, the
     * article's or the site's, whichever first has words in it.
     */
    private static String title(String own, Article article, Site site) {
        return Stream.of(own, article.title(), site.title())
                .map(RokuItem::withoutPictures)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(site.id());
    }

    private static String withoutPictures(String text) {
        return Text.line(PICTURES.matcher(text).replaceAll(""));
    }
}
