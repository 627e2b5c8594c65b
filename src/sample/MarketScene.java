package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Capstan Square at dusk in the first snow, the lamps coming on one after another. */
final class MarketScene implements Scene {

    private static final double GROUND = 560;
    private static final double[][] LAMPS = {
        {640, 590, 0.62, 3.0},
        {985, 590, 0.62, 4.2},
        {470, 645, 0.9, 5.4},
        {1150, 645, 0.9, 6.6},
        {226, 745, 1.42, 8.0},
        {1392, 745, 1.42, 9.4}
    };

    private final boolean allLit;
    private final Color amber = Hue.of(0xffcb77);
    private final Color shade = Hue.of(0x1a2140);
    private final Town.Paints far = new Town.Paints(
            new Color[] {Hue.of(0x5b5f8c), Hue.of(0x6b6390), Hue.of(0x54618a), Hue.of(0x77668c)},
            new Color[] {Hue.of(0x3b4069), Hue.of(0x443f66)},
            Hue.of(0x343c66),
            Hue.of(0xffc978),
            Hue.of(0x8b88ab),
            Hue.of(0xcabfe0));
    private final Town.Paints near = new Town.Paints(
            new Color[] {Hue.of(0x3f4574), Hue.of(0x4c4675), Hue.of(0x3a4a74), Hue.of(0x574a73)},
            new Color[] {Hue.of(0x282e55), Hue.of(0x2f2b52)},
            Hue.of(0x222a50),
            Hue.of(0xffbf68),
            Hue.of(0x6d6c97),
            Hue.of(0xbcb4dc));
    private Ink back;
    private Ink stalls;

    MarketScene(boolean allLit) {
        this.allLit = allLit;
    }

    @Override
    public void draw(Ink ink, double t) {
        if (back == null || back.image.getWidth() != ink.image.getWidth()) {
            back = ink.layer();
            paintBack(back);
            stalls = ink.layer();
            paintStalls(stalls);
        }
        ink.lay(back, 1);
        snow(ink, t, 150, 1.6, 0.55, 3);
        for (int i = 0; i < 4; i++) {
            pool(ink, i, t);
        }
        ink.lay(stalls, 1);
        for (int i = 0; i < 4; i++) {
            lamp(ink, i, t);
        }
        people(ink, t);
        pool(ink, 4, t);
        pool(ink, 5, t);
        lighter(ink, t);
        lamp(ink, 4, t);
        lamp(ink, 5, t);
        snow(ink, t, 130, 3.1, 0.85, 13);
        snow(ink, t, 26, 6.5, 0.7, 23);
    }

    private double lit(int i, double t) {
        double since = allLit ? 5 : t - LAMPS[i][3];
        if (since < 0) {
            return 0;
        }
        double flicker = since < 0.9 ? 0.5 + 0.5 * Math.sin(since * 23) * (0.9 - since) : 1;
        return Math.min(1, since / 0.7) * flicker * (0.97 + 0.03 * Math.sin(t * 3 + i));
    }

    private void paintBack(Ink ink) {
        ink.wash(-10, 600, Hue.of(0x1d2450), Hue.of(0x333a70), Hue.of(0x5f5590), Hue.of(0x9a6f98), Hue.of(0xd5928f));
        ink.glow(820, 470, 620, 260, Hue.of(0xffb78f), 0.5);
        for (int i = 0; i < 60; i++) {
            ink.dot(
                    Noise.in(0, 1600, i, 3),
                    Noise.in(0, 190, i, 4),
                    Noise.in(0.6, 1.6, i, 5),
                    Hue.alpha(Hue.of(0xf4e6ff), Noise.in(0.2, 0.7, i, 6)));
        }
        Path2D hill = Curve.below(
                -40,
                1640,
                620,
                x -> 420 + 60 * Math.pow((x - 820) / 800, 2) * -1 + 60 - 26 * Noise.cloud(x / 130, 1, 3, 6));
        ink.wash(hill, 380, 560, Hue.of(0x6a5f92), Hue.of(0x9b759a));
        tower(ink, 822, 560);
        Town.row(ink, 560, 1090, 572, 0.62, far, 0.35, 43);
        roofSnow(ink, 560, 1090);
        Town.row(ink, 300, 560, 600, 1.0, near, 0.36, 17);
        Town.row(ink, 1085, 1380, 600, 1.0, near, 0.4, 29);
        Town.row(ink, -60, 300, 660, 1.66, near, 0.3, 52);
        Town.row(ink, 1345, 1700, 660, 1.66, near, 0.33, 64);
        Path2D ground = Ink.poly(
                -20,
                655,
                300,
                640,
                330,
                600,
                545,
                592,
                560,
                GROUND + 8,
                1090,
                GROUND + 8,
                1100,
                592,
                1330,
                600,
                1350,
                640,
                1640,
                660,
                1640,
                920,
                -20,
                920);
        ink.wash(ground, 560, 900, Hue.of(0xaa93bd), Hue.of(0x8a86bd), Hue.of(0x6f75b0), Hue.of(0x474f8c));
        ink.grain(ground, Hue.of(0x3a4180), 800, 640, 800, 900, 0.5);
        ink.glow(822, 590, 460, 70, Hue.of(0xffd0b0), 0.4);
        for (int i = 0; i < 46; i++) {
            double u = Noise.at(i, 81);
            ink.fill(
                    Curve.lens(Noise.in(100, 1500, i, 82), 610 + u * 270, 90 + 190 * u, 3 + 7 * u),
                    Hue.alpha(Hue.of(0xd9cdea), 0.28));
        }
        tracks(ink);
    }

