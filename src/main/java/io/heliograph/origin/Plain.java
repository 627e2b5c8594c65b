package io.heliograph.origin;

import io.heliograph.article.Text;

/** Plain text: made into HTML, or cut where it is too long. */
final class Plain {

    /** No title, name or tag has more characters. */
    static final int LONGEST_TITLE = 1_000;

    /** No summary has more characters. */
    static final int LONGEST_SUMMARY = 10_000;

    private Plain() {}

    /** Plain text as HTML: escaped, with the paragraphs and line breaks that its own line breaks mean. */
    static String paragraphs(String text) {
        return text.isBlank() ? "" : paragraphsOf(escape(text));
    }

    /** HTML as it is, unless it has no markup at all: then with the paragraphs that its line breaks mean. */
    static String marked(String html) {
        return html.isBlank() || html.indexOf('<') >= 0 ? html : paragraphsOf(html);
    }

    /** The beginning of a line, with an ellipsis where something is left out: at most {@code most} characters before it. */
    static String cut(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        int space = line.lastIndexOf(' ', most);
        int end = space > most / 2 ? space : Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return Text.line(line.substring(0, end) + "\u2026");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String paragraphsOf(String html) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : html.strip().split("\\R\\s*\\R", -1)) {
            out.append("<p>")
                    .append(paragraph.strip().replaceAll("\\R", "<br>"))
                    .append("</p>");
        }
        return out.toString();
    }
}
