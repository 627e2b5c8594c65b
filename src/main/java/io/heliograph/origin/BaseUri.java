package io.heliograph.origin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The base URI of an element (XML Base): what relative references in it are relative to. */
final class BaseUri {

    private BaseUri() {}

    /**
     * The base of an element: its {@code xml:base} within those of the elements around it.
     *
     * @param home where nothing names one
     * @param document what the outermost is relative to
     */
    static URI of(Element element, URI home, URI document) {
        List<String> bases = new ArrayList<>();
        for (Element e = element; e != null; e = e.getParentElement()) {
            String base = e.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null) {
                bases.add(0, base);
            }
        }
        URI result = bases.isEmpty() ? home : document;
        for (String base : bases) {
            result = LooseUrl.resolve(result, base).orElse(result);
        }
        return result;
    }

    /** Whether it or an element around it names one. */
    static boolean isNamed(Element element) {
        for (Element e = element; e != null; e = e.getParentElement()) {
            if (e.getAttribute("base", Namespace.XML_NAMESPACE) != null) {
                return true;
            }
        }
        return false;
    }
}
