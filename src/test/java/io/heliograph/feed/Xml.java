package io.heliograph.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** XML as the JDK's parser reads it: strict, and aware of namespaces. */
public final class Xml {

    public static final String ATOM = "http://www.w3.org/2005/Atom";
    public static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    public static final String DC = "http://purl.org/dc/elements/1.1/";
    public static final String SY = "http://purl.org/rss/1.0/modules/syndication/";
    public static final String MEDIA = "http://search.yahoo.com/mrss/";

    private Xml() {}

    /** The root of a document that must be well-formed, to the last warning. */
    static Element parse(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(document.getBytes(UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            // Whatever the parser dislikes, the document is to blame.
            throw new AssertionError(document, e);
        }
    }

    /** The children of a name; no namespace is the empty text. */
    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(e -> name.equals(e.getLocalName()))
                .filter(e -> namespace.equals(e.getNamespaceURI() == null ? "" : e.getNamespaceURI()))
                .toList();
    }

    static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The one child of a name. */
    static Element child(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements " + name);
        }
        return found.get(0);
    }

    static String text(Element parent, String namespace, String name) {
        return child(parent, namespace, name).getTextContent();
    }

    static List<String> texts(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** The element and all below it. */
    static List<Element> all(Element root) {
        List<Element> elements = new ArrayList<>();
        elements.add(root);
        children(root).forEach(child -> elements.addAll(all(child)));
        return elements;
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }

    /** A text as it is seen: without the word joiners that part tags, which have no width. */
    static String seen(String text) {
        return text.replace("\u2060", "");
    }
}
