package io.heliograph.feed;

import io.heliograph.article.Href;
import io.heliograph.rewrite.Slot;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes JSON (RFC 8259) in UTF-8. Empty texts and lists are not written, and there is no null: readers written in
 * loose languages trip over both.
 */
public final class JsonWriter {

    private final SlottedWriter out;
    private boolean comma;

    public JsonWriter(int expectedBytes) {
        out = new SlottedWriter(expectedBytes);
    }

    public JsonWriter object() {
        return begin('{');
    }

    public JsonWriter endObject() {
        return end('}');
    }

    public JsonWriter endArray() {
        return end(']');
    }

    /** The name of a field whose value is an object that the caller writes next. */
    public JsonWriter object(String field) {
        return name(field).begin('{');
    }

    /** The name of a field whose value is an array that the caller writes next. */
    public JsonWriter array(String field) {
        return name(field).begin('[');
    }

    /** A field with a text; nothing if it is empty. */
    public JsonWriter text(String field, String value) {
        return value.isEmpty() ? this : name(field).string(value);
    }

    /** A field with a whole number. */
    public JsonWriter number(String field, long value) {
        name(field);
        out.raw(Long.toString(value));
        comma = true;
        return this;
    }

    /** A field with the time of the document's last change, which is left open. */
    public JsonWriter modified(String field) {
        name(field);
        out.ascii('"').slot(Slot.MODIFIED).ascii('"');
        comma = true;
        return this;
    }

    /** A field with an array of texts; nothing if there are none. */
    public JsonWriter texts(String field, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        array(field);
        values.forEach(this::string);
        return endArray();
    }

    /** A field with an array, each of whose members {@code writer} writes; nothing if there are none. */
    public <T> JsonWriter list(String field, List<T> values, BiConsumer<JsonWriter, T> writer) {
        if (values.isEmpty()) {
            return this;
        }
        array(field);
        values.forEach(value -> writer.accept(this, value));
        return endArray();
    }

    /** A text as a member of an array. */
    public JsonWriter string(String value) {
        separate();
        out.ascii('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == Href.OPEN_HOST) {
                out.slot(Slot.HOST);
                if (i + 1 < value.length() && value.charAt(i + 1) == Href.OPEN_ROOT) {
                    out.slot(Slot.ROOT);
                    i++;
                }
            } else if (c == '"' || c == '\\') {
                out.ascii('\\').ascii(c);
            } else if (c == '\n') {
                out.raw("\\n");
            } else if (c == '\t') {
                out.raw("\\t");
            } else if (c < ' ') {
                out.raw("\\u00").ascii(c < 0x10 ? '0' : '1').ascii("0123456789abcdef".charAt(c & 15));
            } else if (c < 0x7f) {
                out.ascii(c);
            } else {
                i += out.character(value, i) - 1;
            }
        }
        out.ascii('"');
        comma = true;
        return this;
    }

    /** Bytes written so far, open places left out. */
    public int length() {
        return out.length();
    }

    public Slotted finish() {
        out.ascii('\n');
        return out.finish();
    }

    private JsonWriter name(String field) {
        string(field);
        out.ascii(':');
        comma = false;
        return this;
    }

    private JsonWriter begin(char bracket) {
        separate();
        out.ascii(bracket);
        comma = false;
        return this;
    }

    private JsonWriter end(char bracket) {
        out.ascii(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.ascii(',');
        }
        comma = false;
    }
}
