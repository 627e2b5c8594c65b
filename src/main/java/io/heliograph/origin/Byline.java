package io.heliograph.origin;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import io.heliograph.article.Author;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote an entry of an XML feed, or all of it. */
final class Byline {

    private Byline() {}

    /**
     * Those whom an entry names.
     *
     * @param base what their URLs are relative to
     */
    static List<Author> of(SyndEntry entry, Element element, URI base) {
        List<Author> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            author(orEmpty(person.getName()), orEmpty(person.getUri()), base).ifPresent(authors::add);
        }
        if (authors.isEmpty()) {
            for (Element e : element.getChildren()) {
                if (e.getName().equals("author") && !e.getChildren().isEmpty()) {
                    // Atom's person in an RSS item.
                    author(text(e, "name"), text(e, "uri"), base).ifPresent(authors::add);
                } else if (e.getName().equals("creator") || e.getName().equals("author")) {
                    author(e.getTextTrim(), "", base).ifPresent(authors::add);
                }
            }
        }
        return authors.stream().distinct().toList();
    }

    /**
     * Those whom an Atom feed names, for entries that name nobody (RFC 4287, section 4.1.2); but not the publication
     * itself, which only stands there because the feed must name somebody.
     */
    static List<Author> ofFeed(Element root, String title, URI base) {
        List<Author> authors = new ArrayList<>();
        for (Element e : root.getChildren()) {
            if (root.getName().equals("feed") && e.getName().equals("author")) {
                author(text(e, "name"), text(e, "uri"), base)
                        .filter(author -> !author.name().equals(title))
                        .ifPresent(authors::add);
            }
        }
        return authors.stream().distinct().toList();
    }

    private static Optional<Author> author(String text, String url, URI base) {
        String name = PersonName.of(PlainTitle.of(text));
        String resolved = LooseUrl.resolve(base, url).map(URI::toString).orElse("");
        return name.isEmpty() ? Optional.empty() : Optional.of(new Author(name, resolved));
    }

    private static String text(Element person, String name) {
        return person.getChildren().stream()
                .filter(e -> e.getName().equals(name))
                .map(Element::getTextTrim)
                .findFirst()
                .orElse("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
