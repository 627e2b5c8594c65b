package io.heliograph.article;

/** Which articles of a site a feed or page shows. */
public sealed interface Selection {

    /** Every article. */
    Selection WHOLE = new Whole();

    /** The articles with video or a live stream. */
    Selection WATCHABLE = new Watchable();

    /** Stands in URLs before {@code /feed.rss}, and in stored keys: empty, or {@code /sections/harbour}, for instance. */
    String path();

    /** Every article of the site. */
    record Whole() implements Selection {
        @Override
        public String path() {
            return "";
        }
    }

    /** The articles of one section, by its slug. */
    record InSection(String slug) implements Selection {
        @Override
        public String path() {
            return "/sections/" + Slug.encoded(slug);
        }
    }

    /** The articles with something to watch. */
    record Watchable() implements Selection {
        @Override
        public String path() {
            return "/tv";
        }
    }
}
