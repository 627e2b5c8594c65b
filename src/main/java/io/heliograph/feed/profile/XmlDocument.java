package io.heliograph.feed.profile;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A feed read by a strict parser: what is not well-formed is a fault, of the item where it was found. */
final class XmlDocument {

    /** Deeper nothing of ours is. */
    private static final int DEEPEST = 64;

    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final Findings findings;
    private final Deque<Element> open = new ArrayDeque<>();
    private int items;
    private boolean inItem;

    private XmlDocument(Findings findings) {
        this.findings = findings;
    }

    /** The root of a document; empty if it cannot be read, which is a fault then. */
    static Optional<Element> read(byte[] bytes, Findings findings) {
        return new XmlDocument(findings).read(bytes);
    }

    private Optional<Element> read(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Optional<Element> root = Optional.empty();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Element element = start(reader);
                        if (root.isEmpty()) {
                            root = Optional.of(element);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS -> {
                        Element in = open.peek();
                        if (in != null) {
                            in.text().append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        }
                    }
                    default -> {
                        // Comments and what else there is no rule is about.
                    }
                }
            }
            reader.close();
            return root;
        } catch (XMLStreamException e) {
            findings.about(inItem ? items - 1 : Fault.DOCUMENT, "");
            findings.unless(false, Rule.XML_WELL_FORMED, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Element start(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String namespace = reader.getNamespaceURI();
        Element element = new Element(namespace == null ? "" : namespace, reader.getLocalName(), attributes);
        Element in = open.peek();
        if (in != null) {
            in.children().add(element);
        }
        if (ITEMS.contains(element.name())) {
            inItem = true;
            items++;
        }
        open.push(element);
        if (open.size() > DEEPEST) {
            throw new XMLStreamException("elements nested deeper than " + DEEPEST);
        }
        return element;
    }

    private void end() {
        if (ITEMS.contains(open.pop().name())) {
            inItem = false;
        }
    }
}
