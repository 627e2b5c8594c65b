package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.representation.Target;

/** What a path asks for. */
sealed interface Route {

    /** The format of files that pages name. */
    String ASSET = "asset";

    /** Nothing. It is counted like the path of an article that is not there. */
    Route MISSING = new Missing();

    /** A label of metrics: one of a small fixed set. */
    String name();

    /** A label of metrics: the format of a feed, or the kind of document. */
    String format();

    /** A document with a URL of its own. */
    record Document(String name, String format, Target target) implements Route {}

    /** A feed in the format that the request prefers. */
    record NegotiatedFeed(Selection selection) implements Route {
        @Override
        public String name() {
            return "feed";
        }

        @Override
        public String format() {
            return "negotiated";
        }
    }

    /** Nothing, though somebody may have another answer. */
    record Missing() implements Route {
        @Override
        public String name() {
            return "article";
        }

        @Override
        public String format() {
            return "html";
        }
    }

    /** A file of the media library. */
    record Media(String path) implements Route {
        @Override
        public String name() {
            return "media";
        }

        @Override
        public String format() {
            return "media";
        }
    }

    /** Whatever the site's web origin has there. */
    record Mirrored() implements Route {
        @Override
        public String name() {
            return "mirror";
        }

        @Override
        public String format() {
            return "mirror";
        }
    }
}
