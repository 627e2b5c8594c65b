package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Rss;
import io.heliograph.feed.tv.Roku;
import io.heliograph.http.Accept;
import io.heliograph.http.MediaType;
import io.heliograph.page.Assets;
import io.heliograph.representation.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which path asks for what. What is no endpoint of ours may be the path of an article. */
final class Routes {

    /** The formats of a feed's URL without an ending, the usual one first. */
    private static final List<Format> FEEDS = List.of(new Rss(), new Atom(), new JsonFeed());

    /** What a program may ask for there, and what it gets: the formats by their types, and one that knows no such types. */
    private static final List<Offer> OFFERS = Stream.concat(
                    FEEDS.stream().map(format -> new Offer(MediaType.bare(format.contentType()), format)),
                    Stream.of(new Offer("application/json", new JsonFeed())))
            .toList();

    private static final List<String> OFFERED = OFFERS.stream().map(Offer::type).toList();
    private static final Format ROKU = new Roku();

    private static final String ASSETS = "/assets/";

    private final Map<String, Route> fixed = new HashMap<>();

    Routes() {
        fixed.put("/", page("front", new Target.FrontPage()));
        fixed.put("/feeds", page("feeds", new Target.FeedsPage()));
        fixed.put("/mirrors", page("mirrors", new Target.MirrorsPage()));
        // Browsers and phones ask for these whatever the page says.
        fixed.put("/favicon.ico", asset("favicon.ico"));
        fixed.put("/apple-touch-icon.png", asset("apple-touch-icon.png"));
        fixed.put("/feed", new Route.NegotiatedFeed(Selection.WHOLE));
        for (Format format : FEEDS) {
            fixed.put(format.path(Selection.WHOLE), feed(Selection.WHOLE, format));
        }
        fixed.put(
                ROKU.path(Selection.WATCHABLE),
                new Route.Document("tv", ROKU.name(), new Target.FeedTarget(Selection.WATCHABLE, ROKU, Feed.MOST)));
    }

    /** A media type, and the format that a program is given for it. */
    private record Offer(String type, Format format) {}

    /** What a normalised path asks for. */
    Route find(String path) {
        Route known = fixed.get(path);
        if (known != null) {
            return known;
        }
        if (path.startsWith("/media/")) {
            return new Route.Media(path);
        }
        if (path.startsWith("/sections/")) {
            return section(path);
        }
        if (path.startsWith(ASSETS)) {
            return Assets.name(path.substring(ASSETS.length()))
                    .map(Routes::asset)
                    .orElseGet(() -> page("article", new Target.ArticlePage(path)));
        }
        return page("article", new Target.ArticlePage(path));
    }

    /** A feed in the format that a request's {@code Accept} field prefers. */
    static Route.Document negotiate(Route.NegotiatedFeed route, String accept) {
        return feed(
                route.selection(), OFFERS.get(Accept.choose(accept, OFFERED)).format());
    }

    /** The same feed with another number of articles; the number is bounded. */
    static Route.Document limited(Route.Document route, int limit) {
        if (route.target() instanceof Target.FeedTarget feed && !feed.format().equals(ROKU)) {
            int bounded = Math.max(1, Math.min(limit, Feed.MOST));
            return new Route.Document(
                    route.name(), route.format(), new Target.FeedTarget(feed.selection(), feed.format(), bounded));
        }
        return route;
    }

    private static Route section(String path) {
        int slash = path.indexOf('/', "/sections/".length());
        String slug = URLDecoder.decode(
                path.substring("/sections/".length(), slash < 0 ? path.length() : slash)
                        .replace("+", "%2B"),
                StandardCharsets.UTF_8);
        if (slash < 0) {
            return page("section", new Target.SectionPage(slug));
        }
        Selection selection = new Selection.InSection(slug);
        if (path.equals(selection.path() + "/feed")) {
            return new Route.NegotiatedFeed(selection);
        }
        for (Format format : FEEDS) {
            if (path.equals(format.path(selection))) {
                return feed(selection, format);
            }
        }
        return page("article", new Target.ArticlePage(path));
    }

    private static Route.Document feed(Selection selection, Format format) {
        return new Route.Document("feed", format.name(), new Target.FeedTarget(selection, format, Feed.DEFAULT_LIMIT));
    }

    private static Route asset(String name) {
        return new Route.Document("asset", Route.ASSET, new Target.AssetFile(name));
    }

    private static Route page(String name, Target target) {
        return new Route.Document(name, "html", target);
    }
}
