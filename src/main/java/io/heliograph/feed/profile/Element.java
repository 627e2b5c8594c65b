package io.heliograph.feed.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An element of a feed, as far as rules go.
 *
 * @param name local name
 * @param text its own, without that of elements in it
 */
record Element(
        String namespace, String name, Map<String, String> attributes, List<Element> children, StringBuilder text) {

    Element(String namespace, String name, Map<String, String> attributes) {
        this(namespace, name, attributes, new ArrayList<>(), new StringBuilder());
    }

    boolean is(String space, String local) {
        return name.equals(local) && namespace.equals(space);
    }

    List<Element> all(String space, String local) {
        return children.stream().filter(child -> child.is(space, local)).toList();
    }

    /** The text of a child; empty if there is none. */
    String textOf(String space, String local) {
        return all(space, local).stream().findFirst().map(Element::value).orElse("");
    }

    String attribute(String local) {
        return attributes.getOrDefault(local, "");
    }

    String value() {
        return text.toString().strip();
    }
}