    private void tower(Ink ink, double x, double base) {
        Color stone = Hue.of(0x584f82);
        Path2D body = Ink.poly(x - 38, base, x - 34, 250, x + 34, 250, x + 38, base);
        ink.fill(body, Ink.fade(x - 38, 0, x + 38, 0, Hue.of(0x7a6a98), stone, Hue.of(0x3d3d70)));
        ink.box(x - 42, 246, 84, 9, Hue.of(0x6f6496));
        for (int i = -1; i <= 1; i += 2) {
            ink.fill(
                    Ink.blob(
                            x + i * 15 - 8,
                            310,
                            x + i * 15 - 8,
                            282,
                            x + i * 15,
                            268,
                            x + i * 15 + 8,
                            282,
                            x + i * 15 + 8,
                            310),
                    Hue.of(0xe6a590));
        }
        ink.dot(x, 346, 17, Hue.of(0xffe2b0));
        ink.line(x, 346, x, 334, 2.4, shade);
        ink.line(x, 346, x + 7, 351, 2.4, shade);
        ink.fill(
                Ink.poly(x - 42, 248, x - 20, 196, x, 120, x + 20, 196, x + 42, 248),
                Ink.fade(x - 42, 0, x + 42, 0, Hue.of(0x4f4a80), Hue.of(0x2e3163)));
        ink.line(x, 122, x, 98, 2.4, Hue.of(0x2e3163));
        ink.fill(
                Ink.poly(x - 42, 248, x - 20, 196, x, 120, x - 4, 190, x - 16, 226, x - 22, 248),
                Hue.alpha(Hue.of(0xd5c9e8), 0.75));
    }

    private void roofSnow(Ink ink, double x0, double x1) {
        ink.soft(5, p -> {
            for (double x = x0; x < x1; x += 30) {
                p.oval(x, 575, 34, 5, Hue.alpha(Hue.of(0xe9ddf0), 0.5));
            }
        });
    }

    private void tracks(Ink ink) {
        for (int i = 0; i < 30; i++) {
            double u = i / 30.0;
            double x = 560 + 260 * u - 330 * u * u + (i % 2) * 9 * (0.4 + 2 * (1 - u));
            double y = 880 - 255 * u;
            ink.oval(x, y, 8 * (1.15 - u), 3.6 * (1.15 - u), Hue.alpha(Hue.of(0x3c4384), 0.55));
        }
    }

    private void paintStalls(Ink ink) {
        Stall.draw(ink, 700, 612, 0.62, Hue.of(0xc45a5a), true);
        Stall.draw(ink, 905, 612, 0.62, Hue.of(0x3f8a8c), true);
        Stall.draw(ink, 390, 690, 1.02, Hue.of(0xd08a4a), false);
        Stall.draw(ink, 1240, 690, 1.02, Hue.of(0xb9506a), false);
    }

