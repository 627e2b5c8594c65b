package io.heliograph.feed;

import io.heliograph.article.Href;
import io.heliograph.article.Text;
import io.heliograph.rewrite.HostCondition;
import io.heliograph.rewrite.Slot;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;
import java.util.regex.Pattern;

/**
 * Writes XML 1.0 in UTF-8, an element a line. Characters that XML 1.0 does not allow are left out, so that nothing in
 * a text can break the document. Attributes with an empty value are not written.
 */
final class XmlWriter {

    /** A {@code <} that is the beginning of a tag, a comment or the like to a reader of HTML (section 13.2.5.6). */
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    private final SlottedWriter out;

    XmlWriter(int expectedBytes) {
        out = new SlottedWriter(expectedBytes);
        out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    }

    /** A start tag. {@code attributes} are names and values by turns. */
    XmlWriter open(String element, String... attributes) {
        tag(element, attributes);
        out.raw(">\n");
        return this;
    }

    XmlWriter close(String element) {
        out.raw("</").raw(element).raw(">\n");
        return this;
    }

    /** An element without content. */
    XmlWriter empty(String element, String... attributes) {
        tag(element, attributes);
        out.raw("/>\n");
        return this;
    }

    /**
     * An element with plain text. Markup characters are written as hexadecimal references, which the RSS Advisory
     * Board's profile asks for ("Character Data"), so that readers which take the text for HTML show it right too. A tag
     * in it would still be one to them: there U+2060, which has no width, parts each {@code <} from what follows.
     */
    XmlWriter text(String element, String value, String... attributes) {
        return exact(element, withoutTags(value), attributes);
    }

    /** An element with plain text of at most {@code most} characters. */
    XmlWriter brief(String element, int most, String value, String... attributes) {
        return exact(element, Excerpt.clip(withoutTags(value), most), attributes);
    }

    /** A text in which U+2060, which has no width, parts each {@code <} from what would make it a tag. */
    static String withoutTags(String text) {
        return text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll("<\u2060");
    }

    /** An element with a value that programs compare: every character as it is. */
    XmlWriter exact(String element, String value, String... attributes) {
        tag(element, attributes);
        out.ascii('>');
        escape(value, "&#x26;", "&#x3C;", "\"");
        return end(element);
    }

    /** An element with escaped HTML. */
    XmlWriter html(String element, String html, String... attributes) {
        tag(element, attributes);
        out.ascii('>');
        escape(html, "&amp;", "&lt;", "\"");
        return end(element);
    }

    /**
     * An Atom text construct (RFC 4287, section 3.1): plain text. Where an element ends in it, it is called HTML and escaped
     * twice, so that no reader takes the tag for one; not elsewhere, since readers exist that know plain text alone.
     */
    XmlWriter construct(String element, String value) {
        return construct(element, value, "");
    }

    /** The same in a language (BCP 47); empty where that is the one around it. */
    XmlWriter construct(String element, String value, String language) {
        return value.indexOf("</") < 0
                ? exact(element, value, "xml:lang", language)
                : html(element, Text.escaped(value), "type", "html", "xml:lang", language);
    }

    /** What is written from here to {@link #end} is for some hosts alone. */
    XmlWriter begin(HostCondition condition) {
        out.begin(condition);
        return this;
    }

    XmlWriter end() {
        out.end();
        return this;
    }

    /** An element with the time of the document's last change, which is left open. */
    XmlWriter modified(String element) {
        out.ascii('<').raw(element).ascii('>').slot(Slot.MODIFIED);
        return end(element);
    }

    /** Bytes written so far, open places left out. */
    int length() {
        return out.length();
    }

    Slotted finish() {
        return out.finish();
    }

    private XmlWriter end(String element) {
        out.raw("</").raw(element).raw(">\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        out.ascii('<').raw(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.ascii(' ').raw(attributes[i]).raw("=\"");
                escape(attributes[i + 1], "&amp;", "&lt;", "&quot;");
                out.ascii('"');
            }
        }
    }

    private void escape(String text, String ampersand, String less, String quote) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.raw(ampersand);
                case '<' -> out.raw(less);
                case '>' -> out.raw("&gt;");
                case '"' -> out.raw(quote);
                case Href.OPEN_HOST -> {
                    out.slot(Slot.HOST);
                    if (i + 1 < text.length() && text.charAt(i + 1) == Href.OPEN_ROOT) {
                        out.slot(Slot.ROOT);
                        i++;
                    }
                }
                default -> {
                    if (c >= ' ' && c < 0x7f || c == '\n' || c == '\t') {
                        out.ascii(c);
                    } else if (Text.legal(text.codePointAt(i))) {
                        i += out.character(text, i) - 1;
                    }
                }
            }
        }
    }
}
