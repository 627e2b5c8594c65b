package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The piles of the drowned quay: each has a place on the page, a size and a number. */
final class Piles {

    static final double[][] ALL = rows();

    private Piles() {}

    /** The piles of the drowned quay, two rows running out to sea, the farthest first. */
    private static double[][] rows() {
        double[][] all = new double[30][];
        for (int i = 0; i < 15; i++) {
            double d = i / 14.0;
            double y = 474 + 372 * Math.pow(d, 1.75);
            double s = 0.16 + 1.06 * Math.pow(d, 1.6);
            for (int side = 0; side < 2; side++) {
                double x = 935
                        - 330 * Math.pow(d, 1.5)
                        + (side == 0 ? -1 : 1) * (14 + 150 * s * 0.62)
                        + Noise.in(-12, 12, i * 2 + side, 5) * s;
                all[i * 2 + side] = new double[] {x, y + Noise.in(-3, 3, i * 2 + side, 6) * s, s, i * 2 + side};
            }
        }
        return all;
    }

    /** Draws a pile that stands so deep in water: 0 when it is dry. */
    static void draw(Ink ink, double[] p, double depth) {
        double s = p[2];
        double h = (118 + 34 * Noise.at((int) p[3], 9)) * s;
        double show = h - depth;
        if (show < 2) {
            return;
        }
        double foot = p[1] - depth;
        Color wood = Hue.mix(Hue.of(0x3f3a42), Hue.of(0xa99c98), Math.max(0, 0.6 - s * 0.7));
        double w = 15 * s;
        Path2D body = Ink.poly(
                p[0] - w,
                foot,
                p[0] - w * 0.75,
                p[1] - h,
                p[0] + w * 0.2,
                p[1] - h - w * 0.5,
                p[0] + w * 0.8,
                p[1] - h + w * 0.4,
                p[0] + w,
                foot);
        if (depth <= 0) {
            ink.fill(Curve.lens(p[0] - 62 * s, foot + 1, 190 * s, 9 * s), Hue.alpha(Hue.of(0x6b4a44), 0.45));
            ink.oval(p[0], foot + 1, w * 2, 5 * s, Hue.alpha(Hue.of(0x8fb0b4), 0.6));
        } else {
            ink.fill(Curve.lens(p[0], foot + 2, 62 * s, 6 * s), Hue.alpha(Color.WHITE, 0.6));
        }
        ink.fill(body, Ink.fade(p[0] - w, 0, p[0] + w, 0, Hue.dark(wood, 0.3), wood, Hue.light(wood, 0.28)));
        double weed = Math.max(0, h * 0.46 - depth);
        if (weed > 1) {
            ink.fill(
                    Ink.poly(
                            p[0] - w * 1.1,
                            foot,
                            p[0] - w * 1.06,
                            foot - weed,
                            p[0],
                            foot - weed * 0.82,
                            p[0] + w * 1.04,
                            foot - weed,
                            p[0] + w * 1.1,
                            foot),
                    Hue.alpha(Hue.mix(Hue.of(0x4d6b3f), wood, 0.35), 0.9));
        }
        if ((int) p[3] % 4 == 0 && show > h * 0.6) {
            ink.box(p[0] - w, p[1] - h * 0.86, w * 2, 5 * s, Hue.of(0x7a5a48));
        }
    }
}
