package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The great tide going out over the old quay of Fanaux: six hours in eighteen seconds. */
final class TideScene implements Scene {

    static final double LENGTH = 18;
    private static final double HORIZON = 392;
    private final Color sand = Hue.of(0xe6bf96);
    private Ink far;
    private Ink ground;

    @Override
    public void draw(Ink ink, double t) {
        double u = Noise.step(0.8, LENGTH - 2.2, t);
        if (far == null || far.image.getWidth() != ink.image.getWidth()) {
            far = ink.layer();
            paintFar(far);
            ground = ink.layer();
            paintGround(ground);
        }
        sky(ink, t, u);
        ink.lay(far, 1);
        ink.lay(ground, 1);
        double shore = 985 - (985 - 452) * u;
        pools(ink, t, u);
        water(ink, t, u, shore);
        for (double[] pile : Piles.ALL) {
            Piles.draw(ink, pile, Math.max(0, (edge(pile[0], t, shore) - pile[1]) * 0.42));
        }
        boat(ink, t, shore);
        walkers(ink, t);
        birds(ink, t);
        warm(ink, u);
    }

    private void sky(Ink ink, double t, double u) {
        Color top = Hue.mix(Hue.of(0x6fa8bd), Hue.of(0x50809f), u);
        Color mid = Hue.mix(Hue.of(0xb9d6d0), Hue.of(0xb6b2b8), u);
        Color low = Hue.mix(Hue.of(0xf3ead0), Hue.of(0xf7c9a0), u);
        ink.wash(-10, HORIZON + 12, top, mid, Hue.mix(mid, low, 0.6), low);
        double sx = 420 + 860 * t / LENGTH;
        double sy = 190 + 130 * Math.pow(t / LENGTH, 2) - 40 * Math.sin(Math.PI * t / LENGTH);
        ink.glow(sx, sy, 420, Hue.of(0xfff4d2), 0.75);
        ink.dot(sx, sy, 42, Hue.of(0xfffbe8));
        double shift = t * 46;
        for (int i = 0; i < 8; i++) {
            double x = ((Noise.in(0, 2300, i, 3) + shift * Noise.in(0.7, 1.2, i, 4)) % 2300) - 350;
            double y = 90 + 31 * i + 20 * Noise.at(i, 5);
            double size = 1.25 - 0.11 * i;
            Color light = Hue.mix(Hue.of(0xfffdf4), Hue.of(0xffe3c8), u);
            Sea.cloud(
                    ink,
                    x,
                    y,
                    420 * size,
                    62 * size,
                    Hue.alpha(light, 0.92),
                    Hue.alpha(Hue.mix(light, mid, 0.65), 0.8),
                    60 + i);
        }
    }

    private void paintFar(Ink ink) {
        Path2D coast = Curve.below(
                -40,
                1640,
                HORIZON + 20,
                x -> HORIZON
                        - 2
                        - 54 * Noise.step(1180, 1560, x)
                        - 22 * Math.exp(-Math.pow((x - 700) / 190, 2))
                        - 6 * Noise.cloud(x / 50, 1, 3, 8));
        ink.wash(coast, 330, HORIZON, Hue.of(0x86a3b0), Hue.of(0xb7c2bd));
        ink.placed(
                1490,
                346,
                0.5,
                0,
                p -> Town.lighthouse(
                        p, 0, 0, 190, Hue.of(0xf4e8d4), Hue.of(0xc9705c), Hue.of(0x6b8696), Hue.of(0xfff0c0)));
        ink.wash(
                new java.awt.geom.Rectangle2D.Double(-20, HORIZON, 1640, 70),
                HORIZON,
                462,
                Hue.of(0xd9dfcf),
                Hue.of(0x86b3b6));
    }

