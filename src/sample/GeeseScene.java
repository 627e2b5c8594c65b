package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Brent geese coming in over the salt marsh of Fanaux at sunrise. */
final class GeeseScene implements Scene {

    private static final double HORIZON = 520;
    private final Color pink = Hue.of(0xf2a98a);
    private final Color dark = Hue.of(0x2c3a3f);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(
                -10,
                HORIZON + 10,
                Hue.of(0x6f9a9b),
                Hue.of(0xb3b99f),
                Hue.of(0xf0c793),
                Hue.of(0xf7a97c),
                Hue.of(0xf28d6f));
        ink.glow(1020, 470, 760, 480, Hue.of(0xffe3a6), 0.85);
        ink.dot(1020, 452, 128, Ink.fade(0, 324, 0, 570, Hue.of(0xfff3c8), Hue.of(0xffcf86), Hue.of(0xf79a6b)));
        Sea.streaks(ink, 190, 500, 26, Hue.alpha(Hue.of(0xffe9c4), 0.55), 560, 4);
        Sea.streaks(ink, 60, 330, 9, Hue.alpha(Hue.of(0x8fa39a), 0.5), 620, 14);
        Path2D far = Curve.below(
                -40,
                1640,
                HORIZON + 20,
                x -> HORIZON
                        - 6
                        - 40 * Noise.step(620, -40, x)
                        - 22 * Math.exp(-Math.pow((x - 1420) / 170, 2))
                        - 8 * Noise.cloud(x / 60, 1, 3, 5));
        ink.wash(far, 460, HORIZON, Hue.of(0xb07f76), Hue.of(0xe29c7c));
        trees(ink);
        marsh(ink);
        skein(ink);
        near(ink);
    }

    private void trees(Ink ink) {
        for (int i = 0; i < 26; i++) {
            double x = Noise.in(-20, 420, i, 3);
            double h = Noise.in(14, 40, i, 4);
            double y = HORIZON - 18 - 26 * Noise.step(620, -40, x);
            ink.fill(
                    Ink.blob(
                            x - h * 0.7,
                            y + 8,
                            x - h * 0.5,
                            y - h * 0.6,
                            x,
                            y - h,
                            x + h * 0.6,
                            y - h * 0.5,
                            x + h * 0.75,
                            y + 8),
                    Hue.of(0x946a6c));
        }
        ink.box(470, HORIZON - 42, 44, 34, Hue.of(0x8a6268));
        ink.fill(Ink.poly(462, HORIZON - 40, 492, HORIZON - 68, 522, HORIZON - 40), Hue.of(0x6b4d5a));
        ink.box(500, HORIZON - 32, 8, 10, Hue.of(0xffd98c));
    }

    private void marsh(Ink ink) {
        ink.wash(
                HORIZON - 4,
                920,
                Hue.of(0xe3a67c),
                Hue.of(0xb99a6b),
                Hue.of(0x7f8a5f),
                Hue.of(0x4f6b58),
                Hue.of(0x2b4748));
        for (int i = 0; i < 170; i++) {
            double v = Math.pow(Noise.at(i, 21), 1.3);
            double y = HORIZON + 4 + 380 * v;
            Color c = new Color[] {Hue.of(0xd98a5f), Hue.of(0x5b7a5a), Hue.of(0xc9b06b), Hue.of(0x8f4a4a)}[i % 4];
            ink.fill(
                    Curve.lens(Noise.in(-80, 1680, i, 22), y, (50 + 360 * v) * Noise.in(0.5, 1.2, i, 23), 4 + 22 * v),
                    Hue.alpha(c, 0.34));
        }
        creek(ink, 1010, 60, 1.5, 130, 0.3);
        creek(ink, 560, -330, 1.7, 70, 2.2);
        creek(ink, 1330, 420, 1.6, 52, 4.2);
        ink.glow(1020, 540, 520, 70, Hue.of(0xffdca0), 0.6);
        Sea.mist(ink, 500, 620, Hue.of(0xffd9b0), 0.5, 20, 8);
    }

    /** Water winding towards the viewer, wider and wider, and its muddy bank. */
    private void creek(Ink ink, double x0, double shift, double bends, double wide, double phase) {
        ink.placed(
                0,
                4,
                1,
                0,
                p -> p.fill(winding(x0, shift, bends, wide * 1.08, phase, 5), Hue.alpha(Hue.of(0x4a3a3a), 0.7)));
        Path2D water = winding(x0, shift, bends, wide, phase, 1.5);
        ink.fill(
                water,
                Ink.fade(0, 520, 0, 910, Hue.of(0xffe3ae), Hue.of(0xf9b98a), Hue.of(0xc99a8f), Hue.of(0x6f8f98)));
        ink.inside(
                water,
                p -> Sea.glints(
                        p, 530, 920, 200, Hue.alpha(Hue.of(0xfff3d2), 0.8), 70, Sea.path(1020, 520, 150, 0.9), 2, (int)
                                x0));
    }

    private static Path2D winding(double x0, double shift, double bends, double wide, double phase, double least) {
        int n = 80;
        double[] xy = new double[n * 4];
        for (int i = 0; i < n; i++) {
            double v = i / (n - 1.0);
            double y = 522 + 420 * Math.pow(v, 1.5);
            double mid =
                    x0 + shift * v * v + 170 * Math.pow(v, 0.75) * Math.sin(phase + bends * 6.283 * Math.pow(v, 0.55));
            double half = least + wide * Math.pow(v, 1.25);
            xy[2 * i] = mid - half;
            xy[2 * i + 1] = y;
            xy[4 * n - 2 - 2 * i] = mid + half;
            xy[4 * n - 1 - 2 * i] = y;
        }
        return Ink.poly(xy);
    }

    private void skein(Ink ink) {
        double[][] at = new double[23][];
        for (int i = 0; i < at.length; i++) {
            int arm = i % 2 == 0 ? 1 : -1;
            int n = (i + 1) / 2;
            double x = 960 - n * (62 - 1.4 * n) + (arm < 0 ? -6 : 14) * n * 0.25;
            double y = 190 + (arm > 0 ? n * 19 : -n * 9.5) + Noise.in(-6, 6, i, 31);
            at[i] = new double[] {x, y, 0.62 - 0.012 * n};
        }
        for (int i = at.length - 1; i >= 0; i--) {
            double beat = Math.sin(i * 1.35 + 0.6);
            ink.placed(
                    at[i][0],
                    at[i][1],
                    at[i][2],
                    -4,
                    p -> Folk.goose(p, dark, Hue.of(0xf3dcc0), Hue.of(0x1c272c), beat));
        }
        double[][] low = {
            {1270, 330, 1.35, 0.75}, {1085, 392, 1.05, -0.5}, {1440, 262, 1.0, 0.2}, {1500, 392, 0.86, -0.8}
        };
        for (double[] g : low) {
            ink.placed(
                    g[0],
                    g[1],
                    g[2],
                    6,
                    p -> Folk.goose(p, Hue.of(0x3a4145), Hue.of(0xffe6c8), Hue.of(0x1c272c), g[3]));
        }
    }

    private void near(Ink ink) {
        for (int i = 0; i < 420; i++) {
            double x = Noise.in(-40, 1640, i, 41);
            double edge = 1 - Math.exp(-Math.pow((x - 960) / 480, 2));
            double h = (30 + 150 * edge) * Noise.in(0.4, 1.1, i, 42);
            double bend = Noise.in(-26, 40, i, 43);
            Color c = new Color[] {Hue.of(0x1d3438), Hue.of(0x2f4a42), Hue.of(0x5b4a3c)}[i % 3];
            ink.line(Ink.curve(x, 920, x + bend * 0.2, 915 - h * 0.6, x + bend, 912 - h), 3.2, c);
            if (i % 5 == 0 && edge > 0.3) {
                ink.placed(
                        x + bend, 912 - h, 1, 15 + bend * 0.4, p -> p.fill(Curve.lens(0, -14, 9, 9), Hue.of(0x8a5a42)));
                ink.placed(
                        x + bend,
                        908 - h,
                        1,
                        100 + bend * 0.5,
                        p -> p.fill(Curve.lens(-12, 0, 34, 9), Hue.of(0xb9784f)));
            }
        }
        for (double[] g : new double[][] {{690, 800, 0.8}, {620, 812, 0.72}, {560, 796, 0.62}}) {
            ink.placed(g[0], g[1], g[2], 0, p -> {
                p.fill(Ink.blob(-46, 2, -52, -8, -20, -20, 16, -16, 34, 0, 20, 12, -14, 16, -38, 12), Hue.of(0x33403f));
                p.fill(Ink.blob(-54, 2, -44, -8, -34, 0, -40, 12), Hue.of(0xf3dcc0));
                p.line(Ink.curve(26, -2, 38, -18, 37, -40), 10, Hue.of(0x182225));
                p.fill(Ink.blob(30, -42, 36, -50, 46, -48, 50, -42, 42, -38), Hue.of(0x182225));
                p.line(32, -26, 41, -24, 2.6, Hue.of(0xf3dcc0));
                p.fill(Curve.lens(0, 18, 120, 5), Hue.alpha(dark, 0.4));
            });
        }
    }
}
