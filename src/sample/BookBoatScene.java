package sample;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The library boat alongside at dusk, every shelf lit, readers coming down the jetty. */
final class BookBoatScene implements Scene {

    private static final double WATER = 660;
    private final Color amber = Hue.of(0xffc873);
    private final Color deep = Hue.of(0x0f2a3f);
    private final Color[] spines = {
        Hue.of(0xb9483c),
        Hue.of(0x2f6b78),
        Hue.of(0xe0a24a),
        Hue.of(0x6b3f5c),
        Hue.of(0x4f7a52),
        Hue.of(0xf0dcb4),
        Hue.of(0x27405f),
        Hue.of(0xd4744a)
    };
    private final Town.Paints houses = new Town.Paints(
            new Color[] {Hue.of(0x2f5a70), Hue.of(0x38536d), Hue.of(0x2b6472), Hue.of(0x43567a)},
            new Color[] {Hue.of(0x1f3d55), Hue.of(0x274058)},
            Hue.of(0x1c3850),
            Hue.of(0xffc56b),
            Hue.of(0x5f8595));

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, WATER, Hue.of(0x123a57), Hue.of(0x1f5f78), Hue.of(0x4d8f97), Hue.of(0x9cbfa6), Hue.of(0xf0c88e));
        ink.glow(1240, 560, 620, 240, Hue.of(0xffd9a0), 0.55);
        for (int i = 0; i < 70; i++) {
            ink.dot(
                    Noise.in(0, 1600, i, 3),
                    Noise.in(0, 260, i, 4),
                    Noise.in(0.6, 1.8, i, 5),
                    Hue.alpha(Hue.of(0xf6f3dc), Noise.in(0.2, 0.85, i, 6)));
        }
        moon(ink);
        Sea.streaks(ink, 250, 500, 14, Hue.alpha(Hue.of(0xe6c9a0), 0.4), 460, 8);
        Path2D hill = Curve.below(
                -40,
                1640,
                700,
                x -> 560
                        - 120 * Noise.step(800, -100, x)
                        - 60 * Noise.step(1100, 1700, x)
                        - 22 * Noise.cloud(x / 100, 1, 3, 6));
        ink.wash(hill, 440, 640, Hue.of(0x3f7683), Hue.of(0x5f8f8d));
        Town.row(ink, -60, 640, 650, 0.72, houses, 0.42, 44);
        Town.row(ink, 1130, 1660, 650, 0.66, houses, 0.4, 19);
        ink.box(-20, 646, 1640, 22, Hue.of(0x173a50));
        ink.wash(WATER, 920, Hue.of(0x6f9c94), Hue.of(0x2d6678), Hue.of(0x174861), Hue.of(0x0c2c45));
        Sea.swell(ink, WATER, 930, 11, Hue.of(0x0f3a52), 0.35, 2, 4);
        Sea.glints(ink, WATER, 930, 130, Hue.alpha(Hue.of(0xf0c88e), 0.5), 120, Sea.path(1240, WATER, 200, 0.5), 2, 14);
        reflections(ink);
        boat(ink, 640, 742);
        jetty(ink);
        readers(ink);
    }

    private void moon(Ink ink) {
        ink.glow(1240, 170, 190, Hue.of(0xfff3cf), 0.5);
        java.awt.geom.Area disc = new java.awt.geom.Area(new java.awt.geom.Ellipse2D.Double(1196, 126, 88, 88));
        disc.subtract(new java.awt.geom.Area(new java.awt.geom.Ellipse2D.Double(1172, 114, 88, 88)));
        ink.fill(disc, Hue.of(0xfff6da));
    }

    private void reflections(Ink ink) {
        for (int i = 0; i < 46; i++) {
            double u = i / 46.0;
            ink.fill(
                    Curve.lens(
                            640 + Math.sin(i * 1.4) * 10,
                            756 + u * 150,
                            760 * (1 - 0.3 * u) * Noise.in(0.7, 1, i, 3),
                            6),
                    Hue.alpha(Hue.of(0x0a2036), 0.5 * (1 - u)));
        }
        for (int k = 0; k < 7; k++) {
            double x = 385 + k * 82;
            Sea.glints(ink, 752, 925, 90, amber, 62, Sea.path(x, 752, 20, 0.12), k, 50 + k);
        }
        for (int k = 0; k < 9; k++) {
            Sea.glints(
                    ink,
                    664,
                    760,
                    40,
                    Hue.alpha(amber, 0.8),
                    40,
                    Sea.path(k < 5 ? 60 + k * 76 : 1180 + (k - 5) * 110, 664, 12, 0.08),
                    k,
                    70 + k);
        }
    }

    private void boat(Ink ink, double x, double y) {
        ink.glow(x, y - 110, 560, 230, amber, 0.4);
        ink.placed(x, y, 1, 0, p -> {
            Path2D cabin = Ink.poly(-320, -200, 270, -200, 286, -50, -330, -50);
            p.fill(cabin, Ink.fade(0, -200, 0, -50, Hue.of(0x2f7378), Hue.of(0x1f5663)));
            p.grain(cabin, deep, 0, -150, 60, -20, 0.4);
            p.fill(
                    new RoundRectangle2D.Double(-346, -222, 646, 26, 14, 14),
                    Ink.fade(0, -222, 0, -196, Hue.of(0xe8c48a), Hue.of(0x9a7456)));
            p.line(-340, -219, 292, -219, 3, Hue.alpha(Hue.of(0xfff0c8), 0.7));
            for (int i = 0; i < 7; i++) {
                if (i == 3) {
                    door(p, -292 + i * 82);
                } else {
                    shelf(p, -292 + i * 82, i);
                }
            }
            Path2D hull = new Path2D.Double();
            hull.moveTo(-392, -62);
            hull.quadTo(0, -30, 330, -60);
            hull.quadTo(400, -70, 436, -104);
            hull.quadTo(430, -30, 372, 10);
            hull.lineTo(-360, 10);
            hull.quadTo(-394, -16, -392, -62);
            hull.closePath();
            p.fill(hull, Ink.fade(0, -100, 0, 10, Hue.of(0xc25a44), Hue.of(0xa3423a), Hue.of(0x5a2431)));
            p.grain(hull, Hue.of(0x2c1526), 0, -60, -380, 10, 0.6);
            p.grain(hull, Hue.of(0x2c1526), 200, -60, 440, 0, 0.4);
            Path2D edge = new Path2D.Double();
            edge.moveTo(-392, -62);
            edge.quadTo(0, -30, 330, -60);
            edge.quadTo(400, -70, 436, -104);
            p.line(edge, 9, Hue.of(0xf3ddb0));
            p.line(-372, -8, 386, -8, 4, Hue.of(0xf3ddb0));
            p.line(-250, -222, -250, -330, 5, Hue.of(0x1c3a4c));
            p.line(-250, -322, 424, -110, 1.6, Hue.of(0x1c3a4c));
            p.line(-250, -322, -388, -70, 1.6, Hue.of(0x1c3a4c));
            for (int i = 0; i < 13; i++) {
                double u = (i + 1) / 14.0;
                double lx = -250 + 674 * u;
                double ly = -322 + 212 * u + 16 * Math.sin(Math.PI * u);
                p.glow(lx, ly + 8, 34, amber, 0.7);
                p.dot(lx, ly + 8, 5, Hue.of(0xfff1c6));
            }
            p.box(190, -262, 34, 44, Hue.of(0x1c3a4c));
            p.box(184, -268, 46, 9, Hue.of(0xc25a44));
            for (int i = 0; i < 6; i++) {
                p.glow(210 + i * 16, -290 - i * 26, 18 + i * 8, Hue.of(0xcfe0d4), 0.22 - 0.03 * i);
            }
            for (double tx : new double[] {-360, -120, 120, 330}) {
                p.oval(tx, -26, 17, 22, Hue.of(0x12222f));
                p.oval(tx, -26, 8, 12, Hue.of(0x7a3036));
            }
        });
    }

    private void shelf(Ink p, double x, int i) {
        RoundRectangle2D pane = new RoundRectangle2D.Double(x, -178, 64, 100, 12, 12);
        p.glow(x + 32, -128, 96, amber, 0.5);
        p.fill(new RoundRectangle2D.Double(x - 5, -183, 74, 110, 16, 16), Hue.of(0xf3ddb0));
        p.fill(pane, Ink.fade(0, -178, 0, -78, Hue.of(0xfff0c0), Hue.of(0xf6b65e)));
        p.inside(pane, q -> {
            for (int row = 0; row < 3; row++) {
                double y = -146 + row * 33;
                double bx = x + 2;
                for (int k = 0; bx < x + 62; k++) {
                    int n = i * 40 + row * 12 + k;
                    double w = Noise.in(5, 10, n, 3);
                    double h = Noise.in(17, 26, n, 4);
                    if (Noise.at(n, 5) > 0.1) {
                        q.box(bx, y - h, w, h, spines[(int) (Noise.at(n, 6) * spines.length)]);
                        q.box(bx, y - h + 5, w, 2, Hue.alpha(Hue.of(0xfff0c8), 0.5));
                    }
                    bx += w + 0.8;
                }
                q.box(x, y, 64, 4, Hue.of(0x7a4a34));
            }
            if (i == 1 || i == 5) {
                q.placed(
                        x + 32,
                        -52,
                        1.12,
                        0,
                        r -> Folk.person(r, Hue.of(0x27405f), Hue.of(0xc98f6e), Hue.of(0xb9483c), i == 1 ? 26 : 42));
            }
        });
    }

    private void door(Ink p, double x) {
        p.glow(x + 32, -110, 150, amber, 0.6);
        p.fill(new RoundRectangle2D.Double(x - 6, -188, 76, 142, 18, 18), Hue.of(0xf3ddb0));
        p.fill(
                new RoundRectangle2D.Double(x, -182, 64, 136, 14, 14),
                Ink.fade(0, -182, 0, -46, Hue.of(0xfff3cc), Hue.of(0xf3a857)));
        p.placed(x + 30, -44, 1.12, 0, q -> Folk.person(q, Hue.of(0x4f3a5c), Hue.of(0xc98f6e), Hue.of(0xe0a24a), 49));
    }

    private void jetty(Ink ink) {
        for (double x : new double[] {1090, 1240, 1400, 1560}) {
            double y = 742 + (x - 1090) * 0.16;
            ink.fill(
                    Ink.poly(x - 14, y - 78, x + 14, y - 78, x + 16, y + 150, x - 16, y + 150),
                    Ink.fade(x - 14, 0, x + 14, 0, Hue.of(0x8a6650), Hue.of(0x2b2a3a), Hue.of(0x141f30)));
            ink.oval(x, y - 78, 14, 5, Hue.of(0xd9b086));
            for (int k = 0; k < 14; k++) {
                ink.fill(
                        Curve.lens(x + Math.sin(k * 1.7) * 6, y + 70 + k * 8, 44, 5),
                        Hue.alpha(Hue.of(0x0a2036), 0.35));
            }
        }
        Path2D deck = Ink.poly(1010, 700, 1640, 760, 1640, 838, 985, 726);
        ink.fill(deck, Ink.fade(1000, 0, 1640, 0, Hue.of(0xd39a63), Hue.of(0x8a6248), Hue.of(0x51423f)));
        ink.fill(Ink.poly(985, 726, 1640, 838, 1640, 868, 988, 746), Hue.of(0x1d2535));
        for (int i = 0; i < 22; i++) {
            double u = i / 21.0;
            ink.line(1010 + 630 * u, 700 + 60 * u, 985 + 655 * u, 726 + 112 * u, 2, Hue.alpha(deep, 0.55));
        }
        ink.fill(Ink.poly(900, 690, 1020, 706, 1010, 718, 892, 698), Hue.of(0xd9a86c));
        ink.line(Ink.curve(1070, 690, 1060, 712, 1030, 690, 1070, 672), 3, Hue.of(0xe6cfa0));
        double lx = 1330;
        ink.line(lx, 742, lx, 520, 6, deep);
        ink.line(lx, 524, lx - 34, 524, 4, deep);
        ink.fill(Ink.poly(lx - 48, 552, lx - 42, 530, lx - 26, 530, lx - 20, 552), deep);
        ink.oval(lx - 34, 553, 12, 5, Hue.of(0xfff3cc));
        ink.glow(lx - 34, 556, 190, amber, 0.75);
        ink.glow(lx - 34, 752, 190, 36, amber, 0.5);
    }

    private void readers(Ink ink) {
        double[][] who = {
            {1126, 726, 1.28, 18},
            {1172, 738, 0.86, 33},
            {1246, 754, 1.36, 44},
            {1298, 766, 0.95, 16},
            {1420, 790, 1.5, 22},
            {1490, 806, 1.05, 12}
        };
        for (double[] w : who) {
            Color c = new Color[] {Hue.of(0x7a3f5c), Hue.of(0xb9483c), Hue.of(0x1f4a5f), Hue.of(0xc98a3c)}
                    [(int) (w[0] / 37) % 4];
            ink.fill(Curve.lens(w[0] + 30 * w[2], w[1] + 3, 120 * w[2], 8 * w[2]), Hue.alpha(deep, 0.5));
            ink.placed(w[0], w[1], w[2], 0, p -> {
                Folk.person(p, c, Hue.of(0xc98f6e), Hue.of(0xf0c46a), (int) w[3]);
                Color book = spines[(int) (w[0] / 53) % spines.length];
                p.placed(-11, -48, 1, -12, q -> {
                    q.box(-8, -11, 16, 20, book);
                    q.box(-8, 6, 16, 3, Hue.of(0xfff3dc));
                });
            });
        }
    }
}
