package io.heliograph.representation;

import io.heliograph.article.Selection;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;

/** A document of a site, whatever the host. */
public sealed interface Target {

    /** Names the document within its site, for ever: under it the time of its last change is remembered. */
    String key();

    /**
     * Whether there are only so many of such documents that each is made anew when it changes, and its time remembered.
     * Others are forgotten.
     */
    default boolean isLasting() {
        return true;
    }

    /**
     * A feed.
     *
     * @param limit most articles in it, 1 to {@link Feed#MOST}
     */
    record FeedTarget(Selection selection, Format format, int limit) implements Target {

        /** The URL's query where it asks for another number of articles than usual. */
        String query() {
            return limit == Feed.DEFAULT_LIMIT ? "" : "?limit=" + limit;
        }

        @Override
        public String key() {
            return format.path(selection) + query();
        }
    }

    /** The front page. */
    record FrontPage() implements Target {
        @Override
        public String key() {
            return "/";
        }
    }

    /**
     * The page of a section, tag, author or language.
     *
     * @param page from 1
     */
    record ListingPage(Selection selection, int page) implements Target {
        @Override
        public String key() {
            return selection.path() + (page == 1 ? "" : "?page=" + page);
        }
    }

    /**
     * What a search finds.
     *
     * @param page from 1
     */
    record SearchPage(String query, int page) implements Target {
        @Override
        public String key() {
            return "/search?page=" + page + "&q=" + query;
        }

        @Override
        public boolean isLasting() {
            return query.isEmpty();
        }
    }

    /** The page of an article, by its path. */
    record ArticlePage(String path) implements Target {
        @Override
        public String key() {
            return path;
        }
    }

    /** The page about the feeds, which lists the sections. */
    record FeedsPage() implements Target {
        @Override
        public String key() {
            return "/feeds";
        }
    }

    /** The page about the hosts. */
    record MirrorsPage() implements Target {
        @Override
        public String key() {
            return "/mirrors";
        }
    }

    /**
     * The page for what is not there.
     *
     * @param words what it may have been about; may be empty
     */
    record MissingPage(String words) implements Target {
        @Override
        public String key() {
            return "missing " + words;
        }

        @Override
        public boolean isLasting() {
            return words.isEmpty();
        }
    }

    /**
     * A page that explains why there is nothing else to see.
     *
     * @param status 410 or 503
     */
    record ErrorPage(int status) implements Target {
        @Override
        public String key() {
            return "error " + status;
        }
    }

    /** A file that pages name, such as the stylesheet, whatever fingerprint its name was asked with. */
    record AssetFile(String name) implements Target {
        @Override
        public String key() {
            return "/assets/" + name;
        }
    }
}
