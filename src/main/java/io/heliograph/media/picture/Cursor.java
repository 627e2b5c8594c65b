package io.heliograph.media.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in a file that is being taken apart, and what is kept of it. Reading beyond the end says that it is cut short. */
final class Cursor {

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    private int position;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length);
    }

    int position() {
        return position;
    }

    int left() {
        return bytes.length - position;
    }

    void skip(int count) throws BadPicture {
        need(count);
        position += count;
    }

    /** Goes back by one byte. */
    void back() {
        position--;
    }

    int u8() throws BadPicture {
        need(1);
        return bytes[position++] & 0xff;
    }

    int u16() throws BadPicture {
        return u8() << 8 | u8();
    }

    int u16le() throws BadPicture {
        return u8() | u8() << 8;
    }

    int u24le() throws BadPicture {
        return u16le() | u8() << 16;
    }

    /** A length of four bytes that must lie within the file. */
    int length() throws BadPicture {
        return within(u8() << 24 | u8() << 16 | u16());
    }

    int lengthLe() throws BadPicture {
        return within(u16le() | u16le() << 16);
    }

    int u32() throws BadPicture {
        return u8() << 24 | u8() << 16 | u16();
    }

    String characters(int count) throws BadPicture {
        need(count);
        String text = new String(bytes, position, count, StandardCharsets.ISO_8859_1);
        position += count;
        return text;
    }

    boolean at(String characters) {
        return PictureFormat.startsWith(bytes, position, characters);
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    int peek(int ahead) throws BadPicture {
        need(ahead + 1);
        return bytes[position + ahead] & 0xff;
    }

    /** Keeps what lies between a former position and this one. */
    void keepFrom(int start) {
        kept.write(bytes, start, position - start);
    }

    void keep(byte[] more) {
        kept.writeBytes(more);
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    private int within(int length) throws BadPicture {
        if (length < 0 || length > left()) {
            throw BadPicture.broken("is cut short");
        }
        return length;
    }

    private void need(int count) throws BadPicture {
        if (count < 0 || left() < count) {
            throw BadPicture.broken("is cut short");
        }
    }
}
