package io.heliograph.origin;

import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Person;
import io.heliograph.article.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;

/** Reads what podcast players are told of an entry or file: season, number, chapters, who takes part. */
final class EntryEpisode {

    private static final int MOST_PEOPLE = 50;

    private EntryEpisode() {}

    /** From the elements of iTunes and Podcasting 2.0. */
    static Episode of(Element entry, EntryLinks links, URI base) {
        List<Person> people = new ArrayList<>();
        List<Href> chapters = new ArrayList<>();
        for (Element child : entry.getChildren()) {
            if (!isPodcasting(child)) {
                continue;
            }
            String name = PlainTitle.of(child.getTextTrim());
            if (child.getName().equals("person") && !name.isEmpty() && people.size() < MOST_PEOPLE) {
                String role = child.getAttributeValue("role", "").strip().toLowerCase(Locale.ROOT);
                String url = LooseUrl.resolve(base, child.getAttributeValue("href", ""))
                        .map(URI::toString)
                        .orElse("");
                people.add(new Person(name, role.equals("host") ? "" : role, url));
            } else if (child.getName().equals("chapters") && chapters.isEmpty()) {
                links.href(child.getAttributeValue("url", "")).ifPresent(chapters::add);
            }
        }
        return new Episode(
                number(itunes(entry, "season")),
                number(itunes(entry, "episode")),
                kind(itunes(entry, "episodeType")),
                rating(itunes(entry, "explicit")),
                chapters,
                people);
    }

    /** From the fields of front matter. */
    static Episode of(FrontMatter matter, FileLinks links, List<Href> chapters) {
        List<Person> people = new ArrayList<>();
        for (FrontMatter person : matter.mappings("people", "name")) {
            if (!Text.line(person.text("name")).isEmpty()) {
                String role = person.text("role").toLowerCase(Locale.ROOT);
                String url =
                        links.address(person.text("url")).map(URI::toString).orElse("");
                people.add(new Person(person.text("name"), role.equals("host") ? "" : role, url));
            }
        }
        return new Episode(
                number(matter.text("season")),
                number(matter.text("episode")),
                kind(matter.text("episodeType")),
                rating(matter.text("explicit")),
                chapters,
                people);
    }

    /** Whether an element is one of Podcasting 2.0, whose namespace has two names. */
    static boolean isPodcasting(Element element) {
        return element.getNamespaceURI().startsWith("https://podcastindex.org/namespace/")
                || element.getNamespaceURI().contains("podcast-namespace/");
    }

    private static String itunes(Element entry, String name) {
        return entry.getChildren().stream()
                .filter(e -> e.getName().equals(name)
                        && e.getNamespaceURI().toLowerCase(Locale.ROOT).contains("itunes"))
                .map(Element::getTextTrim)
                .findFirst()
                .orElse("");
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Episode.Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "trailer" -> Episode.Kind.TRAILER;
            case "bonus" -> Episode.Kind.BONUS;
            default -> Episode.Kind.FULL;
        };
    }

    private static Episode.Rating rating(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "explicit" -> Episode.Rating.EXPLICIT;
            case "no", "false", "clean" -> Episode.Rating.CLEAN;
            default -> Episode.Rating.UNRATED;
        };
    }
}
