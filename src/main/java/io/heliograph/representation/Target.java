package io.heliograph.representation;

import io.heliograph.article.Selection;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Format;
import io.heliograph.http.EntityTag;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document of a site, whatever the host. */
public sealed interface Target {

    /** Names the document within its site, for ever: under it the time of its last change is remembered. */
    String key();

    /**
     * Whether there are only so many of such documents that each is made anew when it changes, and its time remembered.
     * Others are forgotten when they change.
     */
    default boolean isLasting() {
        return true;
    }

    /** A feed. */
    record FeedTarget(Selection selection, Format format, Extent extent) implements Target {

        /** The newest articles of a selection. */
        public FeedTarget(Selection selection, Format format, int limit) {
            this(selection, format, Extent.of(limit));
        }

        /** As much of a selection as its feed shows in a format to those who ask for nothing else. */
        public FeedTarget(Selection selection, Format format) {
            this(selection, format, format.limit());
        }

        /** The URL's query, with its question mark; empty if there is none. */
        public String query() {
            String both = Stream.of(selection.query(), extent.query(format))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("&"));
            return both.isEmpty() ? "" : "?" + both;
        }

        @Override
        public String key() {
            return format.path(selection) + query();
        }

        /** One that was cut to somebody's wishes is one of very many. */
        @Override
        public boolean isLasting() {
            return selection.isLasting() && extent.equals(Extent.of(format.limit()));
        }
    }

    /**
     * A page of a feed's archive (RFC 5005, section 4). There are as many as anybody can think of names, so their times
     * are not remembered; what is at one follows from its name.
     *
     * @param name as {@link Format#archivePath} takes it
     */
    record ArchivePage(Selection selection, Format format, String name) implements Target {
        @Override
        public String key() {
            return format.archivePath(selection, name);
        }

        @Override
        public boolean isLasting() {
            return false;
        }
    }

    /**
     * What is new in a feed to a reader that has an earlier instance of it (RFC 3229).
     *
     * @param known tag of that instance, without a coding's suffix
     */
    record FeedDelta(FeedTarget feed, String known) implements Target {

        /**
         * What is new since an instance with a tag in any coding; empty where no instance has such a tag, which is ASCII
         * whatever was put behind it on the way.
         */
        public static Optional<FeedDelta> since(FeedTarget feed, EntityTag tag) {
            String opaque = tag.opaque();
            boolean ours = feed.isLasting()
                    && feed.format().isArchived()
                    && opaque.length() >= Stamps.TAG
                    && opaque.chars().allMatch(c -> c < 0x7f)
                    && opaque.chars().limit(Stamps.TAG).allMatch(c -> c >= 'a' && c <= 'z' || c >= '2' && c <= '7');
            return ours ? Optional.of(new FeedDelta(feed, opaque.substring(0, Stamps.TAG))) : Optional.empty();
        }

        @Override
        public String key() {
            return feed.key() + " since " + known;
        }

        @Override
        public boolean isLasting() {
            return false;
        }
    }

    /** The page that shows a feed to people, at the feed's own URL. */
    record FeedPreview(FeedTarget feed) implements Target {
        @Override
        public String key() {
            return feed.selection().path() + "/feed.html" + feed.query();
        }

        @Override
        public boolean isLasting() {
            return feed.isLasting();
        }
    }

    /** A file for programs, such as the sitemap, by its name at the top of every host. */
    record SiteFile(String name) implements Target {
        @Override
        public String key() {
            return "/" + name;
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
     * The page of a selection, such as a section.
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
