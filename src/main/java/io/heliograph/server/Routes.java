package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Flipboard;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Msn;
import io.heliograph.feed.Podcast;
import io.heliograph.feed.Rss;
import io.heliograph.feed.SmartNews;
import io.heliograph.feed.tv.Roku;
import io.heliograph.http.Accept;
import io.heliograph.http.MediaType;
import io.heliograph.page.Assets;
import io.heliograph.representation.Target;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which path asks for what. What is no endpoint of ours may be the path of an article. */
final class Routes {

    private static final Format RSS = new Rss();
    private static final Format JSON = new JsonFeed();

    /** The formats of a feed's URL without an ending, the usual one first. */
    private static final List<Format> FEEDS = List.of(RSS, new Atom(), JSON);

    /**
     * What may be asked for there, and what it gets: the formats by their types, RSS by those of XML that some know alone,
     * and for people a page. It stands last, so that a reader who takes pages too gets a feed.
     */
    private static final List<Offer> OFFERS = Stream.of(
                    FEEDS.stream().map(format -> new Offer(MediaType.bare(format.contentType()), format)),
                    Stream.of(
                            new Offer("application/json", JSON),
                            new Offer("application/xml", RSS),
                            new Offer("text/xml", RSS)))
            .flatMap(offers -> offers)
            .toList();

    private static final List<String> FOR_PROGRAMS =
            OFFERS.stream().map(Offer::type).toList();
    private static final List<String> FOR_ALL =
            Stream.concat(FOR_PROGRAMS.stream(), Stream.of("text/html")).toList();
    private static final Format ROKU = new Roku();

    /** Formats that a site has only if it says so. */
    private static final List<Format> WANTED = List.of(Podcast.UNNAMED, new Msn(), new SmartNews(), new Flipboard());

    private static final Pattern SITEMAP_PART = Pattern.compile("/sitemap-([1-9]\\d{0,8}|pages)\\.xml");

    private static final String ASSETS = "/assets/";
    private static final String ARCHIVE = "/archive/";

    /** Selections of which there is one each, beside the whole. */
    private static final List<Selection> SINGLE =
            List.of(Selection.WATCHABLE, Selection.FILMED, Selection.AUDIBLE, Selection.LIVE);

    /** The first segment of a selection's path, and what metrics call its pages. */
    private static final Map<String, String> SELECTIONS = Map.of(
            "sections", "section", "tags", "tag", "authors", "author", "languages", "language", "feeds", "chosen");

    private final Map<String, Route> fixed = new HashMap<>();

    Routes() {
        fixed.put("/", page("front", new Target.FrontPage()));
        fixed.put("/feeds", page("feeds", new Target.FeedsPage()));
        fixed.put("/mirrors", page("mirrors", new Target.MirrorsPage()));
        fixed.put("/search", page("search", new Target.SearchPage("", 1)));
        // Browsers and phones ask for these whatever the page says.
        fixed.put("/favicon.ico", asset("favicon.ico"));
        fixed.put("/apple-touch-icon.png", asset("apple-touch-icon.png"));
        feeds(Selection.WHOLE);
        wanted(Selection.WHOLE);
        feeds(new Selection.Search(""));
        for (Selection selection : SINGLE) {
            fixed.put(selection.path(), page("media", new Target.ListingPage(selection, 1)));
            feeds(selection);
            wanted(selection);
        }
        for (String name : List.of("sitemap.xml", "news-sitemap.xml", "robots.txt", "feeds.opml")) {
            fixed.put("/" + name, siteFile(name));
        }
        fixed.put(
                ROKU.path(Selection.WATCHABLE),
                new Route.Document("tv", ROKU.name(), new Target.FeedTarget(Selection.WATCHABLE, ROKU)));
    }

    private void feeds(Selection selection) {
        fixed.put(selection.path() + "/feed", new Route.NegotiatedFeed(selection));
        fixed.put(selection.path() + "/feed.html", preview(selection));
        for (Format format : FEEDS) {
            fixed.put(format.path(selection), feed(selection, format));
        }
    }

    private void wanted(Selection selection) {
        for (Format format : WANTED) {
            fixed.put(format.path(selection), feed(selection, format));
        }
    }

    /** A media type, and the format that a program is given for it. */
    private record Offer(String type, Format format) {}

    /** The paths that are ours whatever a site holds. */
    Set<String> fixedPaths() {
        return Collections.unmodifiableSet(fixed.keySet());
    }

    /** What a normalised path asks for. */
    Route find(String path) {
        Route known = fixed.get(path);
        if (known != null) {
            return known;
        }
        if (path.startsWith("/media/")) {
            return new Route.Media(path);
        }
        if (path.startsWith(ASSETS)) {
            return Assets.name(path.substring(ASSETS.length()))
                    .map(Routes::asset)
                    .orElseGet(() -> article(path));
        }
        int archive = path.lastIndexOf(ARCHIVE);
        Optional<Selection> kept = archive < 0 ? Optional.empty() : Selection.at(path.substring(0, archive));
        if (kept.isPresent()) {
            return archived(kept.get(), path, archive);
        }
        if (path.startsWith("/sitemap-") && SITEMAP_PART.matcher(path).matches()) {
            return siteFile(path.substring(1));
        }
        int slash = path.indexOf('/', 1);
        String name = slash < 0 ? null : SELECTIONS.get(path.substring(1, slash));
        return name == null ? article(path) : selected(name, path, path.indexOf('/', slash + 1));
    }

