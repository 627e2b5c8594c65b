package io.heliograph.feed.profile;

import java.util.Locale;

/** What a published feed must be, and where that is written. */
public enum Rule {
    WRITABLE("can be written at all", "this project"),
    XML_WELL_FORMED("is well-formed, and of the characters that XML has", "XML 1.0, sections 2.1 and 2.2"),
    XML_ROOT("begins with the element of its format", "RSS 2.0; RFC 4287, section 4.1.1"),
    RSS_CHANNEL("has one title, link and description", "RSS 2.0, \"Required channel elements\""),
    RSS_ITEM("has a title or a description", "RSS 2.0, \"Elements of <item>\""),
    RSS_DATE(
            "has dates of RFC 822, with the right day of the week", "RSS 2.0; RSS Advisory Board profile, \"pubDate\""),
    RSS_GUID("has a guid of its own, which is a URL where it says so", "RSS 2.0, \"<guid>\""),
    RSS_LINK("has links that are absolute URLs", "RSS 2.0, \"Comments\"; profile, \"link\""),
    RSS_ENCLOSURE("has enclosures with url, length and type", "RSS 2.0, \"<enclosure>\""),
    RSS_AUTHOR("has authors that are e-mail addresses", "RSS 2.0, \"<author>\""),
    MEDIA_URL("has media that lie at absolute URLs", "Media RSS 1.5.1, \"<media:content>\""),
    ATOM_REQUIRED("has one id, title and updated", "RFC 4287, sections 4.1.1 and 4.1.2"),
    ATOM_AUTHOR("has an author, or is in a feed that has", "RFC 4287, section 4.1.2"),
    ATOM_ID("has an absolute IRI of its own for an id", "RFC 4287, section 4.2.6"),
    ATOM_DATE("has dates of RFC 3339", "RFC 4287, section 3.3"),
    ATOM_LINK(
            "has links that are absolute URLs, one alternate of a type and language",
            "RFC 4287, sections 4.1.2 and 4.2.7"),
    JSON_WELL_FORMED("is JSON", "RFC 8259, section 2"),
    JSON_FEED("has the version, a title and items", "JSON Feed 1.1, \"Top-level\""),
    JSON_ID("has an id of its own, a text", "JSON Feed 1.1, \"Items\""),
    JSON_CONTENT("has content_html or content_text", "JSON Feed 1.1, \"Items\""),
    JSON_URL("has URLs that are absolute", "JSON Feed 1.1, \"Items\""),
    JSON_DATE("has dates of RFC 3339", "JSON Feed 1.1, \"Items\""),
    JSON_ATTACHMENT("has attachments with url and mime_type", "JSON Feed 1.1, \"Attachments\""),
    ROKU_CHANNEL("has providerName, lastUpdated and language", "Roku Direct Publisher feed specification, root object"),
    ROKU_ITEM(
            "has id, title, content, thumbnail and shortDescription in the lengths that fit",
            "Roku Direct Publisher feed specification, content objects"),
    ROKU_VIDEO("has videos with url, quality and videoType", "Roku Direct Publisher feed specification, \"video\"");

    private final String words;
    private final String source;
    private final String label = name().toLowerCase(Locale.ROOT);

    Rule(String words, String source) {
        this.words = words;
        this.source = source;
    }

    /** What is so if it is kept, for a person: "has one title, link and description". */
    public String words() {
        return words;
    }

    /** Specification and section. */
    public String source() {
        return source;
    }

    /** As metrics call it. */
    public String label() {
        return label;
    }
}
