package io.heliograph.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * What is left in cleaned HTML and shows nothing: pictures and players without a source, links without a target,
 * paragraphs without content.
 *
 * <p>One pass from the end, in which each element's children are done before it and its list of them is made anew:
 * taking a hundred thousand siblings out one by one would take a minute.
 */
final class Leftovers {

    private static final Set<String> SEEN = Set.of("img", "audio", "video", "hr", "br");
    private static final Set<String> EMPTY = Set.of("p", "div", "figure");

    /** Elements that show something. */
    private final Set<Element> showing = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean found;

    private Leftovers() {}

    /** Takes them out; whether there were any. */
    static boolean remove(Element body) {
        Leftovers leftovers = new Leftovers();
        Elements all = body.getAllElements();
        for (int i = all.size() - 1; i >= 0; i--) {
            leftovers.tidy(all.get(i));
        }
        return leftovers.found;
    }

    private void tidy(Element element) {
        List<Node> kept = new ArrayList<>(element.childNodeSize());
        boolean shows = SEEN.contains(element.normalName());
        boolean changed = false;
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner && !isKept(inner)) {
                changed = true;
                if (inner.normalName().equals("a")) {
                    kept.addAll(inner.childNodes());
                    shows |= showing.contains(inner);
                }
            } else {
                kept.add(child);
                shows |= child instanceof TextNode text ? !text.isBlank() : showing.contains(child);
            }
        }
        if (changed) {
            found = true;
            element.empty();
            element.appendChildren(kept);
        }
        if (shows) {
            showing.add(element);
        }
    }

    private boolean isKept(Element element) {
        return switch (element.normalName()) {
            case "img", "source", "track" -> element.hasAttr("src");
            case "audio", "video" -> element.hasAttr("src") || element.selectFirst("source") != null;
            case "a" -> element.hasAttr("href");
            default -> !EMPTY.contains(element.normalName()) || showing.contains(element);
        };
    }
}
