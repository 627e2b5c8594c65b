package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Image;
import io.heliograph.article.Scaled;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture as an {@code <img>} has it. Attributes that are null are left out.
 *
 * @param src for browsers that choose none of the others
 * @param srcset every size there is, by its width
 * @param alt for those who cannot see it
 */
public record Picture(
        String src,
        @Nullable String srcset,
        @Nullable String width,
        @Nullable String height,
        String alt) {

    /** What a browser that knows no {@code srcset} is given: enough for a column of text. */
    private static final int ENOUGH = 960;

    /** From here on a picture may be as broad as the page. */
    private static final int BROAD = 480;

    /** A picture of ours; none of somebody else's, which would tell them who reads what. */
    static Optional<Picture> of(Image image) {
        if (!image.href().isOwn()) {
            return Optional.empty();
        }
        String src = image.scaled().stream()
                .filter(s -> s.width() >= ENOUGH)
                .findFirst()
                .map(Scaled::href)
                .orElse(image.href())
                .value();
        boolean sized = image.width() > 0 && image.height() > 0;
        return Optional.of(new Picture(
                src,
                srcset(image),
                sized ? Integer.toString(image.width()) : null,
                sized ? Integer.toString(image.height()) : null,
                image.words()));
    }

    /** The lead picture of an article. */
    static Optional<Picture> leadOf(Article article) {
        return article.story().images().stream().limit(1).findFirst().flatMap(Picture::of);
    }

    /** Whether it has too few pixels to stand at the head of a page. */
    public boolean isSmall() {
        return width != null && Integer.parseInt(width) < BROAD;
    }

    /** Whether the room it takes is known before it is there. */
    public boolean isSized() {
        return width != null && height != null;
    }

    static @Nullable String srcset(Image image) {
        if (image.scaled().isEmpty() || image.width() == 0) {
            return null;
        }
        StringBuilder set = new StringBuilder();
        for (Scaled scaled : image.scaled()) {
            set.append(scaled.href().value()).append(' ').append(scaled.width()).append("w, ");
        }
        return set.append(image.href().value())
                .append(' ')
                .append(image.width())
                .append('w')
                .toString();
    }
}
