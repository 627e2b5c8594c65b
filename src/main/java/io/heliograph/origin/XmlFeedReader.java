package io.heliograph.origin;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Source;
import io.heliograph.article.Text;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0. ROME tells what is what in the many versions; dates, ids and
 * extensions are read from the same tree beside it, since ROME misreads fractions of a second, shifts days that do not
 * exist, and knows no Media RSS.
 */
final class XmlFeedReader {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace RSS_10 = Namespace.getNamespace("http://purl.org/rss/1.0/");
    private static final Set<String> ATOM_FEEDS = Set.of(ATOM.getURI(), "http://purl.org/atom/ns#");

    private XmlFeedReader() {}

    static ParsedFeed read(String text, URI url, List<Host> hosts) throws OriginFailure {
        XmlText.Read read = XmlText.read(text);
        Document document = read.document();
        Element root = document.getRootElement();
        SyndFeed feed = rome(document);
        List<Element> elements = entries(root);
        List<EntryProblem> problems = new ArrayList<>();
        if (!read.repair().isEmpty()) {
            problems.add(new EntryProblem(
                    "the document", EntryProblem.Reason.REPAIRED, "not well-formed XML: " + read.repair()));
        }
        URI home = Optional.ofNullable(feed.getLink())
                .flatMap(link -> LooseUrl.resolve(url, link))
                .orElse(url);
        String language = language(feed, root);
        String title = PlainTitle.of(orEmpty(feed.getTitle()));
        List<Author> authors = Byline.ofFeed(root, title, home);
        Source source = EntrySource.ofFeed(root, channel(root), title, url, home);
        List<Draft> drafts = new ArrayList<>();
        List<SyndEntry> entries = feed.getEntries();
        for (int i = 0; i < entries.size(); i++) {
            // Both lists are in document order; where they do not agree, the tree beside ROME's entry is an empty one.
            Element element = elements.size() == entries.size() ? elements.get(i) : new Element("item");
            SyndEntry entry = entries.get(i);
            int position = i + 1;
            Unexpected.caught(
                            "entry " + position,
                            problems,
                            () -> new XmlEntryReader(entry, element, home, url, hosts, authors, source)
                                    .read(position, language, problems))
                    .ifPresent(drafts::add);
        }
        return new ParsedFeed(
                title, PlainTitle.of(orEmpty(feed.getDescription())), language, drafts, problems, ttl(root));
    }

    private static SyndFeed rome(Document document) throws OriginFailure {
        try {
            straighten(document.getRootElement());
            ForeignMarkup.naturaliseChannel(channel(document.getRootElement()));
            entries(document.getRootElement()).forEach(ForeignMarkup::naturalise);
            return new SyndFeedInput().build(document);
        } catch (FeedException | RuntimeException e) {
            // ROME answers what it did not expect with whatever its own code happens to throw.
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE,
                    "well-formed XML, but neither RSS nor Atom: its root element is "
                            + document.getRootElement().getName(),
                    e);
        }
    }

    /** Brings a root that is nearly that of a feed to the form its version has. */
    private static void straighten(Element root) {
        switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss" -> {
                root.setName("rss");
                if (!root.getAttributeValue("version", "").matches("0\\.9\\d?|2\\.0")) {
                    root.setAttribute("version", "2.0");
                }
                if (channel(root).equals(root)) {
                    root.addContent(new Element("channel").addContent(root.removeContent()));
                }
                Element channel = channel(root);
                move(root, channel.getNamespace(), Namespace.NO_NAMESPACE);
                root.setNamespace(Namespace.NO_NAMESPACE);
                gather(root, channel, "item");
            }
            case "rdf" -> {
                // RSS 0.90 has no descriptions, but feeds that call themselves so have them, as those of RSS 1.0 do.
                Namespace version = root.getChildren().stream()
                        .findFirst()
                        .map(Element::getNamespace)
                        .orElseGet(() -> root.getNamespace(""));
                root.removeNamespaceDeclaration(version);
                root.addNamespaceDeclaration(RSS_10);
                root.getChildren().forEach(child -> move(child, version, RSS_10));
                if (channel(root).equals(root)) {
                    root.addContent(0, new Element("channel", RSS_10));
                }
                gather(root, root, "item");
            }
            case "feed" -> {
                if (!ATOM_FEEDS.contains(root.getNamespaceURI())) {
                    move(root, root.getNamespace(), ATOM);
                }
                gather(root, root, "entry");
            }
            default -> {
                // Whatever it is, ROME will say that it is no feed.
            }
        }
    }

    private static Element channel(Element root) {
        return root.getChildren().stream()
                .filter(e -> e.getName().equals("channel"))
                .findFirst()
                .orElse(root);
    }

    private static void move(Element element, Namespace from, Namespace to) {
        if (element.getNamespace().equals(from)) {
            element.setNamespace(to);
        }
        element.getChildren().forEach(child -> move(child, from, to));
    }

    /** Puts entries where they belong: in a document with a tag left open they stand inside another element. */
    private static void gather(Element root, Element parent, String name) {
        List<Element> all = new ArrayList<>();
        root.getDescendants(Filters.element()).forEach(e -> {
            if (e.getName().equals(name)) {
                all.add(e);
            }
        });
        if (all.stream().anyMatch(e -> !parent.equals(e.getParentElement()))) {
            all.forEach(Element::detach);
            parent.addContent(all);
        }
    }

    /** The elements of the entries, in document order: children of the channel, the root (RSS 1.0) or the feed. */
    private static List<Element> entries(Element root) {
        List<Element> found = new ArrayList<>();
        for (Element child : root.getChildren()) {
            if (child.getName().equals("item") || child.getName().equals("entry")) {
                found.add(child);
            } else if (child.getName().equals("channel")) {
                child.getChildren().stream()
                        .filter(c -> c.getName().equals("item"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String language(SyndFeed feed, Element root) {
        String language = Text.line(orEmpty(feed.getLanguage()));
        if (language.isEmpty()) {
            language = root.getAttributeValue("lang", Namespace.XML_NAMESPACE, "");
        }
        return Language.tag(language);
    }

    private static Duration ttl(Element root) {
        Element channel = root.getChild("channel");
        String minutes = channel == null ? "" : orEmpty(channel.getChildTextTrim("ttl"));
        return minutes.matches("\\d{1,6}") ? Duration.ofMinutes(Long.parseLong(minutes)) : Duration.ZERO;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
