package io.heliograph.server;

import io.heliograph.article.Selection;
import io.heliograph.feed.Format;
import io.heliograph.http.Link;
import io.heliograph.http.MediaType;
import io.heliograph.representation.Target;
import java.util.ArrayList;
import java.util.List;

/** The {@code Link} fields (RFC 8288) of answers: which feeds belong to a page, and what a feed is the feed of. */
final class Links {

    private Links() {}

    /** The field's value; empty if there is nothing to link to. */
    static String of(Exchange exchange) {
        if (!(exchange.route() instanceof Route.Document document)) {
            return "";
        }
        if (document.target() instanceof Target.FeedTarget feed) {
            return Link.field(ofFeed(exchange, feed));
        }
        if (document.target() instanceof Target.ArchivePage page) {
            return Link.field(ofArchive(exchange, page));
        }
        return exchange.isPage() ? Link.field(ofPage(exchange, document.target())) : "";
    }

    /** The feeds of a site in all formats, for a page that has none of its own. */
    static String ofSite(Exchange exchange) {
        return Link.field(formats(exchange, Selection.WHOLE, ""));
    }

    /** The feeds that belong to a page (RSS Autodiscovery, as a header field): those of what it lists, else of the site. */
    private static List<Link> ofPage(Exchange exchange, Target target) {
        if (target instanceof Target.FeedPreview preview) {
            return formats(exchange, preview.feed().selection(), preview.feed().query());
        }
        Selection selection = target instanceof Target.ListingPage listing
                ? listing.selection()
                : target instanceof Target.SearchPage search && !search.query().isEmpty()
                        ? new Selection.Search(search.query())
                        : Selection.WHOLE;
        return formats(exchange, selection, asked(selection));
    }

    private static List<Link> formats(Exchange exchange, Selection selection, String query) {
        return exchange.access().terms().isPublic(selection)
                ? Routes.formats().stream()
                        .map(format -> new Link(
                                exchange.placed(format.path(selection)) + query,
                                "alternate",
                                MediaType.bare(format.contentType())))
                        .toList()
                : List.of();
    }

    /** The feed itself, where it is at home, and for what is for all the page that shows the same. */
    private static List<Link> ofFeed(Exchange exchange, Target.FeedTarget feed) {
        List<Link> links = places(exchange, feed.key(), feed.format());
        if (!exchange.access().isPrivate()) {
            String page = feed.selection().path();
            links.add(new Link(
                    exchange.placed(page.isEmpty() ? "/" : page) + asked(feed.selection()), "alternate", "text/html"));
        }
        return links;
    }

    /** The page itself, where it is at home, and the feed as it is now (RFC 5005, section 4). */
    private static List<Link> ofArchive(Exchange exchange, Target.ArchivePage page) {
        List<Link> links = places(exchange, page.key(), page.format());
        links.add(new Link(
                exchange.placed(exchange.access().root() + page.format().path(page.selection())),
                "current",
                MediaType.bare(page.format().contentType())));
        return links;
    }

    private static List<Link> places(Exchange exchange, String key, Format format) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(
                exchange.host().base() + exchange.placed(exchange.access().root() + key),
                "self",
                MediaType.bare(format.contentType())));
        if (!exchange.access().isPrivate()) {
            links.add(new Link(exchange.access().canonical().base() + exchange.placed(key), "canonical"));
        }
        return links;
    }

    private static String asked(Selection selection) {
        return selection.query().isEmpty() ? "" : "?" + selection.query();
    }
}
