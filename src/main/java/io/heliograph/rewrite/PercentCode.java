package io.heliograph.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1), read leniently. */
final class PercentCode {

    private PercentCode() {}

    /** Text with its escapes decoded as UTF-8; what is no escape stays. */
    static String decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The same of a text that is read. */
    static Text decoded(Text text) {
        int length = text.length();
        if (text.find('%', 0, length) == length) {
            return text;
        }
        Text.Builder out = new Text.Builder(text, length);
        for (int i = 0; i < length; i++) {
            int high = text.at(i) == '%' ? Character.digit(text.at(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.at(i + 2), 16);
            if (low < 0) {
                out.copy(i, i + 1);
            } else {
                out.add(high << 4 | low, i);
                i += 2;
            }
        }
        return out.finish(length);
    }
}