    private void people(Ink ink, double t) {
        double[][] who = {
            {600, 632, 0.62, 5},
            {764, 640, 0.66, 8},
            {800, 642, 0.62, 14},
            {980, 650, 0.7, 21},
            {860, 628, 0.56, 33},
            {590, 736, 1.04, 42},
            {505, 756, 1.1, 55},
            {1130, 748, 1.08, 67},
            {1180, 752, 0.8, 71},
            {1318, 762, 1.1, 80}
        };
        for (double[] w : who) {
            int seed = (int) w[3];
            double x = w[0] + (seed == 33 ? t * 6 : 0) + Math.sin(t * 0.7 + seed) * 1.6;
            double bob = Math.sin(t * 1.4 + seed) * 0.8;
            ink.fill(Curve.lens(x + 20 * w[2], w[1] + 2, 120 * w[2], 7 * w[2]), Hue.alpha(Hue.of(0x2b3170), 0.55));
            Color coat = new Color[] {Hue.of(0x2e3260), Hue.of(0x7a3f5c), Hue.of(0x2f5670), Hue.of(0x4b3a66)}[seed % 4];
            ink.placed(
                    x,
                    w[1] + bob,
                    w[2],
                    0,
                    p -> Folk.person(
                            p, coat, Hue.of(0xc58f80), seed % 2 == 0 ? Hue.of(0xd46a55) : Hue.of(0xe2b565), seed));
        }
    }

    private void pool(Ink ink, int i, double t) {
        double[] l = LAMPS[i];
        double on = lit(i, t);
        ink.glow(l[0], l[1] + 4, 300 * l[2], 58 * l[2], Hue.of(0xffc67c), 0.75 * on);
    }

    private void lamp(Ink ink, int i, double t) {
        double[] l = LAMPS[i];
        double on = lit(i, t);
        ink.placed(l[0], l[1], l[2], 0, p -> {
            Color iron = Hue.of(0x141a38);
            p.glow(0, -238, 250, amber, 0.5 * on);
            p.fill(Ink.poly(-15, 4, -11, -18, -5, -26, 5, -26, 11, -18, 15, 4), iron);
            p.fill(
                    Ink.poly(-5, -20, -3, -206, 3, -206, 5, -20),
                    Ink.fade(-5, 0, 5, 0, Hue.mix(iron, amber, 0.25 * on), iron));
            p.box(-7, -112, 14, 5, iron);
            p.line(-22, -192, 22, -192, 3.4, iron);
            p.fill(Ink.poly(-13, -210, -20, -250, 20, -250, 13, -210), Hue.mix(Hue.of(0x3a4474), Hue.of(0xfff0c2), on));
            p.line(Ink.poly(-13, -210, -20, -250, 20, -250, 13, -210), 2.6, iron);
            p.line(0, -210, 0, -250, 1.6, iron);
            p.fill(Ink.poly(-26, -249, 0, -276, 26, -249), iron);
            p.fill(Ink.blob(-24, -251, -10, -266, 2, -277, 14, -265, 24, -251, 0, -256), Hue.of(0xe4daf0));
            p.dot(0, -279, 4, iron);
            p.glow(0, -232, 62, Hue.of(0xfff3cf), 0.95 * on);
        });
    }

    private void lighter(Ink ink, double t) {
        boolean reaching = allLit || t < 8.7;
        double x = reaching ? 322 : Math.min(322 + (t - 8.7) * 48, 690);
        double walk = reaching ? 0 : Math.sin(t * 6);
        ink.fill(Curve.lens(x + 46, 806, 190, 11), Hue.alpha(Hue.of(0x2b3170), 0.6));
        double px = reaching ? -46 : 34;
        double py = reaching ? -206 : -190;
        ink.placed(
                x,
                804 + Math.abs(walk) * -2.4,
                1.72,
                0,
                p -> Folk.lamplighter(p, Hue.of(0x232a52), Hue.of(0xc58f80), Hue.of(0xd4603f), px, py, walk * 3));
    }

    private void snow(Ink ink, double t, int count, double size, double strength, int seed) {
        Color c = Hue.of(0xf8f2ff);
        for (int i = 0; i < count; i++) {
            double fall = (20 + 20 * size) * Noise.in(0.8, 1.2, i, seed);
            double y = (Noise.at(i, seed + 1) * 960 + t * fall) % 960 - 30;
            double x = Noise.in(-20, 1620, i, seed + 2) + Math.sin(t * 0.9 + i) * 6 * size;
            ink.dot(
                    x,
                    y,
                    size * Noise.in(0.6, 1.1, i, seed + 3),
                    Hue.alpha(c, strength * Noise.in(0.5, 1, i, seed + 4)));
        }
    }
}