    private void paintGround(Ink ink) {
        Path2D flat = Curve.below(-40, 1640, 920, x -> 448 + 3 * Math.sin(x / 90));
        ink.wash(flat, 448, 900, Hue.of(0xcdb8a0), Hue.of(0xdcb78f), sand, Hue.of(0xd7a678), Hue.of(0xa97a5e));
        for (int i = 0; i < 210; i++) {
            double v = Math.pow(Noise.at(i, 11), 1.4);
            double y = 458 + 450 * v;
            double x = Noise.in(-60, 1660, i, 12);
            Color c = i % 3 == 0 ? Hue.of(0xfff0d6) : Hue.of(0x9b7058);
            ink.fill(Curve.lens(x, y, (40 + 260 * v) * Noise.in(0.5, 1.3, i, 13), 1.4 + 6 * v), Hue.alpha(c, 0.26));
        }
        ink.grain(flat, Hue.of(0x7d5848), 800, 560, 800, 960, 0.34);
        for (int i = 0; i < 70; i++) {
            double v = Noise.at(i, 21);
            double y = 500 + 400 * v;
            double d = Math.pow((y - 474) / 372, 1 / 1.75);
            double x = 935 - 330 * Math.pow(Math.max(0, d), 1.5) + Noise.in(-120, 120, i, 22) * (0.2 + v);
            double s = 0.25 + 0.9 * v;
            ink.fill(
                    Ink.blob(
                            x - 30 * s,
                            y + 6 * s,
                            x - 20 * s,
                            y - 12 * s,
                            x + 4 * s,
                            y - 17 * s,
                            x + 26 * s,
                            y - 8 * s,
                            x + 32 * s,
                            y + 6 * s),
                    Hue.mix(Hue.of(0x6b5f62), Hue.of(0x94806f), Noise.at(i, 23)));
            ink.fill(
                    Ink.blob(x - 18 * s, y - 10 * s, x, y - 16 * s, x + 16 * s, y - 11 * s, x, y - 8 * s),
                    Hue.alpha(Hue.of(0x7d9a5e), 0.75));
        }
    }

    private void pools(Ink ink, double t, double u) {
        double[][] at = {
            {330, 640, 300, 26},
            {1180, 590, 330, 18},
            {1290, 760, 420, 40},
            {170, 830, 380, 40},
            {860, 700, 200, 18},
            {560, 540, 260, 10},
            {1040, 862, 300, 30},
            {1500, 660, 200, 18}
        };
        for (double[] p : at) {
            Path2D pool = Ink.blob(
                    p[0] - p[2] / 2,
                    p[1],
                    p[0] - p[2] * 0.28,
                    p[1] - p[3] * 0.46,
                    p[0] + p[2] * 0.1,
                    p[1] - p[3] * 0.4,
                    p[0] + p[2] / 2,
                    p[1] - p[3] * 0.08,
                    p[0] + p[2] * 0.2,
                    p[1] + p[3] * 0.5,
                    p[0] - p[2] * 0.2,
                    p[1] + p[3] * 0.34);
            Color high = Hue.mix(Hue.of(0xa9cdd0), Hue.of(0x8a9fb0), u);
            ink.fill(
                    pool,
                    Ink.fade(0, p[1] - p[3], 0, p[1] + p[3], Hue.mix(Hue.of(0xf6ead2), Hue.of(0xf9cfa8), u), high));
            ink.line(pool, 1.6, Hue.alpha(Hue.of(0xfff6e0), 0.6));
            ink.fill(Curve.lens(p[0] + Math.sin(t + p[0]) * 8, p[1], p[2] * 0.3, 2), Hue.alpha(Color.WHITE, 0.5));
        }
    }

    private void water(Ink ink, double t, double u, double shore) {
        Path2D sea = new Path2D.Double();
        sea.moveTo(-40, HORIZON);
        sea.lineTo(1640, HORIZON);
        for (double x = 1640; x >= -40; x -= 6) {
            sea.lineTo(x, edge(x, t, shore));
        }
        sea.closePath();
        Path2D wet = new Path2D.Double(sea);
        double near = (shore - HORIZON) / 560;
        ink.placed(0, 16 * near + 4, 1, 0, p -> p.fill(wet, Hue.alpha(Hue.of(0x7d5f58), 0.42)));
        ink.placed(0, 5 * near + 1.5, 1, 0, p -> p.fill(wet, Hue.alpha(Hue.of(0xfff8e8), 0.9)));
        Color deep = Hue.mix(Hue.of(0x2f7f90), Hue.of(0x4f7f94), u);
        ink.fill(
                sea,
                Ink.fade(
                        0,
                        HORIZON,
                        0,
                        Math.max(shore, HORIZON + 30),
                        Hue.mix(Hue.of(0xe9ead6), Hue.of(0xf6cfae), u),
                        Hue.of(0x8fc0bf),
                        Hue.mix(Hue.of(0x57a5a9), deep, 0.4),
                        Hue.mix(deep, Hue.of(0x86bdb4), 0.35)));
        double top = HORIZON + 4;
        if (shore > top + 20) {
            ink.inside(sea, p -> {
                Sea.swell(p, top, shore, 10, deep, 0.2, t * 2.2, 7);
                Sea.glints(
                        p,
                        top,
                        shore,
                        (int) (120 + 320 * near),
                        Hue.of(0xfffbe6),
                        40 + 70 * near,
                        Sea.path(420 + 860 * t / LENGTH, top, 120, 0.5),
                        t * 2,
                        17);
            });
        }
    }

