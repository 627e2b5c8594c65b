package io.heliograph.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.heliograph.article.Text;
import java.util.List;

/**
 * HTML made beside the templates.
 *
 * @param html in which text is escaped
 */
record Markup(String html) implements Content {

    /** Stands in a text for the piece of HTML whose number follows. No text of an article or site has it. */
    private static final char PIECE = '\u000e';

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    /** Plain text. */
    static Markup text(String text) {
        return new Markup(Text.escaped(text));
    }

    /** An element with attributes, by name and value in turn; an attribute with an empty value is left out. */
    Markup in(String element, String... attributes) {
        StringBuilder out = new StringBuilder(html.length() + 64).append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                out.append(text(attributes[i + 1]).html).append('"');
            }
        }
        return new Markup(out.append('>')
                .append(html)
                .append("</")
                .append(element)
                .append('>')
                .toString());
    }

    /** What stands in a text for a piece of HTML. */
    static String place(int number) {
        return "" + PIECE + (char) ('!' + number);
    }

    /** A text with its places taken by pieces of HTML. */
    static Markup woven(String text, List<Markup> pieces) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int from = 0;
        for (int at = text.indexOf(PIECE); at >= 0; at = text.indexOf(PIECE, from)) {
            out.append(text(text.substring(from, at)).html);
            out.append(pieces.get(text.charAt(at + 1) - '!').html);
            from = at + 2;
        }
        return new Markup(out.append(text(text.substring(from)).html).toString());
    }
}
