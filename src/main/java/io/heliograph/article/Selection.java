package io.heliograph.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which articles of a site a feed or page shows. */
// Those without parameters are made here and nowhere else, so none of them is initialised before this is.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Selection {

    /** Every article. */
    Selection WHOLE = new Whole();

    /** The articles with video or a live stream. */
    Selection WATCHABLE = new Watchable();

    /** The articles that are news; no page of ours. */
    Selection NEWS = new News();

    /** The articles with sound. */
    Selection AUDIBLE = new Audible();

    /** The articles with a recording to watch. */
    Selection FILMED = new Filmed();

    /** The articles with a live stream. */
    Selection LIVE = new OnAir();

    /**
     * The selection with a path; empty if the path is no selection's.
     *
     * @param path percent-encoded or not
     */
    static Optional<Selection> at(String path) {
        int slash = path.indexOf('/', 1);
        if (slash < 0 || path.indexOf('/', slash + 1) >= 0) {
            return switch (path) {
                case "" -> Optional.of(WHOLE);
                case "/tv" -> Optional.of(WATCHABLE);
                case "/audio" -> Optional.of(AUDIBLE);
                case "/video" -> Optional.of(FILMED);
                case "/live" -> Optional.of(LIVE);
                default -> Optional.empty();
            };
        }
        String slug = URLDecoder.decode(path.substring(slash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return switch (path.substring(0, slash)) {
            case "/sections" -> Optional.of(new InSection(slug));
            case "/tags" -> Optional.of(new InTag(slug));
            case "/authors" -> Optional.of(new ByAuthor(slug));
            case "/languages" -> Optional.of(new InLanguage(slug));
            case "/feeds" -> Optional.of(new Chosen(slug));
            case "/translations" -> Optional.of(new Translations(slug));
            default -> Optional.empty();
        };
    }

    /** Stands in URLs before {@code /feed.rss}, and in stored keys: empty, or {@code /sections/harbour}, for instance. */
    String path();

    /** The query that belongs to the path, without its question mark: {@code q=tide}; empty for nearly all. */
    String query();

    /** Whether its articles are written down, so that what it showed before can be known. */
    boolean isLasting();

    /**
     * A selection whose articles are written down. The defaults stand here, not in {@link Selection}, whose constants
     * would else be made while their own classes wait for it.
     */
    sealed interface Kept extends Selection {
        @Override
        default String query() {
            return "";
        }

        @Override
        default boolean isLasting() {
            return true;
        }
    }

    /** Every article of the site. */
    record Whole() implements Kept {
        @Override
        public String path() {
            return "";
        }
    }

    /** The articles of one section, by its slug. */
    record InSection(String slug) implements Kept {
        @Override
        public String path() {
            return "/sections/" + Slug.encoded(slug);
        }
    }

    /** The articles with one tag, by its slug. */
    record InTag(String slug) implements Kept {
        @Override
        public String path() {
            return "/tags/" + Slug.encoded(slug);
        }
    }

    /** The articles by one author, by the slug of the name. */
    record ByAuthor(String slug) implements Kept {
        @Override
        public String path() {
            return "/authors/" + Slug.encoded(slug);
        }
    }

    /** The articles in one language, by its BCP 47 tag; those that name none have an empty one. */
    record InLanguage(String tag) implements Kept {
        @Override
        public String path() {
            return "/languages/" + Slug.encoded(tag);
        }
    }

    /** The articles that say the same in several languages, by what their origin calls them together. No page of ours. */
    record Translations(String key) implements Kept {
        @Override
        public String path() {
            return "/translations/" + Slug.encoded(key);
        }
    }

    /** The articles of the last two days, as search engines want them told apart. */
    record News() implements Kept {
        @Override
        public String path() {
            return "/news";
        }
    }

    /** The articles with something to listen to. */
    record Audible() implements Kept {
        @Override
        public String path() {
            return "/audio";
        }
    }

    /** The articles with something to watch. */
    record Watchable() implements Kept {
        @Override
        public String path() {
            return "/tv";
        }
    }

    /** The articles with a recording to watch, live streams apart. */
    record Filmed() implements Kept {
        @Override
        public String path() {
            return "/video";
        }
    }

    /** The articles with a live stream. */
    record OnAir() implements Kept {
        @Override
        public String path() {
            return "/live";
        }
    }

    /** The articles that the publisher chose for a feed of its own, by the feed's id. */
    record Chosen(String id) implements Kept {
        @Override
        public String path() {
            return "/feeds/" + Slug.encoded(id);
        }
    }

    /** The articles in which words stand, as somebody typed them. */
    record Search(String words) implements Selection {
        @Override
        public String path() {
            return "/search";
        }

        @Override
        public String query() {
            return "q=" + Slug.encoded(words);
        }

        @Override
        public boolean isLasting() {
            return false;
        }
    }
}
