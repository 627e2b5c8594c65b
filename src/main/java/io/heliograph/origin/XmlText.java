package io.heliograph.origin;

import io.heliograph.article.Text;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that strangers wrote. A document type is cut off unread, so no entity is ever expanded and nothing is ever
 * loaded. How deep elements nest is bounded before the tree is built, whose cost grows with the square of it. What
 * breaks the rules is repaired and read again.
 */
final class XmlText {

    private static final int DEEPEST = 200;
    private static final int MOST_ATTRIBUTES = 200;

    /** The prefixes that feeds use without declaring them. */
    private static final Map<String, String> KNOWN_PREFIXES = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("atom", "http://www.w3.org/2005/Atom"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("podcast", "https://podcastindex.org/namespace/1.0")));

    private static final Pattern PREFIX =
            Pattern.compile("</?([A-Za-z_][\\w.-]*):|\\s([A-Za-z_][\\w.-]*):[\\w.-]+\\s*=");
    private static final Pattern DECLARED = Pattern.compile("\\sxmlns:([A-Za-z_][\\w.-]*)\\s*=");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]*)");

    private XmlText() {}

    /**
     * A document, and whether it had to be repaired.
     *
     * @param repair what was wrong; empty if nothing was
     */
    record Read(Document document, String repair) {}

    /**
     * Reads a document.
     *
     * @throws OriginFailure if it cannot be read even after repair
     */
    static Read read(String text) throws OriginFailure {
        String plain = withoutDocumentType(text);
        try {
            return new Read(parse(plain), "");
        } catch (JDOMException | IOException first) {
            String repaired = repair(plain);
            try {
                return new Read(parse(repaired), Text.line(String.valueOf(first.getMessage())));
            } catch (JDOMException | IOException second) {
                throw new OriginFailure(
                        OriginFailure.Reason.UNREADABLE,
                        "not well-formed XML, and past repair: " + Text.line(String.valueOf(second.getMessage())),
                        second);
            }
        }
    }

    private static Document parse(String text) throws JDOMException, IOException {
        try {
            secure(SAXParserFactory.newInstance()).parse(new InputSource(new StringReader(text)), new Bounds());
        } catch (ParserConfigurationException | SAXException e) {
            throw new JDOMException(e.getMessage(), e);
        }
        SAXBuilder builder = new SAXBuilder(new SecureReader());
        builder.setExpandEntities(false);
        try {
            return builder.build(new StringReader(text));
        } catch (IllegalArgumentException e) {
            // JDOM is stricter on names and namespaces than the parser, and says so in its own way.
            throw new JDOMException(e.getMessage(), e);
        }
    }

    private static SAXParser secure(SAXParserFactory factory) throws ParserConfigurationException, SAXException {
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser();
    }

    /** The JDK's reader with document types refused. */
    private static final class SecureReader implements XMLReaderJDOMFactory {
        @Override
        public XMLReader createXMLReader() throws JDOMException {
            try {
                return secure(SAXParserFactory.newInstance()).getXMLReader();
            } catch (ParserConfigurationException | SAXException e) {
                throw new JDOMException("the JDK's XML reader cannot be made safe", e);
            }
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }

    /** Refuses what would be costly to build a tree of. */
    private static final class Bounds extends DefaultHandler {
        private int depth;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (++depth > DEEPEST) {
                throw new SAXException("elements nest deeper than " + DEEPEST);
            }
            if (attributes.getLength() > MOST_ATTRIBUTES) {
                throw new SAXException("an element has more than " + MOST_ATTRIBUTES + " attributes");
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            depth--;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    /** The text without its document type declaration, internal subset included. */
    static String withoutDocumentType(String text) {
        int start = indexOfIgnoreCase(text, "<!DOCTYPE");
        int root = firstElement(text);
        if (start < 0 || root >= 0 && root < start) {
            return text;
        }
        int brackets = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return text.substring(0, start) + text.substring(i + 1);
            }
        }
        return text;
    }

    /** What a lenient parser makes of the text, as well-formed XML from the root element on. */
    private static String repair(String text) {
        int root = firstElement(text);
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .skip(root < 0 ? 0 : text.codePointCount(0, root))
                .filter(Text::legal)
                .forEach(legal::appendCodePoint);
        org.jsoup.nodes.Document lenient = Jsoup.parse(legal.toString(), "", Parser.xmlParser());
        lenient.outputSettings()
                .syntax(OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        lenient.getAllElements().forEach(XmlText::repairNames);
        Element element = lenient.firstElementChild();
        return element == null ? "" : declarePrefixes(element.outerHtml());
    }

    /** No name begins with a colon, and no namespace with a space. */
    private static void repairNames(Element element) {
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey();
            if (name.startsWith(":")) {
                element.removeAttr(name);
            } else if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                attribute.setValue(attribute.getValue().strip());
            }
        }
    }

    private static String declarePrefixes(String text) {
        Set<String> used = new LinkedHashSet<>();
        for (Matcher m = PREFIX.matcher(text); m.find(); ) {
            used.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        for (Matcher m = DECLARED.matcher(text); m.find(); ) {
            used.remove(m.group(1));
        }
        used.remove("xml");
        used.remove("xmlns");
        Matcher root = ROOT.matcher(text);
        if (used.isEmpty() || !root.find()) {
            return text;
        }
        StringBuilder declarations = new StringBuilder();
        for (String prefix : used) {
            String uri = KNOWN_PREFIXES.getOrDefault(prefix, "urn:undeclared:" + prefix);
            declarations
                    .append(" xmlns:")
                    .append(prefix)
                    .append("=\"")
                    .append(uri)
                    .append('"');
        }
        return text.substring(0, root.end()) + declarations + text.substring(root.end());
    }

    /** Where the first element begins, outside of comments and instructions; -1 if there is none. */
    static int firstElement(String text) {
        int i = text.indexOf('<');
        while (i >= 0 && !ROOT.matcher(text).region(i, text.length()).lookingAt()) {
            int from = i + 1;
            if (text.startsWith("<!--", i)) {
                from = text.indexOf("-->", i + 4);
            } else if (text.startsWith("<?", i)) {
                from = text.indexOf("?>", i + 2);
            }
            i = from < 0 ? -1 : text.indexOf('<', from);
        }
        return i;
    }

    private static int indexOfIgnoreCase(String text, String part) {
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }
}
