package io.heliograph.origin;

import io.heliograph.article.Source;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/** Reads which feed an entry comes from: one that it names itself, or else the feed it stands in. */
final class EntrySource {

    private EntrySource() {}

    /**
     * The feed that an XML document is.
     *
     * @param channel the element that holds its title
     * @param url where the document came from
     * @param home page that it is about
     */
    static Source ofFeed(Element root, Element channel, String title, URI url, URI home) {
        List<Element> places = root.equals(channel) ? List.of(root) : List.of(channel, root);
        String self = places.stream()
                .flatMap(place -> place.getChildren().stream())
                .filter(e -> e.getName().equals("link") && "self".equals(e.getAttributeValue("rel")))
                .flatMap(e -> LooseUrl.resolve(url, e.getAttributeValue("href", "")).stream())
                .filter(EntrySource::isNamed)
                .map(URI::toString)
                .findFirst()
                .orElse("");
        return new Source(
                title,
                self.isEmpty() ? shown(url) : self,
                page(home, url),
                root.getName().equals("feed") ? text(root, "id") : "",
                PlainTitle.of(first(text(channel, "rights"), text(channel, "copyright"))),
                Source.UNDATED);
    }

    /**
     * The address of a feed where the feed itself says none, as far as it is for everybody: a query may hold a secret, and
     * a private name or address is nobody's business.
     */
    static String shown(URI url) {
        return isNamed(url) && url.getRawQuery() == null ? url.toString() : "";
    }

    /** The page that a feed is about; empty if that is not known, or not for everybody. */
    static String page(URI home, URI feed) {
        return home.equals(feed) || !isNamed(home) ? "" : home.toString();
    }

    /** Whether a URL's host has a name of the internet. */
    static boolean isNamed(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        return host.matches(".*\\.[A-Za-z][A-Za-z0-9-]*")
                && !host.endsWith(".localhost")
                && url.getRawUserInfo() == null;
    }

    /**
     * The feed that an entry comes from.
     *
     * @param base what URLs in the entry are relative to
     * @param feed the one it stands in
     */
    static Source of(Element entry, URI base, Source feed) {
        Optional<Element> source = entry.getChildren().stream()
                .filter(e -> e.getName().equals("source")
                        && (e.getNamespaceURI().isEmpty() || e.getNamespaceURI().equals(entry.getNamespaceURI())))
                .findFirst();
        String rights = PlainTitle.of(text(entry, "rights"));
        if (source.isEmpty()) {
            return rights.isEmpty() ? feed : withRights(feed, rights);
        }
        Element named = source.get();
        boolean atom = !named.getChildren().isEmpty();
        Source own = atom
                ? new Source(
                        PlainTitle.of(text(named, "title")),
                        link(named, "self", base),
                        link(named, "alternate", base),
                        text(named, "id"),
                        PlainTitle.of(text(named, "rights")),
                        LooseDate.parse(text(named, "updated")).orElse(Source.UNDATED))
                : new Source(
                        PlainTitle.of(named.getTextTrim()),
                        LooseUrl.resolve(base, named.getAttributeValue("url", ""))
                                .map(URI::toString)
                                .orElse(""),
                        "",
                        "",
                        "",
                        Source.UNDATED);
        boolean nameless = own.title().isEmpty() && own.feed().isEmpty();
        Source kept = nameless ? feed : own;
        return rights.isEmpty() ? kept : withRights(kept, rights);
    }

    private static Source withRights(Source source, String rights) {
        return new Source(source.title(), source.feed(), source.page(), source.id(), rights, source.updated());
    }

    private static String link(Element source, String rel, URI base) {
        return source.getChildren().stream()
                .filter(e -> e.getName().equals("link")
                        && e.getAttributeValue("rel", "alternate").equals(rel))
                .flatMap(e -> LooseUrl.resolve(base, e.getAttributeValue("href", "")).stream())
                .map(URI::toString)
                .findFirst()
                .orElse("");
    }

    private static String text(Element parent, String name) {
        return parent.getChildren().stream()
                .filter(e -> e.getName().equals(name))
                .map(Element::getTextTrim)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
