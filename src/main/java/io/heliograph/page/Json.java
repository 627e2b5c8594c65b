package io.heliograph.page;

import io.heliograph.article.Href;
import java.util.List;

/**
 * JSON (RFC 8259) for pages: safe inside a {@code <script>}, for neither {@code <} nor {@code &} is in it as it is. The
 * mark of the open host stays, and is filled like any other. Empty texts are not written.
 */
final class Json {

    private final StringBuilder out = new StringBuilder(1024);
    private boolean comma;

    Json object() {
        return begin('{');
    }

    Json object(String field) {
        return name(field).begin('{');
    }

    Json array(String field) {
        return name(field).begin('[');
    }

    Json endObject() {
        return end('}');
    }

    Json endArray() {
        return end(']');
    }

    Json text(String field, String value) {
        return value.isEmpty() ? this : name(field).string(value);
    }

    Json number(String field, long value) {
        name(field);
        out.append(value);
        comma = true;
        return this;
    }

    Json texts(String field, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        array(field);
        values.forEach(this::string);
        return endArray();
    }

    private Json string(String value) {
        separate();
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '<' -> out.append("\\u003c");
                case '>' -> out.append("\\u003e");
                case '&' -> out.append("\\u0026");
                case '\u2028' -> out.append("\\u2028");
                case '\u2029' -> out.append("\\u2029");
                default -> out.append(c >= ' ' || c == Href.OPEN_HOST ? c : ' ');
            }
        }
        out.append('"');
        comma = true;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Json name(String field) {
        string(field);
        out.append(':');
        comma = false;
        return this;
    }

    private Json begin(char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    private Json end(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
        comma = false;
    }
}
