package io.heliograph.feed;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What may stand in a sitemap, in which order, how often, and with which values: sitemaps.org's protocol 0.9, and Google's
 * extensions for pictures 1.1, news 0.9 and videos 1.1.
 */
final class SitemapRules {

    static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";
    static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    static final String VIDEO = "http://www.google.com/schemas/sitemap-video/1.1";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final int MANY = 50_000;

    /** What is in an element, by its namespace and name. */
    private static final Map<String, List<Part>> PARENTS = new HashMap<>();

    private static final Predicate<String> ANY = value -> true;
    private static final Predicate<String> WORDS = value -> !value.isBlank();
    private static final Predicate<String> URL = value -> value.matches("https?://[!-~]+");
    private static final Predicate<String> LOC = URL.and(value -> value.length() >= 12 && value.length() < 2048);
    private static final Predicate<String> YES_OR_NO = Set.of("yes", "no")::contains;

    static {
        PARENTS.put(MAP + " urlset", List.of(new Part(MAP, "url", 1, MANY, ANY)));
        PARENTS.put(MAP + " sitemapindex", List.of(new Part(MAP, "sitemap", 1, MANY, ANY)));
        PARENTS.put(
                MAP + " sitemap",
                List.of(new Part(MAP, "loc", 1, 1, LOC), new Part(MAP, "lastmod", 0, 1, SitemapRules::isDate)));
        PARENTS.put(
                MAP + " url",
                List.of(
                        new Part(MAP, "loc", 1, 1, LOC),
                        new Part(MAP, "lastmod", 0, 1, SitemapRules::isDate),
                        new Part(MAP, "changefreq", 0, 1, ANY),
                        new Part(MAP, "priority", 0, 1, ANY),
                        new Part(XHTML, "link", 0, MANY, String::isEmpty),
                        new Part(IMAGE, "image", 0, 1000, ANY),
                        new Part(VIDEO, "video", 0, MANY, ANY),
                        new Part(NEWS, "news", 0, 1, ANY)));
        PARENTS.put(IMAGE + " image", List.of(new Part(IMAGE, "loc", 1, 1, URL)));
        PARENTS.put(
                NEWS + " news",
                List.of(
                        new Part(NEWS, "publication", 1, 1, ANY),
                        new Part(NEWS, "publication_date", 1, 1, SitemapRules::isDate),
                        new Part(NEWS, "title", 1, 1, WORDS)));
        PARENTS.put(
                NEWS + " publication",
                List.of(
                        new Part(NEWS, "name", 1, 1, WORDS.and(name -> name.indexOf('(') < 0)),
                        new Part(NEWS, "language", 1, 1, value -> value.matches("zh-cn|zh-tw|[a-z]{2,3}"))));
        PARENTS.put(
                VIDEO + " video",
                List.of(
                        new Part(VIDEO, "thumbnail_loc", 1, 1, URL),
                        new Part(VIDEO, "title", 1, 1, WORDS.and(value -> value.length() <= 100)),
                        new Part(VIDEO, "description", 1, 1, WORDS.and(value -> value.length() <= 2048)),
                        new Part(VIDEO, "content_loc", 1, 1, URL),
                        new Part(VIDEO, "player_loc", 0, 1, URL),
                        new Part(VIDEO, "duration", 0, 1, SitemapRules::isDuration),
                        new Part(VIDEO, "expiration_date", 0, 1, SitemapRules::isDate),
                        new Part(VIDEO, "publication_date", 0, 1, SitemapRules::isDate),
                        new Part(VIDEO, "tag", 0, 32, ANY),
                        new Part(VIDEO, "family_friendly", 0, 1, YES_OR_NO),
                        new Part(VIDEO, "live", 0, 1, YES_OR_NO)));
    }

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private SitemapRules() {}

    /** An element within another, in the order in which they must come. */
    private record Part(String namespace, String name, int least, int most, Predicate<String> value) {
        boolean is(Element element) {
            return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
        }
    }

    /** What is wrong with a document, each with the element it is about. */
    static List<String> faults(Element root) {
        List<String> faults = new ArrayList<>();
        boolean map = MAP.equals(root.getNamespaceURI())
                && Set.of("urlset", "sitemapindex").contains(root.getLocalName());
        if (!map) {
            return List.of("no sitemap: " + root.getTagName());
        }
        look(root, faults);
        Set<String> addresses = new HashSet<>();
        for (Element entry : Xml.children(root)) {
            Xml.texts(entry, MAP, "loc").stream()
                    .filter(loc -> !addresses.add(loc))
                    .forEach(loc -> faults.add("twice: " + loc));
            pictured(entry, faults);
        }
        return faults;
    }

    private static void look(Element element, List<String> faults) {
        List<Part> parts = PARENTS.get(element.getNamespaceURI() + " " + element.getLocalName());
        if (parts == null) {
            return;
        }
        List<Element> children = Xml.children(element);
        int at = 0;
        for (Part part : parts) {
            int found = 0;
            while (at < children.size() && part.is(children.get(at))) {
                Element child = children.get(at++);
                found++;
                if (!part.value().test(child.getTextContent())) {
                    faults.add(child.getTagName() + ": " + child.getTextContent());
                }
                look(child, faults);
            }
            if (found < part.least() || found > part.most()) {
                faults.add(element.getTagName() + " has " + found + " of " + part.name());
            }
        }
        if (at < children.size()) {
            faults.add(element.getTagName() + ": not here: " + children.get(at).getTagName());
        }
    }

    /** Google, "Video sitemaps": a film is not its page. Localized versions: each names its own page, and each language once. */
    private static void pictured(Element entry, List<String> faults) {
        String page = String.join(" ", Xml.texts(entry, MAP, "loc"));
        for (Element video : Xml.children(entry, VIDEO, "video")) {
            if (Xml.texts(video, VIDEO, "content_loc").contains(page)) {
                faults.add("a film that is its page: " + page);
            }
        }
        List<Element> links = Xml.children(entry, XHTML, "link");
        Set<String> languages = new HashSet<>();
        links.forEach(link -> {
            boolean whole = link.getAttribute("rel").equals("alternate")
                    && URL.test(link.getAttribute("href"))
                    && languages.add(link.getAttribute("hreflang"));
            if (!whole) {
                faults.add("a wrong version of " + page);
            }
        });
        if (!links.isEmpty()
                && links.stream().noneMatch(link -> link.getAttribute("href").equals(page))) {
            faults.add("not among its own versions: " + page);
        }
    }

    private static boolean isDate(String value) {
        try {
            return DATE.matcher(value).matches() || OffsetDateTime.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDuration(String value) {
        return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= 28_800;
    }
}
