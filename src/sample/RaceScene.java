package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Six-oared gigs rounding the Widow, the tall rock off the harbour mouth. */
final class RaceScene implements Scene {

    private static final double HORIZON = 400;
    private final Color deep = Hue.of(0x143a63);
    private final Color white = Hue.of(0xfff6e2);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, HORIZON + 10, Hue.of(0x2f7fa8), Hue.of(0x6fb0c2), Hue.of(0xc3dcc9), Hue.of(0xfbe7bd));
        ink.glow(1320, 250, 620, 420, Hue.of(0xfff6d6), 0.75);
        Sea.cloud(ink, 330, 170, 520, 84, Color.WHITE, Hue.alpha(Hue.of(0xe3e6d2), 0.85), 4);
        Sea.cloud(ink, 760, 110, 360, 52, Color.WHITE, Hue.alpha(Hue.of(0xd9e6da), 0.8), 9);
        Sea.cloud(ink, 1420, 150, 420, 60, Color.WHITE, Hue.alpha(Hue.of(0xf3e6c8), 0.8), 13);
        Sea.streaks(ink, 240, 380, 14, Hue.alpha(white, 0.7), 480, 6);
        Path2D far = Curve.below(
                -40,
                1640,
                HORIZON + 8,
                x -> HORIZON
                        - 50 * Math.exp(-Math.pow((x - 180) / 260, 2))
                        - 26 * Math.exp(-Math.pow((x - 620) / 180, 2))
                        - 7 * Noise.cloud(x / 50, 1, 3, 3));
        ink.wash(far, 340, HORIZON, Hue.of(0x6f9fae), Hue.of(0xa9c9c0));
        ink.placed(
                190, 356, 0.42, 0, p -> Town.lighthouse(p, 0, 0, 190, white, Hue.of(0xcf5a45), deep, Hue.of(0xfff0b8)));
        ink.wash(HORIZON, 920, Hue.of(0xbfdccf), Hue.of(0x5fa9bd), Hue.of(0x2c7ba3), Hue.of(0x1a5585), deep);
        Sea.swell(ink, HORIZON, 930, 18, Hue.of(0x154a7a), 0.34, 2, 6);
        Sea.glints(ink, HORIZON, 900, 420, Hue.of(0xfffdf0), 90, Sea.path(1320, HORIZON, 160, 0.7), 2, 16);
        for (double[] b : new double[][] {{420, 424, 0.3}, {520, 430, 0.4}, {690, 420, 0.26}}) {
            ink.placed(b[0], b[1], b[2], 0, p -> Boats.sail(p, deep, white, Hue.of(0x5b4a44)));
        }
        widow(ink);
        gig(ink, 560, 540, 0.72, Hue.of(0xe2a13c), Hue.of(0x2f6b5a), 0.8, 5);
        gig(ink, 830, 736, 1.32, Hue.of(0xcf4a38), Hue.of(0x1f3f66), 0, 1);
        Sea.glints(ink, 780, 960, 110, Hue.alpha(Hue.of(0xcfe9e6), 0.5), 190, Sea.EVEN, 2, 26);
        for (double[] b :
                new double[][] {{1010, 250, 1}, {930, 210, 0.7}, {1240, 300, 0.8}, {720, 290, 0.6}, {1120, 190, 0.55}
                }) {
            ink.placed(b[0], b[1], b[2], 10, p -> Folk.gull(p, Color.WHITE, Math.sin(b[0])));
        }
    }

    private void widow(Ink ink) {
        Path2D rock = Ink.open(
                1180, 560, 1196, 500, 1188, 440, 1222, 380, 1230, 300, 1262, 250, 1268, 176, 1302, 118, 1330, 84, 1362,
                120, 1374, 190, 1402, 236, 1396, 310, 1436, 352, 1440, 420, 1478, 470, 1490, 530, 1530, 574);
        rock.closePath();
        Color stone = Hue.of(0x5b5f76);
        ink.fill(rock, Ink.fade(1190, 0, 1500, 0, Hue.of(0x34405f), stone, Hue.of(0xc9a988), Hue.of(0xf0d3a4)));
        ink.inside(rock, p -> {
            for (int i = 0; i < 30; i++) {
                double y = 130 + i * 15.5;
                double x = 1300 + Noise.in(-90, 110, i, 3) * (0.3 + i / 30.0);
                double s = 20 + i * 2.4;
                p.fill(
                        Ink.poly(x, y, x + s, y + s * 0.7, x + s * 0.5, y + s * 2, x - s * 0.3, y + s * 1.2),
                        Hue.alpha(i % 2 == 0 ? Hue.of(0x2b3656) : Hue.of(0xffe6bd), 0.3));
            }
            p.fill(
                    Ink.poly(1330, 84, 1345, 200, 1318, 320, 1352, 430, 1318, 580, 1160, 580, 1160, 84),
                    Hue.alpha(Hue.of(0x1f2f54), 0.42));
        });
        ink.grain(rock, Hue.of(0x1a2646), 1420, 300, 1180, 520, 0.65);
        ink.fill(
                Ink.blob(1292, 142, 1312, 104, 1330, 86, 1352, 110, 1368, 150, 1346, 140, 1328, 152, 1312, 134),
                Hue.alpha(white, 0.85));
        for (int i = 0; i < 26; i++) {
            ink.oval(Noise.in(1280, 1390, i, 21), Noise.in(130, 330, i, 22), 3.4, 4.6, white);
        }
        Path2D low = Ink.blob(
                1120, 572, 1150, 540, 1190, 548, 1260, 556, 1400, 562, 1500, 540, 1556, 552, 1600, 580, 1400, 590);
        ink.fill(low, Ink.fade(0, 540, 0, 590, Hue.of(0x3b4560), Hue.of(0x1d2c4c)));
        for (int i = 0; i < 80; i++) {
            double x = Noise.in(1090, 1620, i, 31);
            ink.oval(
                    x,
                    582 + Noise.in(-10, 12, i, 32),
                    Noise.in(8, 30, i, 33),
                    Noise.in(3, 8, i, 34),
                    Hue.alpha(white, 0.85));
        }
        for (int i = 0; i < 30; i++) {
            double u = i / 30.0;
            ink.fill(
                    Curve.lens(1340 + Math.sin(i * 1.3) * 14, 600 + u * 150, 330 * (1 - 0.6 * u), 7),
                    Hue.alpha(Hue.of(0x17305a), 0.36 * (1 - u)));
        }
    }

    /** A gig with six at the oars and a cox in the stern, bow to the right, oars raked by the stroke (-1..1). */
    private void gig(Ink ink, double x, double y, double s, Color hull, Color shirt, double stroke, int seed) {
        for (int i = 0; i < 26; i++) {
            double u = i / 26.0;
            ink.fill(
                    Curve.lens(
                            x + Math.sin(i * 1.5 + seed) * 10, y + (12 + u * 70) * s, 620 * s * (1 - u * 0.6), 7 * s),
                    Hue.alpha(Hue.of(0x0d2a52), 0.45 * (1 - u)));
        }
        ink.placed(x, y, s, -1.5, p -> {
            double reach = stroke * 46;
            for (int i = 0; i < 6; i += 2) {
                oar(p, -150 + i * 62 + 30, -26, -150 + i * 62 - 62 + reach, -58, 0.7);
            }
            for (int i = 0; i < 6; i++) {
                rower(p, -160 + i * 62, i % 2 == 0 ? shirt : Hue.light(shirt, 0.14), stroke, seed * 10 + i);
            }
            p.placed(-262, -18, 0.92, 0, q -> cox(q, hull));
            Path2D body = new Path2D.Double();
            body.moveTo(-316, -44);
            body.curveTo(-200, -12, 160, -12, 300, -34);
            body.quadTo(328, -44, 340, -58);
            body.curveTo(326, -10, 290, 14, 250, 18);
            body.lineTo(-262, 18);
            body.curveTo(-296, 10, -312, -16, -316, -44);
            body.closePath();
            p.fill(body, Ink.fade(0, -50, 0, 18, Hue.light(hull, 0.15), hull, Hue.dark(hull, 0.45)));
            p.grain(body, Hue.dark(hull, 0.7), 60, -30, -300, 24, 0.5);
            Path2D edge = new Path2D.Double();
            edge.moveTo(-316, -44);
            edge.curveTo(-200, -12, 160, -12, 300, -34);
            edge.quadTo(328, -44, 340, -58);
            p.line(edge, 6, white);
            p.placed(
                    0,
                    13,
                    1,
                    0,
                    q -> q.line(
                            Ink.curve(-300, -28, -150, -14, 0, -10, 160, -12, 300, -28), 2.4, Hue.alpha(white, 0.7)));
            for (int i = 0; i < 6; i += 2) {
                oar(p, -150 + i * 62 + 62 + 30, -20, -150 + i * 62 - 28 + reach, 44, 1);
            }
            for (int i = 0; i < 46; i++) {
                double age = Noise.at(i, seed + 3);
                p.fill(
                        Curve.lens(330 - age * 720, 16 + Noise.in(-4, 8, i, seed + 4), 66 * (0.5 + age), 6),
                        Hue.alpha(white, 0.85 * (1 - age)));
            }
            p.fill(Ink.blob(262, 21, 288, 10, 312, 4, 330, 15, 318, 22), white);
        });
    }

    private void oar(Ink p, double x0, double y0, double x1, double y1, double strong) {
        p.line(x0 + 18, y0 - 22, x1, y1, 4.6 * strong, Hue.of(0xd9a566));
        double a = Math.toDegrees(Math.atan2(y1 - y0, x1 - x0));
        p.placed(x1, y1, 1, a, q -> q.fill(Ink.blob(-12, -4, 14, -7, 34, -6, 34, 6, 14, 7, -12, 4), white));
        if (strong == 1) {
            for (int i = 0; i < 9; i++) {
                p.oval(
                        x1 - 12 + Noise.in(-26, 24, i, (int) x1),
                        y1 + 8 + Noise.in(-12, 7, i, (int) x1 + 1),
                        Noise.in(3, 9, i, 5),
                        Noise.in(2, 5, i, 6),
                        Hue.alpha(white, 0.85));
            }
            p.fill(Curve.lens(x1 - 8, y1 + 12, 90, 8), Hue.alpha(white, 0.6));
        }
    }

    private void rower(Ink p, double x, Color shirt, double stroke, int seed) {
        Color skin = new Color[] {Hue.of(0xd99a74), Hue.of(0xb9784f), Hue.of(0x8a5a3f), Hue.of(0xe3b08c)}[seed % 4];
        double lean = 12 - 18 * stroke;
        Path2D torso = Ink.blob(x - 15, -18, x + lean - 17, -60, x + lean - 4, -80, x + lean + 12, -66, x + 15, -18);
        p.fill(torso, Ink.fade(x - 16, 0, x + 20, 0, Hue.dark(shirt, 0.35), shirt, Hue.light(shirt, 0.16)));
        p.line(Ink.curve(x + lean - 2, -70, x + lean - 18, -52, x - 30 + lean * 0.3, -46), 8.5, skin);
        p.box(x + lean - 3, -86, 8, 10, Hue.dark(skin, 0.2));
        p.oval(x + lean + 1, -94, 10, 12, skin);
        Color hair =
                new Color[] {Hue.of(0x3a2620), Hue.of(0x7a4a2c), Hue.of(0x1f1a1e), Hue.of(0xc98a44)}[(seed + 1) % 4];
        p.fill(
                Ink.blob(
                        x + lean + 11,
                        -88,
                        x + lean + 12,
                        -102,
                        x + lean,
                        -109,
                        x + lean - 9,
                        -102,
                        x + lean - 4,
                        -98,
                        x + lean + 4,
                        -96),
                hair);
        if (seed % 3 == 0) {
            p.fill(
                    Ink.blob(
                            x + lean - 11,
                            -99,
                            x + lean - 8,
                            -107,
                            x + lean + 4,
                            -109,
                            x + lean + 12,
                            -101,
                            x + lean,
                            -99),
                    white);
        }
    }

    private void cox(Ink p, Color coat) {
        p.fill(
                Ink.blob(-18, 0, -14, -44, 0, -62, 15, -46, 20, 0),
                Ink.fade(-16, 0, 18, 0, Hue.dark(coat, 0.4), Hue.light(coat, 0.1)));
        p.line(Ink.curve(8, -48, 24, -38, 42, -44), 8, Hue.dark(coat, 0.15));
        p.dot(44, -45, 5, Hue.of(0xd99a74));
        p.oval(3, -74, 10, 12, Hue.of(0xd99a74));
        p.fill(Ink.blob(-9, -76, -6, -86, 4, -89, 13, -82, 22, -80, 12, -78), white);
    }
}
