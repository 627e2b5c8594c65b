package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The bell at the end of the North Pier, rung by hand in thick fog. */
final class FogBellScene implements Scene {

    private static final double WATER = 610;
    private final Color fog = Hue.of(0xd5dcd2);
    private final Color warm = Hue.of(0xffd08a);
    private final Color timber = Hue.of(0x2c3f45);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 910, Hue.of(0x9fb3b0), Hue.of(0xc3cfc7), Hue.of(0xdfe3d6), Hue.of(0xc2cec8), Hue.of(0x8ba5a6));
        ink.glow(1080, 260, 600, 420, Hue.of(0xf6f1dd), 0.8);
        far(ink);
        Sea.mist(ink, 380, 640, fog, 0.9, 40, 3);
        ink.wash(WATER, 920, Hue.of(0xd3dacf), Hue.of(0xaebfbb), Hue.of(0x7f9da0), Hue.of(0x4f7078));
        Sea.swell(ink, WATER, 930, 12, Hue.of(0x6f8f93), 0.3, 3, 8);
        boat(ink, 1345, 660, 0.95, 0.34, true);
        Sea.mist(ink, 560, 720, fog, 0.55, 90, 13);
        boat(ink, 205, 560, 0.5, 0.2, false);
        pier(ink);
        bell(ink, 905, 520);
        Sea.glints(ink, 690, 930, 130, Hue.alpha(Hue.of(0xeef0e2), 0.55), 170, Sea.EVEN, 3, 31);
        Sea.glints(ink, 640, 940, 240, Hue.alpha(warm, 0.9), 90, Sea.path(812, 640, 60, 0.2), 3, 41);
        Sea.mist(ink, 740, 960, Hue.of(0xc9d3cb), 0.42, 140, 23);
        for (double[] b : new double[][] {{640, 210, 0.9}, {560, 250, 0.6}}) {
            ink.placed(b[0], b[1], b[2], -8, p -> Folk.gull(p, Hue.alpha(Hue.of(0x71898b), 0.8), 0.5));
        }
    }

    private void far(Ink ink) {
        ink.soft(5, p -> {
            p.fill(
                    Curve.below(
                            -40,
                            900,
                            640,
                            x -> 560 - 190 * Noise.step(620, -60, x) - 40 * Noise.cloud(x / 90, 1, 3, 4)),
                    Hue.alpha(Hue.of(0x9db1ae), 0.8));
            for (int i = 0; i < 11; i++) {
                double x = 20 + i * 52;
                double h = Noise.in(50, 100, i, 5);
                double base = 590;
                p.fill(
                        Ink.poly(x - 26, base, x - 26, base - h, x, base - h - 34, x + 26, base - h, x + 26, base),
                        Hue.alpha(Hue.of(0x8ea5a4), 0.75));
            }
            p.fill(Ink.poly(300, 600, 303, 330, 322, 270, 341, 330, 344, 600), Hue.alpha(Hue.of(0x8aa2a2), 0.7));
        });
        ink.soft(3, p -> {
            for (int i = 0; i < 6; i++) {
                double x = 470 + i * 42 + Noise.in(-12, 12, i, 9);
                double top = Noise.in(400, 470, i, 10);
                p.line(x, 610, x, top, 3, Hue.alpha(Hue.of(0x7f9898), 0.7));
                p.line(x - 18, top + 50, x + 14, top + 64, 2, Hue.alpha(Hue.of(0x7f9898), 0.6));
            }
        });
    }

    private void boat(Ink ink, double x, double y, double size, double haze, boolean lamps) {
        Color hull = Hue.mix(Hue.of(0x486a70), fog, haze);
        Color white = Hue.mix(Hue.of(0xb9c7c0), fog, haze);
        for (int i = 0; i < 22; i++) {
            ink.fill(
                    Curve.lens(x + 4 * Math.sin(i * 1.3), y + 6 + i * 4 * size, 180 * size * (1 - i / 34.0), 4),
                    Hue.alpha(hull, 0.3 * (1 - i / 22.0)));
        }
        ink.soft(
                2.2 * size,
                p -> p.placed(
                        x,
                        y,
                        -size * 1.15,
                        0,
                        q -> Boats.trawler(q, hull, white, Hue.mix(Hue.of(0xb4685a), fog, haze + 0.15), hull, hull)));
        if (lamps) {
            ink.glow(x - 39 * size, y - 172 * size, 120, Hue.of(0xfff3d0), 0.85);
            ink.dot(x - 39 * size, y - 172 * size, 4, Hue.of(0xfffbe8));
            ink.glow(x + 8, y - 60 * size, 60, Hue.of(0xf5a58c), 0.7);
            Sea.glints(
                    ink,
                    y + 8,
                    y + 130,
                    60,
                    Hue.alpha(Hue.of(0xfff1cd), 0.8),
                    46,
                    Sea.path(x - 39 * size, y, 18, 0.1),
                    3,
                    77);
        }
    }

    private void pier(Ink ink) {
        for (int i = 0; i < 15; i++) {
            double x = 20 + i * 68;
            double haze = 0.6 * (1 - i / 14.0) + 0.02;
            Color c = Hue.mix(timber, fog, haze);
            double foot = 716 + i * 1.5;
            ink.fill(
                    Ink.poly(x - 9, 640, x + 9, 640, x + 10, foot, x - 10, foot),
                    Ink.fade(x - 9, 0, x + 9, 0, c, Hue.light(c, 0.16)));
            if (i < 14) {
                ink.line(x, 650, x + 68, 706, 5, Hue.mix(c, fog, 0.2));
            }
            for (int k = 0; k < 24; k++) {
                double u = k / 24.0;
                ink.fill(
                        Curve.lens(x + Math.sin(k * 1.7 + i) * 6, foot + 4 + k * 5, 24 * (1 - u * 0.5), 4),
                        Hue.alpha(c, 0.4 * (1 - u)));
            }
        }
        Path2D deck = Ink.poly(-20, 628, 1010, 618, 1016, 646, -20, 650);
        ink.fill(deck, Ink.fade(0, 0, 1000, 0, Hue.mix(timber, fog, 0.62), Hue.mix(timber, fog, 0.2), timber));
        ink.line(Ink.open(-20, 627, 1012, 617), 4, Hue.alpha(Hue.of(0xeef0e2), 0.5));
        for (int i = 0; i < 11; i++) {
            double x = 20 + i * 62;
            Color c = Hue.mix(timber, fog, 0.62 * (1 - i / 14.0));
            ink.line(x, 626 - i * 0.6, x, 580 - i * 0.9, 5, c);
            ink.line(x, 590 - i * 0.8, x + (i < 10 ? 62 : 0), 589 - i * 0.8, 3, c);
        }
    }

    private void bell(Ink ink, double x, double y) {
        ink.glow(x - 96, y + 6, 420, warm, 0.8);
        Color c = Hue.of(0x24353c);
        ink.line(x - 92, 620, x - 54, 330, 13, c);
        ink.line(x + 92, 620, x + 54, 330, 13, c);
        ink.line(x - 62, 366, x + 62, 366, 14, c);
        ink.line(x - 84, 562, x + 84, 562, 8, c);
        ink.line(x + 80, 556, x + 40, 420, 5, c);
        Path2D roof = Ink.poly(x - 100, 342, x, 268, x + 100, 342, x + 88, 350, x - 88, 350);
        ink.fill(roof, Ink.fade(x - 90, 0, x + 90, 0, Hue.of(0x60777a), Hue.of(0x1f2f37)));
        ink.grain(roof, Hue.of(0x14222a), x - 60, 300, x + 110, 360, 0.6);
        ink.placed(x, 372, 1.0, 10, Bells::bronze);
        double hx = x - 150;
        ink.line(Ink.curve(x - 19, 498, x - 60, 528, hx + 22, 522), 3, Hue.of(0x1c2a30));
        ink.placed(hx, 621, 1.4, 0, p -> {
            Folk.person(p, Hue.of(0xb98a35), Hue.of(0xc98f6e), Hue.of(0xb8503f), 35);
            p.line(Ink.curve(7, -78, 13, -73, 17, -70), 6.4, Hue.of(0x96702c));
            p.dot(17, -70, 3.2, Hue.of(0xc98f6e));
        });
        ink.line(x - 54, 380, x - 96, 392, 4, c);
        ink.line(x - 92, 392, x - 92, 404, 2.4, c);
        ink.box(x - 104, 408, 24, 32, c);
        ink.box(x - 101, 411, 8, 26, Hue.of(0xfffbe6));
        ink.box(x - 91, 411, 8, 26, Hue.of(0xfffbe6));
        ink.fill(Ink.poly(x - 107, 411, x - 92, 398, x - 77, 411), c);
        ink.box(x - 105, 437, 26, 4, c);
        ink.glow(x - 92, 424, 150, Hue.of(0xffeab4), 0.9);
    }
}
