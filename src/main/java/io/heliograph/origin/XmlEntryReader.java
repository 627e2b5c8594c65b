package io.heliograph.origin;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import io.heliograph.article.Text;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Makes a draft of one entry of an XML feed, from ROME's view of it and the element it was read from. */
final class XmlEntryReader {

    /** Some feeds call HTML text; a tag that ends, is empty or has an attribute tells, for text names others. */
    private static final Pattern HTML = Pattern.compile("</|/>|<[A-Za-z][A-Za-z0-9]*\\s[^<>=]*=[^<>]*>");

    private static final Namespace RDF = Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "date", "created");
    private static final Set<String> TEXTS = Set.of("content", "encoded", "description", "summary");
    private static final List<String> UPDATED = List.of("updated", "modified");

    private final SyndEntry entry;
    private final Element element;
    private final URI documentUrl;
    private final List<Host> hosts;
    private final List<Author> feedAuthors;
    private final Source feed;
    private final URI base;
    private final EntryLinks links;
    private final Optional<URI> link;

    /**
     * A reader of one entry.
     *
     * @param home what relative references are relative to where nothing else says so
     * @param documentUrl what {@code xml:base} is relative to
     * @param feedAuthors for an entry that names none
     * @param feed that it stands in
     */
    XmlEntryReader(
            SyndEntry entry,
            Element element,
            URI home,
            URI documentUrl,
            List<Host> hosts,
            List<Author> feedAuthors,
            Source feed) {
        this.entry = entry;
        this.element = element;
        this.documentUrl = documentUrl;
        this.hosts = hosts;
        this.feedAuthors = feedAuthors;
        this.feed = feed;
        this.base = BaseUri.of(element, home, documentUrl);
        this.link = findLink(base);
        this.links = new EntryLinks(BaseUri.isNamed(element) ? base : link.orElse(base), hosts);
    }

    /**
     * The draft; empty if the entry says nothing, which is noted.
     *
     * @param position from 1, for the problems' sake
     */
    Optional<Draft> read(int position, String feedLanguage, List<EntryProblem> problems) {
        Body body = body();
        Cleaner.Cleaned cleaned = Cleaner.clean(body.html(), bodyLinks());
        EntryMedia media = EntryMedia.of(element, entry, links, cleaned.pictures());
        String title = title();
        if (title.isEmpty()) {
            title = PlainTitle.from(cleaned.html().isEmpty() ? body.summary() : cleaned.html());
        }
        if (title.isEmpty() && link.isEmpty() && media.isEmpty()) {
            problems.add(new EntryProblem(
                    "entry " + position, EntryProblem.Reason.EMPTY, "has no title, no text and no link"));
            return Optional.empty();
        }
        if (title.isEmpty()) {
            title = link.map(URI::getPath).orElse("Untitled");
        }
        String where = title;
        String sourceId = sourceId();
        Optional<String> publishedText = date(PUBLISHED);
        Optional<Instant> published = publishedText.flatMap(LooseDate::parse);
        Optional<Instant> updated = date(UPDATED).flatMap(LooseDate::parse);
        if (publishedText.isPresent() && published.isEmpty()) {
            problems.add(new EntryProblem(
                    where, EntryProblem.Reason.PART_LEFT_OUT, "not a date: " + Text.line(publishedText.get())));
        }
        List<String> categories = categories();
        Story story = new Story(
                        title,
                        body.summary(),
                        cleaned.html(),
                        byline(),
                        categories.isEmpty() ? "" : categories.get(0),
                        categories.stream().skip(1).toList(),
                        language(feedLanguage),
                        media.images(),
                        media.media(),
                        List.of())
                .airedAs(EntryEpisode.of(element, links, base))
                .from(EntrySource.of(element, base, feed));
        String distinction = link.map(URI::toString).orElse(where + '\n' + publishedText.orElse(""));
        return Optional.of(new Draft(
                sourceId,
                distinction,
                link.map(URI::toString).orElse(""),
                link.map(LinkPath::of).orElse(""),
                published.or(() -> updated).orElse(Draft.UNDATED),
                updated.orElse(Draft.UNDATED),
                story));
    }

    /** The publisher's own id, verbatim: {@code guid}, Atom {@code id}, or {@code rdf:about}. */
    private String sourceId() {
        return Stream.of(child("guid"), child("id"), element.getAttributeValue("about", RDF, ""))
                .map(Text::line)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Optional<URI> findLink(URI base) {
        List<String> candidates = new ArrayList<>();
        candidates.add(child("origLink"));
        String named = orEmpty(entry.getLink()).strip();
        // Where there is none, ROME takes the id for one.
        if (!named.equals(child("guid")) || hasLink(named)) {
            candidates.add(named);
        }
        for (SyndLink other : entry.getLinks()) {
            if (other.getRel() == null || other.getRel().equals("alternate")) {
                candidates.add(orEmpty(other.getHref()));
            }
        }
        Element guid = childElement("guid");
        if (guid != null && !"false".equals(guid.getAttributeValue("isPermaLink"))) {
            addIfUrl(guid.getTextTrim(), candidates);
        }
        addIfUrl(child("id"), candidates);
        return candidates.stream()
                .filter(c -> !c.isBlank())
                .map(c -> LooseUrl.resolve(base, c))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean hasLink(String text) {
        return element.getChildren().stream()
                .anyMatch(e -> e.getName().equals("link") && e.getTextTrim().equals(text));
    }

    /** An id may be a link, but a word or number is none, although every word is a relative reference. */
    private static void addIfUrl(String id, List<String> candidates) {
        if (id.startsWith("/") || id.regionMatches(true, 0, "http", 0, 4)) {
            candidates.add(id);
        }
    }

    /** The links of the text, which may have an {@code xml:base} of its own. */
    private EntryLinks bodyLinks() {
        return element.getChildren().stream()
                .filter(e -> TEXTS.contains(e.getName()) && e.getAttribute("base", Namespace.XML_NAMESPACE) != null)
                .findFirst()
                .map(text -> new EntryLinks(BaseUri.of(text, base, documentUrl), hosts))
                .orElse(links);
    }

    /**
     * An entry's text and summary.
     *
     * @param summary plain text; empty if there is only one text
     */
    private record Body(String html, String summary) {}

    private Body body() {
        String description = entry.getDescription() == null ? "" : html(entry.getDescription());
        String content = entry.getContents().stream()
                .map(XmlEntryReader::html)
                .filter(html -> !html.isBlank())
                .findFirst()
                .orElseGet(() -> child("encoded"));
        String itunes = element.getChildren().stream()
                .filter(e ->
                        e.getName().equals("summary") && e.getNamespaceURI().contains("itunes"))
                .map(Element::getTextTrim)
                .findFirst()
                .orElse("");
        if (content.isBlank()) {
            return description.isBlank() ? new Body(Plain.marked(itunes), "") : new Body(Plain.marked(description), "");
        }
        String summary = PlainTitle.of(Cleaner.words(description), Plain.LONGEST_SUMMARY);
        return new Body(Plain.marked(content), Cleaner.words(content).equals(summary) ? "" : summary);
    }

    private static String html(SyndContent content) {
        String value = orEmpty(content.getValue());
        String type = orEmpty(content.getType());
        // Atom's default is text (RFC 4287, section 3.1.1); of RSS, ROME always says what it is.
        if (type.isEmpty() || type.equals("text") || type.equals("text/plain")) {
            return HTML.matcher(value).find() ? value : Plain.escape(value);
        }
        return value;
    }

    private String title() {
        SyndContent title = entry.getTitleEx();
        if (title == null) {
            return "";
        }
        Element own = childElement("title");
        // ROME forgets the type of a title in Atom 0.3.
        String type = own == null ? orEmpty(title.getType()) : own.getAttributeValue("type", "");
        String value = orEmpty(title.getValue());
        return type.contains("html") ? Plain.cut(Cleaner.words(value), Plain.LONGEST_TITLE) : PlainTitle.of(value);
    }

    private List<Author> byline() {
        List<Author> own = Byline.of(entry, element, base);
        return own.isEmpty() ? feedAuthors : own;
    }

    private List<String> categories() {
        List<String> names = new ArrayList<>();
        for (SyndCategory category : entry.getCategories()) {
            String label = orEmpty(category.getLabel());
            names.add(PlainTitle.of(label.isBlank() ? orEmpty(category.getName()) : label));
        }
        if (names.isEmpty()) {
            element.getChildren().stream()
                    .filter(e -> e.getName().equals("subject") && isDublinCore(e))
                    .forEach(e -> names.add(PlainTitle.of(e.getTextTrim())));
        }
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static boolean isDublinCore(Element e) {
        return e.getNamespaceURI().startsWith("http://purl.org/dc/");
    }

    /** The entry's own language where it differs from the feed's; empty otherwise. */
    private String language(String feedLanguage) {
        String own = Language.tag(Optional.ofNullable(element.getAttributeValue("lang", Namespace.XML_NAMESPACE))
                .orElseGet(() -> child("language")));
        return own.isEmpty() ? feedLanguage : own;
    }

    private Optional<String> date(List<String> names) {
        return names.stream().map(this::child).filter(text -> !text.isBlank()).findFirst();
    }

    private String child(String name) {
        Element child = childElement(name);
        return child == null ? "" : child.getTextTrim();
    }

    /** The first child of this local name, whatever its namespace. */
    private @Nullable Element childElement(String name) {
        for (Element child : element.getChildren()) {
            if (child.getName().equalsIgnoreCase(name)) {
                return child;
            }
        }
        return null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
