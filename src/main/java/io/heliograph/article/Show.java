package io.heliograph.article;

import java.util.List;
import java.util.Locale;

/**
 * What a site says of itself as a podcast.
 *
 * @param title plain text; empty means the site's
 * @param description plain text; empty means the site's
 * @param author who is said to make it; empty means the site's title
 * @param owner whom directories write to, never shown
 * @param categories as {@link ShowCategory} has them, the first counts; at least one
 * @param explicit whether it is not for everybody
 * @param live whether streams of what happens now are in it: Podcasting 2.0 puts elements of RSS into one of its own,
 *     which RSS forbids its extensions, so validators find fault with it
 * @param artwork {@link Artwork#NONE} means one with the site's initial
 * @param guid the id it had before it came here; empty means one that is made here
 * @param newFeedUrl where it moves to; empty if it stays
 */
public record Show(
        String title,
        String description,
        String author,
        Owner owner,
        List<ShowCategory> categories,
        boolean explicit,
        Order order,
        Medium medium,
        boolean locked,
        boolean live,
        Artwork artwork,
        String guid,
        String newFeedUrl) {

    /** Of a site that is no podcast. */
    public static final Show NONE = new Show(
            "",
            "",
            "",
            new Owner("", ""),
            List.of(),
            false,
            Order.EPISODIC,
            Medium.PODCAST,
            false,
            false,
            Artwork.NONE,
            "",
            "");

    /** Whom directories write to. */
    public record Owner(String name, String email) {
        public Owner {
            name = Text.line(name);
            email = Text.line(email);
        }
    }

    /** In which order episodes are meant to be heard. */
    public enum Order {
        EPISODIC,
        SERIAL
    }

    /** The values of Podcasting 2.0's {@code medium} that a newsroom's recordings can be. */
    public enum Medium {
        PODCAST,
        MUSIC,
        VIDEO,
        FILM,
        AUDIOBOOK,
        NEWSLETTER,
        BLOG;

        /** As it stands in a feed. */
        public String term() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Show {
        title = Text.line(title);
        description = Text.line(description);
        author = Text.line(author);
        categories = List.copyOf(categories);
    }

    public boolean isNone() {
        return categories.isEmpty();
    }
}
