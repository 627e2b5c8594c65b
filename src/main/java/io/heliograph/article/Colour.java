package io.heliograph.article;

import java.util.regex.Pattern;

/**
 * A colour of the sRGB space.
 *
 * @param red 0 to 255; so are the other two
 */
public record Colour(int red, int green, int blue) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * Reads {@code #8a1c2b}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Colour parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a colour like #8a1c2b: " + text);
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** As stylesheets have it: {@code #8a1c2b}. */
    public String css() {
        return "#"
                + Integer.toHexString(1 << 24 | red << 16 | green << 8 | blue).substring(1);
    }

    /** The contrast of two colours, from 1 (none) to 21 (black on white): WCAG 2.2, "contrast ratio". */
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** This colour with {@code percent} of another in it. */
    public Colour mixed(Colour other, int percent) {
        return new Colour(
                mix(red, other.red, percent), mix(green, other.green, percent), mix(blue, other.blue, percent));
    }

    /** From 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mix(int one, int other, int percent) {
        return (one * (100 - percent) + other * percent + 50) / 100;
    }
}
