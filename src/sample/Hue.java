package sample;

import java.awt.Color;

/** Colours and how to mix them. */
final class Hue {

    private Hue() {}

    static Color of(int rgb) {
        return new Color(rgb);
    }

    static Color mix(Color a, Color b, double t) {
        t = Math.max(0, Math.min(1, t));
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * t),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * t),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * t),
                (int) Math.round(a.getAlpha() + (b.getAlpha() - a.getAlpha()) * t));
    }

    static Color alpha(Color c, double a) {
        int v = (int) Math.round(255 * Math.max(0, Math.min(1, a)));
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), v);
    }

    static Color dark(Color c, double t) {
        return mix(c, new Color(0x0b1020), t);
    }

    static Color light(Color c, double t) {
        return mix(c, new Color(0xfff6e2), t);
    }
}
