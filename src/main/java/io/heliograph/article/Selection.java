package io.heliograph.article;

/** Which articles of a site a feed or page shows. */
public sealed interface Selection {

    /** Every article. */
    Selection WHOLE = new Whole();

    /** The articles with video or a live stream. */
    Selection WATCHABLE = new Watchable();

    /** The articles with sound. */
    Selection AUDIBLE = new Audible();

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

    /** The articles with one tag, by its slug. */
    record InTag(String slug) implements Selection {
        @Override
        public String path() {
            return "/tags/" + Slug.encoded(slug);
        }
    }

    /** The articles by one author, by the slug of the name. */
    record ByAuthor(String slug) implements Selection {
        @Override
        public String path() {
            return "/authors/" + Slug.encoded(slug);
        }
    }

    /** The articles in one language, by its BCP 47 tag; those that name none have an empty one. */
    record InLanguage(String tag) implements Selection {
        @Override
        public String path() {
            return "/languages/" + Slug.encoded(tag);
        }
    }

    /** The articles with something to listen to. */
    record Audible() implements Selection {
        @Override
        public String path() {
            return "/audio";
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
