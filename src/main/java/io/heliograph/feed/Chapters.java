package io.heliograph.feed;

/** The links between the documents that make a feed together (RFC 5005, section 4), for both kinds of XML. */
final class Chapters {

    /** Of Feed History. */
    static final String NAMESPACE = "http://purl.org/syndication/history/1.0";

    private Chapters() {}

    /** Writes them. They belong to the feed, never to an entry. */
    static void write(Feed feed, Format format, String element, XmlWriter xml) {
        Chapter chapter = feed.chapter();
        if (chapter.isArchived()) {
            xml.empty("fh:archive");
            link("current", feed.current(format).value(), format, element, xml);
            link("next-archive", feed.next(format).value(), format, element, xml);
        }
        if (!chapter.previous().isEmpty()) {
            link("prev-archive", feed.previous(format).value(), format, element, xml);
        }
    }

    private static void link(String relation, String href, Format format, String element, XmlWriter xml) {
        xml.empty(element, "rel", relation, "type", type(format), "href", href);
    }

    private static String type(Format format) {
        int semicolon = format.contentType().indexOf(';');
        return semicolon < 0 ? format.contentType() : format.contentType().substring(0, semicolon);
    }
}
