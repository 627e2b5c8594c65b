package io.heliograph.page;

import gg.jte.TemplateOutput;
import io.heliograph.article.Href;
import io.heliograph.article.Text;
import io.heliograph.rewrite.HostCondition;
import io.heliograph.rewrite.Slot;
import io.heliograph.rewrite.SlottedWriter;

/**
 * Takes what a template writes into a document with its host open. Characters that no text may have are left out, but for
 * the marks, which no text of an article or site can hold.
 */
final class SlottedOutput implements TemplateOutput {

    /** What follows up to {@link #NAMED} is the base of a host; what then follows up to {@link #END} is for it alone. */
    private static final char ON = '\u0002';

    /** The authority of the open host. */
    static final char AUTHORITY = '\u0005';

    private static final char NAMED = '\u0003';
    private static final char END = '\u0004';

    private final SlottedWriter out;

    SlottedOutput(SlottedWriter out) {
        this.out = out;
    }

    /** HTML for one host alone. */
    static Markup on(String base, Markup html) {
        return new Markup(ON + base + NAMED + html.html() + END);
    }

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (c == Href.OPEN_HOST) {
                out.slot(Slot.HOST);
            } else if (c == AUTHORITY) {
                out.slot(Slot.AUTHORITY);
            } else if (c >= ' ' && c < 0x7f || c == '\n') {
                out.ascii(c);
            } else if (c == ON && value.indexOf(NAMED, i) > 0) {
                int named = value.indexOf(NAMED, i);
                out.begin(HostCondition.on(value.substring(i + 1, named)));
                i = named;
            } else if (c == END) {
                out.end();
            } else if (Text.legal(value.codePointAt(i))) {
                i += out.character(value, i) - 1;
            }
        }
    }
}
