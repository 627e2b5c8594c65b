package io.heliograph.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site's logo: an SVG or PNG file of the publisher's own, and how large it is. */
public final class Logo {

    /** Files with more bytes are no logos. */
    public static final int MOST_BYTES = 64 * 1024;

    /** In place of a logo where a site has none. */
    public static final Logo NONE = new Logo("", new byte[0], 0, 0);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final Pattern SVG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern VIEW_BOX =
            Pattern.compile("\\bviewBox\\s*=\\s*[\"']\\s*\\S+[\\s,]+\\S+[\\s,]+(\\d+)(?:\\.\\d+)?[\\s,]+(\\d+)");
    private static final Pattern WIDTH = Pattern.compile("\\swidth\\s*=\\s*[\"'](\\d+)");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight\\s*=\\s*[\"'](\\d+)");

    private final String ending;
    private final byte[] bytes;
    private final int width;
    private final int height;

    private Logo(String ending, byte[] bytes, int width, int height) {
        this.ending = ending;
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /**
     * The logo that a file holds.
     *
     * @throws IllegalArgumentException if it is neither SVG nor PNG, tells no size, or is too large
     */
    public static Logo of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("larger than " + MOST_BYTES + " bytes");
        }
        if (file.length > 24 && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length)) {
            // Width and height stand first in the first chunk (PNG, section 11.2.1).
            ByteBuffer header = ByteBuffer.wrap(file, 16, 8);
            return sized("png", file, header.getInt(), header.getInt());
        }
        Matcher root = SVG.matcher(new String(file, StandardCharsets.UTF_8));
        if (!root.find()) {
            throw new IllegalArgumentException("neither SVG nor PNG");
        }
        Matcher box = VIEW_BOX.matcher(root.group());
        if (box.find()) {
            return sized("svg", file, Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2)));
        }
        Matcher width = WIDTH.matcher(root.group());
        Matcher height = HEIGHT.matcher(root.group());
        if (!width.find() || !height.find()) {
            throw new IllegalArgumentException("tells no size");
        }
        return sized("svg", file, Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1)));
    }

    private static Logo sized(String ending, byte[] file, int width, int height) {
        if (width < 1 || height < 1 || width > 10_000 || height > 10_000) {
            throw new IllegalArgumentException("an impossible size");
        }
        return new Logo(ending, file.clone(), width, height);
    }

    public boolean isNone() {
        return bytes.length == 0;
    }

    /** How its file's name ends: {@code svg} or {@code png}. */
    public String ending() {
        return ending;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return isNone() ? "no logo" : ending + " of " + width + " by " + height;
    }
}
