package io.heliograph.origin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;

/**
 * What an entry says in elements of another format than its document's: Atom or Media RSS in an RSS item, XHTML, Dublin
 * Core. Where the entry's own format has an element for it, and the entry has none of that, it gets one. An element of
 * its own always counts for more.
 */
final class ForeignMarkup {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String DUBLIN_CORE = "http://purl.org/dc/";
    private static final String MEDIA_RSS = "search.yahoo.com/mrss";

    /** RSS elements as they are spelt, by their names in lower case: people write {@code <pubdate>}. */
    private static final Map<String, String> SPELT = Stream.of(
                    "author", "category", "description", "enclosure", "guid", "link", "pubDate", "title")
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** Beyond as many, keywords are there to be found by machines. */
    private static final int MOST_KEYWORDS = 12;

    private final Element entry;
    private final Namespace own;

    private ForeignMarkup(Element entry) {
        this.entry = entry;
        this.own = entry.getNamespace();
    }

    /** Gives an RSS item or Atom entry elements of its own format for what it says in others. */
    static void naturalise(Element entry) {
        ForeignMarkup markup = new ForeignMarkup(entry);
        if (Set.of(ATOM, ATOM_03).contains(entry.getNamespaceURI())) {
            markup.atom();
        } else {
            markup.rss();
        }
        markup.keywords();
    }

    /** Gives an RSS channel its title. */
    static void naturaliseChannel(Element channel) {
        ForeignMarkup markup = new ForeignMarkup(channel);
        markup.spell();
        markup.title();
    }

    private void rss() {
        spell();
        title();
        links();
        if (isBlank("description") && isBlank("encoded")) {
            Stream.of(
                            all(e -> is(e, "content", ATOM)),
                            all(e -> is(e, "summary", ATOM)),
                            all(e -> e.getName().equals("body")
                                    && e.getNamespaceURI().equals(XHTML)),
                            all(e -> e.getNamespace().equals(own)
                                    && Set.of("body", "fullitem", "summary").contains(e.getName())),
                            all(e -> e.getName().equals("description")
                                    && e.getNamespaceURI().startsWith(DUBLIN_CORE)),
                            media("description"))
                    .flatMap(Function.identity())
                    .map(ForeignMarkup::html)
                    .filter(html -> !html.isBlank())
                    .findFirst()
                    .ifPresent(html -> ensure("description").setText(html));
        }
    }

    private void atom() {
        for (Element text : own("title", "summary", "content").toList()) {
            decode(text);
            boolean html = text.getAttributeValue("type", "").contains("html");
            if (html && !text.getChildren().isEmpty() && text.getTextTrim().isEmpty()) {
                escapedInXhtml(text);
            }
        }
        own("link")
                .filter(link -> link.getAttributeValue("href", "").isBlank())
                .forEach(link -> link.setAttribute("href", link.getTextTrim()));
        title();
        if (isBlank("summary") && isBlank("content")) {
            media("description")
                    .findFirst()
                    .ifPresent(description ->
                            ensure("summary").setAttribute("type", "html").setText(html(description)));
        }
    }

    private void spell() {
        own().forEach(e -> e.setName(SPELT.getOrDefault(e.getName().toLowerCase(Locale.ROOT), e.getName())));
        // RSS titles are text, descriptions are escaped HTML. Of elements in them ROME would see nothing.
        own("title").filter(title -> !title.getChildren().isEmpty()).forEach(title -> title.setText(title.getValue()));
        own("description").filter(e -> !e.getChildren().isEmpty()).forEach(e -> e.setText(html(e)));
    }

    private void title() {
        if (isBlank("title")) {
            Stream.of(
                            all(e -> is(e, "title", ATOM)),
                            all(e -> e.getName().equals("title")
                                    && e.getNamespaceURI().startsWith(DUBLIN_CORE)),
                            media("title"))
                    .flatMap(Function.identity())
                    .map(Element::getValue)
                    .filter(title -> !title.isBlank())
                    .findFirst()
                    .ifPresent(title -> ensure("title").setText(title));
        }
    }