    /** The formats of every feed, the usual one first. */
    static List<Format> formats() {
        return FEEDS;
    }

    /**
     * A feed in the format that a request's {@code Accept} field prefers, or the page about it.
     *
     * @param paged whether there is a page
     */
    static Route.Document negotiate(Route.NegotiatedFeed route, String accept, boolean paged) {
        int chosen = Accept.choose(accept, paged ? FOR_ALL : FOR_PROGRAMS);
        return chosen < OFFERS.size()
                ? feed(route.selection(), OFFERS.get(chosen).format())
                : preview(route.selection());
    }

    /** What a route with a query asks for: another number of articles, another page, another search. */
    static Route.Document refined(Route.Document route, String query) {
        if (query.isEmpty()) {
            return route;
        }
        Target target = route.target();
        if (target instanceof Target.FeedTarget feed && mayBeCut(feed.format())) {
            Selection selection = selection(feed.selection(), query);
            target = new Target.FeedTarget(selection, feed.format(), extent(query, feed.format()));
        } else if (target instanceof Target.FeedPreview preview) {
            Route.Document feed = refined(new Route.Document("feed", "", preview.feed()), query);
            target = new Target.FeedPreview((Target.FeedTarget) feed.target());
        } else if (target instanceof Target.ListingPage listing) {
            target = new Target.ListingPage(listing.selection(), Math.max(1, Parameters.number(query, "page=")));
        } else if (target instanceof Target.SearchPage) {
            target =
                    new Target.SearchPage(Parameters.text(query, "q="), Math.max(1, Parameters.number(query, "page=")));
        }
        return new Route.Document(route.name(), route.format(), target);
    }

    /** Partners take what they are given. */
    private static boolean mayBeCut(Format format) {
        return format.isArchived() || format instanceof Podcast;
    }

    /** What a feed's query asks for. Two that ask for the same are equal, whatever else is in them. */
    private static Extent extent(String query, Format format) {
        return new Extent(
                limit(query, format.limit(), Math.max(Feed.MOST, format.limit())),
                Parameters.instant(query, "since="),
                Parameters.text(query, "summary=").equals("only"));
    }

    private static int limit(String query, int usual, int most) {
        int limit = Parameters.number(query, "limit=");
        return limit == 0 ? usual : Math.min(limit, most);
    }

    /** Words are found whatever their case, and whether marks are letters' own or follow them. */
    private static Selection selection(Selection selection, String query) {
        if (!(selection instanceof Selection.Search)) {
            return selection;
        }
        String words = Parameters.text(query, "q=").toLowerCase(Locale.ROOT);
        return new Selection.Search(Normalizer.normalize(words, Normalizer.Form.NFC));
    }

    /**
     * A page of a selection's archive.
     *
     * @param at where the selection's path ends
     */
    private static Route archived(Selection selection, String path, int at) {
        int end = path.indexOf('/', at + ARCHIVE.length());
        if (end > 0 && !(selection instanceof Selection.Translations)) {
            String name = path.substring(at + ARCHIVE.length(), end);
            for (Format format : FEEDS) {
                if (path.equals(format.archivePath(selection, name))) {
                    return new Route.Document(
                            "archive", format.name(), new Target.ArchivePage(selection, format, name));
                }
            }
        }
        return article(path);
    }

    /**
     * What is below a selection: its page, and its feeds.
     *
     * @param end where the selection's path ends; -1 if it is the whole path
     */
    private static Route selected(String name, String path, int end) {
        Optional<Selection> found = Selection.at(end < 0 ? path : path.substring(0, end));
        if (found.isEmpty()) {
            return article(path);
        }
        Selection selection = found.get();
        if (end < 0) {
            return page(name, new Target.ListingPage(selection, 1));
        }
        String rest = path.substring(end);
        if (rest.equals("/feed")) {
            return new Route.NegotiatedFeed(selection);
        }
        if (rest.equals("/feed.html")) {
            return preview(selection);
        }
        for (List<Format> formats : List.of(FEEDS, WANTED)) {
            for (Format format : formats) {
                if (rest.equals(format.path(Selection.WHOLE))) {
                    return feed(selection, format);
                }
            }
        }
        return article(path);
    }

    private static Route article(String path) {
        return page("article", new Target.ArticlePage(path));
    }

    private static Route.Document feed(Selection selection, Format format) {
        return new Route.Document("feed", format.name(), new Target.FeedTarget(selection, format));
    }

    /** The page about a feed, which is about the same articles as the feed in its usual format. */
    private static Route.Document preview(Selection selection) {
        return new Route.Document("feed", "html", new Target.FeedPreview(new Target.FeedTarget(selection, RSS)));
    }

    private static Route siteFile(String name) {
        return new Route.Document("crawler", "site", new Target.SiteFile(name));
    }

    private static Route asset(String name) {
        return new Route.Document("asset", Route.ASSET, new Target.AssetFile(name));
    }

    private static Route page(String name, Target target) {
        return new Route.Document(name, "html", target);
    }
}
