package io.heliograph.media.picture;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The few words of an XMP packet (ISO 16684-1) that are kept. Read by a parser that knows no document types, so there is
 * nothing to expand and nothing to load.
 *
 * @param description {@code dc:description}, the first of its languages
 * @param creator {@code dc:creator}, the first
 * @param credit {@code photoshop:Credit}
 */
record XmpPacket(String description, String creator, String credit) {

    static final XmpPacket SILENT = new XmpPacket("", "", "");

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What a packet says; of one that is damaged, what stands before the damage. */
    static XmpPacket read(byte[] packet) {
        String description = "";
        String creator = "";
        String credit = "";
        try {
            XMLStreamReader xml = READERS.createXMLStreamReader(new ByteArrayInputStream(packet));
            String property = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && !xml.getNamespaceURI().equals(RDF)) {
                    property = xml.getNamespaceURI() + xml.getLocalName();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    credit = otherwise(credit, xml.getAttributeValue(PHOTOSHOP, "Credit"));
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && !xml.getNamespaceURI().equals(RDF)) {
                    property = "";
                } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                    switch (property) {
                        case DC + "description" -> description = otherwise(description, xml.getText());
                        case DC + "creator" -> creator = otherwise(creator, xml.getText());
                        case PHOTOSHOP + "Credit" -> credit = otherwise(credit, xml.getText());
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser answers some broken XML with whatever its own code happens to throw.
            return new XmpPacket(description, creator, credit);
        }
        return new XmpPacket(description, creator, credit);
    }

    static String write(XmpPacket packet) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(out);
            xml.writeProcessingInstruction("xpacket", "begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
            xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.writeNamespace("x", "adobe:ns:meta/");
            xml.writeStartElement("rdf", "RDF", RDF);
            xml.writeNamespace("rdf", RDF);
            xml.writeStartElement("rdf", "Description", RDF);
            xml.writeNamespace("dc", DC);
            xml.writeNamespace("photoshop", PHOTOSHOP);
            xml.writeAttribute("rdf", RDF, "about", "");
            if (!packet.credit().isEmpty()) {
                xml.writeAttribute("photoshop", PHOTOSHOP, "Credit", packet.credit());
            }
            if (!packet.description().isEmpty()) {
                list(xml, "description", "Alt", packet.description());
            }
            if (!packet.creator().isEmpty()) {
                list(xml, "creator", "Seq", packet.creator());
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeProcessingInstruction("xpacket", "end=\"r\"");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return out.toString();
    }

    private static void list(XMLStreamWriter xml, String property, String kind, String text) throws XMLStreamException {
        xml.writeStartElement("dc", property, DC);
        xml.writeStartElement("rdf", kind, RDF);
        xml.writeStartElement("rdf", "li", RDF);
        if (kind.equals("Alt")) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "x-default");
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String otherwise(String known, @Nullable String text) {
        return !known.isEmpty() || text == null ? known : text;
    }
}
