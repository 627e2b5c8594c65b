package io.heliograph.origin;

/** Turns plain text into HTML. */
final class Plain {

    private Plain() {}

    /** Plain text as HTML: escaped, with the paragraphs and line breaks that its own line breaks mean. */
    static String paragraphs(String text) {
        return text.isBlank() ? "" : paragraphsOf(escape(text));
    }

    /** HTML as it is, unless it has no markup at all: then with the paragraphs that its line breaks mean. */
    static String marked(String html) {
        return html.isBlank() || html.indexOf('<') >= 0 ? html : paragraphsOf(html);
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