    /** Atom's links in an RSS item, with or without their namespace. */
    private void links() {
        List<Element> links = all(e -> e.getName().equals("link")
                        && !e.getAttributeValue("href", "").isBlank())
                .toList();
        for (Element link : links) {
            String href = link.getAttributeValue("href", "").strip();
            String rel = link.getAttributeValue("rel", "alternate");
            if (rel.equals("alternate")
                    && own("link").allMatch(e -> e.getTextTrim().isEmpty())) {
                ensure("link").setText(href);
            } else if (rel.equals("enclosure")) {
                entry.addContent(new Element("enclosure", own)
                        .setAttribute("url", href)
                        .setAttribute("type", link.getAttributeValue("type", ""))
                        .setAttribute("length", link.getAttributeValue("length", "0")));
            }
        }
    }

    /** Keywords of iTunes and Media RSS, separated by commas, for an entry that has no other subjects. */
    private void keywords() {
        if (all(e -> Set.of("category", "subject").contains(e.getName())
                        && !e.getNamespaceURI().contains("itunes")
                        && !e.getNamespaceURI().contains(MEDIA_RSS))
                .findAny()
                .isPresent()) {
            return;
        }
        Stream.concat(all(e -> is(e, "keywords", "itunes")), media("keywords"))
                .flatMap(e -> Arrays.stream(e.getValue().split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_KEYWORDS)
                .forEach(word -> entry.addContent(
                        new Element("category", own).setAttribute("term", word).setText(word)));
    }

    /** Atom 0.3's {@code mode="base64"}, if the text is what it says. */
    private static void decode(Element text) {
        if (!text.getAttributeValue("mode", "").equals("base64")) {
            return;
        }
        text.setAttribute("mode", "escaped");
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.getTextTrim());
            text.setText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // It is text after all, and stays as it is.
        }
    }

    /** Escaped HTML that somebody put into an element: TypePad did. With elements inside it is XHTML wrongly named. */
    private static void escapedInXhtml(Element text) {
        boolean escaped =
                text.getChildren().stream().allMatch(e -> e.getChildren().isEmpty())
                        && text.getValue().indexOf('<') >= 0;
        if (escaped) {
            text.setText(text.getValue());
        } else {
            text.setAttribute("type", "xhtml");
        }
    }

    /** The HTML that an element holds: as elements, escaped, or as plain text by its type. */
    private static String html(Element text) {
        if (!text.getChildren().isEmpty()) {
            return new XMLOutputter().outputString(text.getContent());
        }
        boolean plain = switch (text.getAttributeValue("type", "")) {
            case "text", "plain", "text/plain" -> true;
            case "" ->
                text.getNamespaceURI().contains(MEDIA_RSS)
                        || text.getNamespaceURI().equals(ATOM);
            default -> false;
        };
        return plain ? Plain.escape(text.getText()) : text.getText();
    }

    /** An element of this name in the entry, or in a group of media in it. */
    private Stream<Element> media(String name) {
        return Stream.concat(
                all(e -> is(e, name, MEDIA_RSS)),
                all(e -> is(e, "group", MEDIA_RSS))
                        .flatMap(group -> group.getChildren().stream())
                        .filter(e -> is(e, name, MEDIA_RSS)));
    }

    private static boolean is(Element e, String name, String namespace) {
        return e.getName().equals(name) && e.getNamespaceURI().contains(namespace);
    }

    private boolean isBlank(String name) {
        return all(e -> e.getName().equals(name)
                        && (e.getNamespace().equals(own) || name.equals("encoded"))
                        && !e.getValue().isBlank())
                .findAny()
                .isEmpty();
    }

    private Element ensure(String name) {
        Optional<Element> there = own(name).findFirst();
        Element element = there.orElseGet(() -> new Element(name, own));
        if (there.isEmpty()) {
            entry.addContent(element);
        }
        return element;
    }

    private Stream<Element> own(String... names) {
        return all(e -> e.getNamespace().equals(own)
                && (names.length == 0 || Arrays.asList(names).contains(e.getName())));
    }

    /** A copy, so that the tree may change meanwhile. */
    private Stream<Element> all(Predicate<Element> which) {
        return List.copyOf(entry.getChildren()).stream().filter(which);
    }
}
