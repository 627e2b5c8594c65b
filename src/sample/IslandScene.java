package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Morning on the quay of Fanaux: people waiting while the ferry comes in, bow first. */
final class IslandScene implements Scene {

    private static final double HORIZON = 420;
    private final Color pale = Hue.of(0xfdf1d0);
    private final Color ink1 = Hue.of(0x1d4a55);
    private final Town.Paints houses = new Town.Paints(
            new Color[] {Hue.of(0xfbf2dc), Hue.of(0xf3dfbd), Hue.of(0xe9e4cc)},
            new Color[] {Hue.of(0x3e6a78), Hue.of(0x53707a)},
            Hue.of(0x3a6f80),
            Hue.of(0x6fa0a4),
            Hue.of(0x4f94a0));

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, HORIZON + 10, Hue.of(0x8cc7bf), Hue.of(0xb9dcc6), Hue.of(0xe9ecc9), Hue.of(0xffe9bb));
        ink.glow(1010, 330, 640, 400, Hue.of(0xfff7d8), 0.95);
        ink.dot(1010, 300, 62, Hue.of(0xfffdf0));
        Sea.streaks(ink, 80, 360, 20, Hue.alpha(Hue.of(0xfffdf0), 0.75), 520, 4);
        Sea.cloud(ink, 300, 180, 380, 54, Hue.of(0xfffcf0), Hue.alpha(Hue.of(0xf0e8cb), 0.75), 8);
        Path2D far = Curve.below(
                -40,
                1640,
                HORIZON + 8,
                x -> HORIZON
                        - 70 * Math.exp(-Math.pow((x - 1290) / 300, 2))
                        - 30 * Math.exp(-Math.pow((x - 760) / 210, 2))
                        - 8 * Noise.cloud(x / 50, 1, 3, 9));
        ink.wash(far, 330, HORIZON, Hue.of(0x8dbcb6), Hue.of(0xc9dcc2));
        for (int i = 0; i < 40; i++) {
            double x = Noise.in(1080, 1480, i, 31);
            double y = HORIZON - 4 - 26 * Noise.at(i, 32);
            ink.box(x, y - 9, 9, 10, Hue.alpha(Hue.of(0xf6efd6), 0.8));
            ink.fill(Ink.poly(x - 1, y - 9, x + 4.5, y - 14, x + 10, y - 9), Hue.alpha(Hue.of(0x7fa5a4), 0.9));
        }
        ink.placed(
                1545,
                400,
                0.42,
                0,
                p -> Town.lighthouse(
                        p, 0, 0, 190, Hue.of(0xf6ecd4), Hue.of(0xcf6a52), Hue.of(0x5d8a8e), Hue.of(0xfff0b8)));
        ink.wash(
                HORIZON, 920, Hue.of(0xf3ecc4), Hue.of(0xa9d4c2), Hue.of(0x5fb0ae), Hue.of(0x2f8a92), Hue.of(0x1d6775));
        Sea.swell(ink, HORIZON, 930, 15, Hue.of(0x2b8089), 0.24, 2, 5);
        Sea.glints(ink, HORIZON, 900, 560, Hue.of(0xfffdea), 100, Sea.path(1010, HORIZON, 70, 0.5), 2, 14);
        ferry(ink, 930, 610);
        shore(ink);
        quay(ink);
        people(ink);
        for (double[] b : new double[][] {{680, 250, 1.1}, {740, 220, 0.8}, {610, 300, 0.7}, {1180, 200, 0.9}}) {
            ink.placed(b[0], b[1], b[2], 6, p -> Folk.gull(p, Color.WHITE, 0.2));
        }
    }

    private void ferry(Ink ink, double x, double y) {
        for (int i = 0; i < 40; i++) {
            double u = i / 40.0;
            ink.fill(
                    Curve.lens(
                            x + Math.sin(i * 1.9) * (6 + 16 * u),
                            y + 4 + u * 170,
                            190 * (1 - 0.5 * u) * Noise.in(0.6, 1, i, 3),
                            5),
                    Hue.alpha(ink1, 0.5 * (1 - u)));
        }
        ink.placed(x, y, 1.25, 0, p -> {
            Color white = Hue.of(0xfff6e2);
            Color red = Hue.of(0xd1553f);
            p.line(0, -212, 0, -300, 3, ink1);
            p.line(-22, -268, 22, -268, 2.2, ink1);
            p.line(0, -296, -66, -164, 0.9, ink1);
            p.line(0, -296, 66, -164, 0.9, ink1);
            p.fill(
                    Ink.poly(-24, -210, 24, -210, 26, -262, -26, -262),
                    Ink.fade(-26, 0, 26, 0, red, Hue.of(0xe0735a), Hue.of(0x9c3a31)));
            p.box(-26, -252, 52, 9, white);
            face(p, -52, -216, 104, 50, white);
            p.box(-60, -222, 120, 8, red);
            for (int i = 0; i < 5; i++) {
                p.fill(
                        new java.awt.geom.RoundRectangle2D.Double(-45 + i * 18.6, -208, 15, 22, 5, 5),
                        Ink.fade(0, -208, 0, -186, Hue.of(0xbfe3da), Hue.of(0x2f6f80)));
            }
            face(p, -74, -168, 148, 46, white);
            for (int i = 0; i < 6; i++) {
                p.fill(new java.awt.geom.RoundRectangle2D.Double(-62 + i * 21.4, -156, 15, 22, 5, 5), Hue.of(0x3a7f8c));
            }
            face(p, -84, -124, 168, 44, Hue.dark(white, 0.05));
            Path2D hull = new Path2D.Double();
            hull.moveTo(-98, -84);
            hull.quadTo(-40, -78, 0, -112);
            hull.quadTo(40, -78, 98, -84);
            hull.curveTo(92, -40, 70, -10, 58, 6);
            hull.lineTo(-58, 6);
            hull.curveTo(-70, -10, -92, -40, -98, -84);
            hull.closePath();
            p.fill(hull, Ink.fade(-98, 0, 98, 0, Hue.of(0x3d7c8c), Hue.of(0x21566a), Hue.of(0x143c4c)));
            p.grain(hull, Hue.of(0x0d2c39), 0, -60, 110, 10, 0.6);
            p.line(Ink.curve(-98, -84, -48, -82, 0, -112, 48, -82, 98, -84), 5, white);
            p.line(0, -110, 0, 4, 2.4, Hue.of(0x0f3342));
            p.fill(Ink.poly(-62, -3, 62, -3, 56, 6, -56, 6), red);
            for (int s = -1; s <= 1; s += 2) {
                p.fill(Ink.blob(s * 40, -44, s * 48, -50, s * 53, -42, s * 47, -30, s * 42, -34), Hue.of(0x0f3342));
            }
        });
        for (int i = 0; i < 90; i++) {
            double u = Noise.at(i, 22);
            double side = i % 2 == 0 ? 1 : -1;
            ink.fill(
                    Curve.lens(
                            x + side * (34 + u * 190),
                            y + 6 + u * 24 + Noise.in(-4, 8, i, 23),
                            70 * Noise.in(0.4, 1.2, i, 24),
                            6),
                    Hue.alpha(Color.WHITE, 0.8 * (1 - u)));
        }
    }

    private static void face(Ink p, double x, double y, double w, double h, Color c) {
        p.box(x, y, w, h, Ink.fade(x, 0, x + w, 0, Hue.light(c, 0.3), c, Hue.mix(c, Hue.of(0x5f9aa0), 0.35)));
        p.box(x - 4, y - 2, w + 8, 4, Hue.of(0x6fa5a6));
    }

    private void shore(Ink ink) {
        Path2D hill = Curve.below(
                -40, 640, 700, x -> 660 - 400 * Noise.step(560, -160, x) - 22 * Noise.cloud(x / 60, 2, 3, 8));
        ink.wash(hill, 300, 680, Hue.of(0x5d9a86), Hue.of(0x3c7f76), Hue.of(0x2a6a69));
        ink.grain(hill, Hue.of(0x174a50), 200, 300, -80, 700, 0.6);
        double[][] at = {{-40, 560, 1.0}, {62, 530, 0.8}, {150, 575, 0.92}, {250, 600, 0.82}, {345, 622, 0.74}};
        int i = 0;
        for (double[] h : at) {
            Town.house(ink, h[0], h[1] + 40, 104 * h[2], 96 * h[2], i % 2 == 0 ? 1 : 0, houses, 0, 300 + i);
            i++;
        }
        for (int k = 0; k < 46; k++) {
            double x = Noise.in(-20, 470, k, 71);
            double y = 640 + 40 * Noise.at(k, 72);
            ink.fill(
                    Ink.blob(x - 16, y + 8, x - 8, y - 10, x + 8, y - 12, x + 18, y + 8),
                    Hue.mix(Hue.of(0x2a6a69), Hue.of(0x79ad86), Noise.at(k, 73)));
        }
    }

    private void quay(Ink ink) {
        Path2D top = Ink.poly(-20, 690, 560, 676, 800, 740, 1640, 800, 1640, 920, -20, 920);
        ink.fill(top, Ink.fade(0, 680, 0, 900, Hue.of(0xf5e0b4), Hue.of(0xd8bd92), Hue.of(0x9c9a86)));
        ink.grain(top, Hue.of(0x5f7674), 600, 690, 300, 940, 0.3);
        Path2D side = Ink.poly(560, 676, 800, 740, 1640, 800, 1640, 848, 790, 778, 556, 704);
        ink.fill(side, Ink.fade(0, 690, 0, 840, Hue.of(0x8c8f7d), Hue.of(0x3f6a6d)));
        ink.line(Ink.open(-20, 690, 560, 676, 800, 740, 1640, 800), 7, Hue.of(0xfff3d2));
        Path2D near = Ink.poly(-20, 716, 552, 704, 786, 776, 1640, 846, 1640, 920, -20, 920);
        ink.fill(near, Ink.fade(0, 700, 0, 910, Hue.of(0xe9d2a6), Hue.of(0xc6ad88), Hue.of(0x88887a)));
        ink.grain(near, Hue.of(0x56696a), 700, 720, 600, 950, 0.32);
        ink.line(Ink.open(-20, 714, 552, 702, 786, 774, 1640, 844), 6, Hue.of(0xfff3d2));
        for (double[] b : new double[][] {{610, 742, 0.8}, {880, 806, 1.1}, {1330, 846, 1.4}}) {
            ink.placed(b[0], b[1], b[2], 0, p -> {
                p.fill(Ink.poly(-13, 2, -10, -24, 10, -24, 13, 2), ink1);
                p.oval(0, -26, 17, 8, ink1);
                p.fill(Curve.lens(-40, 4, 90, 8), Hue.alpha(ink1, 0.35));
            });
        }
        ink.line(Ink.curve(880, 786, 960, 850, 1120, 856, 1318, 828), 4, Hue.of(0x7a6a52));
    }

    private void people(Ink ink) {
        double[][] who = {
            {380, 812, 1.75, 22},
            {452, 826, 1.15, 12},
            {250, 800, 1.62, 18},
            {560, 800, 1.5, 39},
            {640, 816, 1.56, 17},
            {150, 842, 1.85, 36},
            {1090, 872, 1.55, 44}
        };
        Color[] hair = {Hue.of(0x5b4032), Hue.of(0x8a6238), Hue.of(0x3b3634)};
        for (double[] w : who) {
            Color coat =
                    new Color[] {ink1, Hue.of(0xc9573f), Hue.of(0x2f7f88), Hue.of(0xe0a04c)}[(int) (w[0] / 71) % 4];
            ink.fill(Curve.lens(w[0] - 60 * w[2], w[1] + 3, 170 * w[2], 9 * w[2]), Hue.alpha(Hue.of(0x3b5a5a), 0.4));
            ink.placed(
                    w[0],
                    w[1],
                    w[2],
                    0,
                    p -> Folk.person(
                            p,
                            coat,
                            hair[(int) w[3] % 3],
                            Hue.of(new int[] {0xf6d27c, 0xe8694c, 0xf4ead0}[(int) w[3] % 3]),
                            (int) w[3]));
        }
        ink.placed(770, 850, 1, 0, p -> {
            for (int i = 0; i < 3; i++) {
                p.box(-60 + i * 44, -40, 42, 42, Ink.fade(0, -40, 0, 2, Hue.of(0xc78d54), Hue.of(0x8a5d40)));
                p.line(-58 + i * 44, -38, -20 + i * 44, 0, 2, Hue.of(0x6d4833));
            }
            p.box(-38, -82, 42, 42, Ink.fade(0, -82, 0, -40, Hue.of(0xd9a468), Hue.of(0x9a6a48)));
            p.line(-36, -80, 2, -42, 2, Hue.of(0x6d4833));
        });
    }
}
