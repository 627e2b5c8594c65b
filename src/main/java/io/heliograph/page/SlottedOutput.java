package io.heliograph.page;

import gg.jte.TemplateOutput;
import io.heliograph.article.Href;
import io.heliograph.article.Text;
import io.heliograph.rewrite.Slot;
import io.heliograph.rewrite.SlottedWriter;

/** Takes what a template writes into a document with its host open. Characters that no text may have are left out. */
final class SlottedOutput implements TemplateOutput {

    private final SlottedWriter out;

    SlottedOutput(SlottedWriter out) {
        this.out = out;
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
            } else if (c >= ' ' && c < 0x7f || c == '\n') {
                out.ascii(c);
            } else if (Text.legal(value.codePointAt(i))) {
                i += out.character(value, i) - 1;
            }
        }
    }
}
