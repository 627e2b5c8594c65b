package io.heliograph.representation;

import io.heliograph.article.Selection;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.store.Changes;

/** A document of a site, whatever the host. */
public sealed interface Target {

    /** Names the document within its site, for ever: under it the time of its last change is remembered. */
    String key();

    /** Whether a change shows in the document. */
    boolean isTouchedBy(Changes changes);

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

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself() || changes.selections().contains(selection);
        }
    }

    /** The front page. */
    record FrontPage() implements Target {
        @Override
        public String key() {
            return "/";
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return !changes.isEmpty();
        }
    }

    /** The page of a section, by its slug. */
    record SectionPage(String slug) implements Target {
        @Override
        public String key() {
            return new Selection.InSection(slug).path();
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself() || changes.selections().contains(new Selection.InSection(slug));
        }
    }

    /** The page of an article, by its path. */
    record ArticlePage(String path) implements Target {
        @Override
        public String key() {
            return path;
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself() || changes.paths().contains(path);
        }
    }

    /** The page about the feeds, which lists the sections. */
    record FeedsPage() implements Target {
        @Override
        public String key() {
            return "/feeds";
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return !changes.isEmpty();
        }
    }

    /** The page about the hosts. */
    record MirrorsPage() implements Target {
        @Override
        public String key() {
            return "/mirrors";
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself();
        }
    }

    /** The page for what is not there, and for what is there no more. */
    record ErrorPage(int status) implements Target {
        @Override
        public String key() {
            return "error " + status;
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself();
        }
    }

    /** A file that pages name, such as the stylesheet, whatever fingerprint its name was asked with. */
    record AssetFile(String name) implements Target {
        @Override
        public String key() {
            return "/assets/" + name;
        }

        @Override
        public boolean isTouchedBy(Changes changes) {
            return changes.siteItself();
        }
    }
}