    private static double edge(double x, double t, double shore) {
        double k = (shore - HORIZON) / 560;
        return shore
                + k * (34 * (Noise.cloud(x / 240, t * 0.5, 3, 31) - 0.5) * 2 + 26 * Math.sin(t * 2.4 + x / 330))
                - 60 * k * Math.exp(-Math.pow((x - 640) / 260, 2));
    }

    private void boat(Ink ink, double t, double shore) {
        double rest = 776;
        double depth = Math.max(0, (shore - rest) * 0.3);
        double afloat = Math.min(1, depth / 20);
        double y = rest - depth + Math.sin(t * 3.2) * 3.5 * afloat;
        double tilt = afloat > 0 ? Math.sin(t * 2.6) * 2.5 * afloat + 9 * (1 - afloat) : 9;
        ink.fill(Curve.lens(1385, y + 10, 250, 16), Hue.alpha(Hue.of(0x4d3f48), 0.4));
        ink.placed(1390, y, 1.9, tilt, p -> Boats.dinghy(p, Hue.of(0xc2523f), Hue.of(0xfff0d8)));
        ink.line(Ink.curve(1300, y - 22, 1200, 810, 1130, 838), 2.4, Hue.alpha(Hue.of(0x4d3f48), 0.8));
    }

    private void walkers(Ink ink, double t) {
        double[][] who = {
            {470, 690, 0.86, 18, 1},
            {432, 700, 0.6, 33, 1},
            {1100, 640, 0.62, 44, -1},
            {1135, 646, 0.66, 22, -1},
            {700, 560, 0.34, 36, 1},
            {720, 562, 0.32, 52, 1},
            {1240, 540, 0.28, 68, -1}
        };
        for (double[] w : who) {
            double show = Noise.step(14.2 - 3 * w[2], 15.4 - 3 * w[2], t);
            if (show <= 0) {
                continue;
            }
            double x = w[0] + w[4] * (t - 16) * 12 * w[2];
            Ink part = ink.layer();
            part.fill(Curve.lens(x - 50 * w[2], w[1] + 2, 150 * w[2], 8 * w[2]), Hue.alpha(Hue.of(0x6b4a44), 0.5));
            Color coat = new Color[] {Hue.of(0x2f5468), Hue.of(0xb9503c), Hue.of(0x4b6d5a), Hue.of(0xd79a3e)}
                    [(int) w[3] % 4];
            part.placed(
                    x,
                    w[1] + Math.abs(Math.sin(t * 5 + w[3])) * -2 * w[2],
                    w[2] * w[4],
                    0,
                    p -> Folk.person(p, coat, Hue.of(0xc08d70), Hue.of(0xf0c46a), (int) w[3]));
            ink.lay(part, show);
        }
    }

    private void birds(Ink ink, double t) {
        for (int i = 0; i < 6; i++) {
            double x = (250 + i * 110 + t * (60 + 9 * i)) % 1750 - 60;
            double y = 250 + 46 * Math.sin(i * 1.9) + 14 * Math.sin(t * 1.1 + i);
            double beat = Math.sin(t * 6 + i * 2);
            ink.placed(x, y, 0.55 + 0.1 * (i % 3), -4, p -> Folk.gull(p, Color.WHITE, beat));
        }
    }

    private void warm(Ink ink, double u) {
        ink.box(-10, -10, 1620, 920, Hue.alpha(Hue.of(0xff9a5c), 0.07 * u));
    }
}
