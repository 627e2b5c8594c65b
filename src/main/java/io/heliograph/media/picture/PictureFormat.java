package io.heliograph.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of pictures that are taken, known by their first bytes. */
public enum PictureFormat {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    GIF("image/gif", ".gif"),
    WEBP("image/webp", ".webp");

    private final String type;
    private final String extension;

    PictureFormat(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** Of a file's name, with its dot. */
    public String extension() {
        return extension;
    }

    /** The format of which these are the first bytes; empty if none that is taken. */
    static Optional<PictureFormat> of(byte[] bytes) {
        if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        return startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    /** Whether the bytes from an offset are those characters, each of one byte. */
    static boolean startsWith(byte[] bytes, int offset, String characters) {
        byte[] start = characters.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length - offset < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[offset + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** What is inside a picture of this format. */
    Container open(byte[] bytes) throws BadPicture {
        return switch (this) {
            case JPEG -> JpegContainer.open(bytes);
            case PNG -> PngContainer.open(bytes);
            case GIF -> GifContainer.open(bytes);
            case WEBP -> WebpContainer.open(bytes);
        };
    }
}
