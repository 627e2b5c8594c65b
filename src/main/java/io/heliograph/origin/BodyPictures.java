package io.heliograph.origin;

import io.heliograph.article.Href;
import io.heliograph.article.Scaled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The pictures that a cleaned body shows. Ours get their measures, so that nothing moves when they come, and are offered
 * in several sizes; those that could not be had are taken out, and their words stay.
 */
final class BodyPictures {

    /** How wide a picture is shown, in CSS: pages have a column of this width, feed readers much the same. */
    private static final int COLUMN = 720;

    private static final Set<String> SHELLS = Set.of("a", "p", "div", "span", "figure", "li", "em", "strong");
    private static final String SHOWING = "img, audio, video, table, hr";

    private BodyPictures() {}

    /** What a body shows, in order, each once: pictures, and what stands for films until they play. */
    static List<Href> of(String html) {
        if (!mayShow(html)) {
            return List.of();
        }
        Set<Href> found = new LinkedHashSet<>();
        for (Element element : parse(html).select("img[src], video[poster]")) {
            found.add(href(element, attribute(element)));
        }
        return List.copyOf(found);
    }

    /** The body with what is known of the pictures in it that are ours. */
    static String sized(String html, Map<Href, MediaShelf.Shelved> shelved) {
        return replaced(html, shelved, href -> false);
    }

    /**
     * The body with pictures of ours in place of others.
     *
     * @param ours by where they stand in the body
     * @param gone those that cannot be had
     */
    static String replaced(String html, Map<Href, MediaShelf.Shelved> ours, Predicate<Href> gone) {
        if (!mayShow(html)) {
            return html;
        }
        Document document = parse(html);
        boolean changed = false;
        for (Element element : document.select("img[src], video[poster]")) {
            String attribute = attribute(element);
            Href href = href(element, attribute);
            MediaShelf.Shelved own = ours.get(href);
            if (own != null) {
                element.attr(attribute, marked(own.href()));
                if (attribute.equals("src")) {
                    measure(element, own);
                }
                changed = true;
            } else if (gone.test(href)) {
                if (attribute.equals("src")) {
                    takeOut(element);
                } else {
                    element.removeAttr(attribute);
                }
                changed = true;
            }
        }
        return changed ? document.body().html().strip().replace(Cleaner.MARK, Href.OPEN_HOST) : html;
    }

    private static boolean mayShow(String html) {
        return html.contains("<img") || html.contains("<video");
    }

    private static Document parse(String html) {
        return Cleaner.parse(html.replace(Href.OPEN_HOST, Cleaner.MARK));
    }

    private static String attribute(Element element) {
        return element.normalName().equals("img") ? "src" : "poster";
    }

    private static Href href(Element element, String attribute) {
        return new Href(element.attr(attribute).replace(Cleaner.MARK, Href.OPEN_HOST));
    }

    private static String marked(Href href) {
        return href.value().replace(Href.OPEN_HOST, Cleaner.MARK);
    }

    private static void measure(Element img, MediaShelf.Shelved own) {
        if (own.width() == 0 || own.height() == 0) {
            return;
        }
        // Who wrote the article may want it smaller than it is, but not in another shape.
        String wanted = img.attr("width");
        int width = wanted.matches("[1-9]\\d{0,4}") ? Math.min(own.width(), Integer.parseInt(wanted)) : own.width();
        long height = Math.max(1, Math.round((double) own.height() * width / own.width()));
        img.attr("width", String.valueOf(width)).attr("height", String.valueOf(height));
        img.attr("loading", "lazy");
        if (!own.scaled().isEmpty()) {
            int shown = Math.min(COLUMN, width);
            img.attr("srcset", candidates(own));
            img.attr("sizes", "(max-width: " + shown + "px) 100vw, " + shown + "px");
        }
    }

    private static String candidates(MediaShelf.Shelved own) {
        return Stream.concat(own.scaled().stream(), Stream.of(new Scaled(own.href(), own.width(), own.height())))
                .map(scaled -> marked(scaled.href()) + " " + scaled.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /** A figure's caption stays; where there is none, the words that stand for the picture do. */
    private static void takeOut(Element img) {
        Element figure = img.closest("figure");
        boolean told = figure != null && figure.selectFirst("figcaption") != null;
        Element parent = img.parent();
        String words = img.attr("alt").strip();
        if (!told && !words.isEmpty()) {
            img.replaceWith(new TextNode(words));
            return;
        }
        img.remove();
        while (parent != null && SHELLS.contains(parent.normalName()) && isEmpty(parent)) {
            Element shell = parent;
            parent = shell.parent();
            shell.remove();
        }
    }

    private static boolean isEmpty(Element element) {
        return !element.hasText() && element.selectFirst(SHOWING) == null;
    }
}
