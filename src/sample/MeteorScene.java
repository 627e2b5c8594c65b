package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Gannet Hill after moonset: the dome open, blankets on the grass, meteors out of the sickle of the Lion. */
final class MeteorScene implements Scene {

    private final Color navy = Hue.of(0x0d1a38);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(
                -10,
                780,
                Hue.of(0x070d24),
                Hue.of(0x101f48),
                Hue.of(0x1f3c6b),
                Hue.of(0x3f6585),
                Hue.of(0x8f9a9c),
                Hue.of(0xe0a98a));
        milkyWay(ink);
        stars(ink);
        meteors(ink);
        town(ink);
        hill(ink);
        dome(ink, 1130, 640);
        watchers(ink);
    }

    private void milkyWay(Ink ink) {
        for (int i = 0; i < 190; i++) {
            double u = Noise.at(i, 3);
            double off = (Noise.at(i, 4) + Noise.at(i, 5) + Noise.at(i, 6) - 1.5) * 260;
            double x = -60 + 1250 * u + off * 0.5;
            double y = 760 - 900 * u + off * 0.75;
            Color c = Hue.mix(Hue.of(0x7d86c4), Hue.of(0xd8a5b4), Noise.at(i, 7));
            ink.glow(x, y, Noise.in(50, 150, i, 8), c, 0.085);
        }
        for (int i = 0; i < 26; i++) {
            double u = Noise.at(i, 13);
            ink.glow(
                    -40 + 1230 * u + Noise.in(-40, 40, i, 14),
                    745 - 890 * u + Noise.in(-30, 30, i, 15),
                    Noise.in(30, 80, i, 16),
                    Hue.of(0x0a1230),
                    0.3);
        }
        for (int i = 0; i < 1500; i++) {
            double u = Noise.at(i, 23);
            double off = (Noise.at(i, 24) + Noise.at(i, 25) + Noise.at(i, 26) - 1.5) * 330;
            ink.dot(
                    -60 + 1250 * u + off * 0.5,
                    760 - 900 * u + off * 0.75,
                    Noise.in(0.4, 1.1, i, 27),
                    Hue.alpha(Hue.of(0xf3ecff), Noise.in(0.1, 0.6, i, 28)));
        }
    }

    private void stars(Ink ink) {
        for (int i = 0; i < 620; i++) {
            double y = 640 * Math.pow(Noise.at(i, 31), 1.2);
            double r = 0.5 + 1.9 * Math.pow(Noise.at(i, 32), 6);
            Color c = new Color[] {Hue.of(0xffffff), Hue.of(0xcfe0ff), Hue.of(0xffe6c4)}[i % 3];
            ink.dot(Noise.in(0, 1600, i, 33), y, r, Hue.alpha(c, Noise.in(0.35, 1, i, 34) * (1 - y / 820)));
        }
        double[][] lion = {
            {1330, 190, 3.6},
            {1322, 136, 2.2},
            {1350, 92, 2.6},
            {1392, 66, 2.0},
            {1428, 78, 2.2},
            {1180, 150, 2.4},
            {1172, 206, 2.2},
            {1064, 196, 3.1}
        };
        int[][] lines = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {2, 5}, {0, 6}, {5, 6}, {5, 7}, {6, 7}};
        for (int[] l : lines) {
            ink.line(lion[l[0]][0], lion[l[0]][1], lion[l[1]][0], lion[l[1]][1], 1.1, Hue.alpha(Hue.of(0xcfe0ff), 0.3));
        }
        for (double[] s : lion) {
            ink.glow(s[0], s[1], s[2] * 7, Hue.of(0xdfe9ff), 0.6);
            ink.dot(s[0], s[1], s[2], Color.WHITE);
        }
    }

    private void meteors(Ink ink) {
        double rx = 1376;
        double ry = 96;
        double[][] all = {
            {150, 230, 330, 4.4},
            {196, 170, 190, 2.6},
            {126, 320, 230, 3},
            {173, 520, 270, 3.4},
            {104, 150, 130, 2.2},
            {212, 260, 120, 2},
            {160, 820, 240, 2.8},
            {62, 210, 120, 2.2},
            {139, 640, 150, 2.2}
        };
        for (double[] m : all) {
            double a = Math.toRadians(m[0]);
            double x0 = rx + Math.cos(a) * m[1];
            double y0 = ry + Math.sin(a) * m[1];
            double x1 = x0 + Math.cos(a) * m[2];
            double y1 = y0 + Math.sin(a) * m[2];
            double nx = -Math.sin(a) * m[3];
            double ny = Math.cos(a) * m[3];
            ink.fill(
                    Ink.poly(
                            x0,
                            y0,
                            x1 + nx,
                            y1 + ny,
                            x1 + Math.cos(a) * m[3] * 2,
                            y1 + Math.sin(a) * m[3] * 2,
                            x1 - nx,
                            y1 - ny),
                    Ink.fade(
                            x0,
                            y0,
                            x1,
                            y1,
                            Hue.alpha(Hue.of(0x9fd0d0), 0),
                            Hue.alpha(Hue.of(0xcfeee0), 0.55),
                            Hue.of(0xfffbe6)));
            ink.glow(x1, y1, m[3] * 13, Hue.of(0xfff0c8), 0.75);
        }
    }

    private void town(Ink ink) {
        Path2D sea = Ink.poly(-20, 690, 1640, 690, 1640, 920, -20, 920);
        ink.wash(sea, 690, 800, Hue.of(0xb98f8c), Hue.of(0x3f5a78), Hue.of(0x1a2d50));
        Path2D coast = Curve.below(
                -40,
                900,
                760,
                x -> 700 - 40 * Math.exp(-Math.pow((x - 200) / 200, 2)) - 8 * Noise.cloud(x / 40, 1, 3, 5));
        ink.wash(coast, 650, 740, Hue.of(0x3b4f70), Hue.of(0x2a3a60));
        for (int i = 0; i < 80; i++) {
            double x = Noise.in(20, 560, i, 41);
            double y = 706 + Noise.in(-10, 22, i, 42) - 22 * Math.exp(-Math.pow((x - 200) / 200, 2));
            ink.dot(x, y, Noise.in(1, 2.4, i, 43), Hue.alpha(Hue.of(0xffc878), 0.9));
        }
        ink.glow(240, 710, 330, 60, Hue.of(0xffb978), 0.35);
        Sea.glints(ink, 730, 830, 120, Hue.alpha(Hue.of(0xffc878), 0.7), 40, Sea.path(260, 730, 240, 0.4), 1, 44);
        ink.placed(
                640,
                700,
                0.34,
                0,
                p -> Town.lighthouse(p, 0, 0, 190, Hue.of(0x8f93a8), Hue.of(0x7a4a58), navy, Hue.of(0xffefb8)));
        ink.glow(640, 632, 60, Hue.of(0xfff0c0), 0.8);
    }

    private void hill(Ink ink) {
        Path2D back = Curve.below(
                -40,
                1640,
                920,
                x -> 800 - 165 * Math.exp(-Math.pow((x - 1180) / 430, 2)) - 10 * Noise.cloud(x / 60, 4, 3, 7));
        ink.wash(back, 620, 900, Hue.of(0x22385a), Hue.of(0x13264a));
        ink.grain(back, Hue.of(0x4f6f8c), 1180, 760, 1050, 600, 0.35);
        Path2D front = Curve.below(
                -40,
                1640,
                920,
                x -> 852 - 60 * Math.exp(-Math.pow((x - 420) / 420, 2)) - 12 * Noise.cloud(x / 50, 6, 3, 9));
        ink.wash(front, 780, 920, Hue.of(0x13264a), Hue.of(0x080f26));
        for (int i = 0; i < 520; i++) {
            double x = Noise.in(-20, 1620, i, 51);
            double y = 852 - 60 * Math.exp(-Math.pow((x - 420) / 420, 2)) - 12 * Noise.cloud(x / 50, 6, 3, 9);
            double h = Noise.in(6, 24, i, 52);
            ink.line(Ink.curve(x, y + 6, x + 1, y - h * 0.5, x + Noise.in(-7, 9, i, 53), y - h), 1.4, Hue.of(0x101f40));
        }
    }

    private void dome(Ink ink, double x, double y) {
        Color wall = Hue.of(0x3b5274);
        ink.glow(x, y + 10, 240, 130, Hue.of(0xff8f6b), 0.25);
        ink.box(x - 98, y - 52, 196, 76, Ink.fade(x - 98, 0, x + 98, 0, Hue.of(0x6b7f9a), wall, Hue.of(0x1a2b50)));
        Path2D dome = new Path2D.Double();
        dome.moveTo(x - 108, y - 50);
        dome.curveTo(x - 108, y - 200, x + 108, y - 200, x + 108, y - 50);
        dome.closePath();
        ink.fill(dome, Ink.fade(x - 108, 0, x + 108, 0, Hue.of(0x9fb0c0), Hue.of(0x566f92), Hue.of(0x1f3259)));
        ink.grain(dome, Hue.of(0x0f1c3c), x - 20, y - 120, x + 120, y - 60, 0.6);
        for (int i = -3; i <= 3; i++) {
            ink.line(Ink.curve(x + i * 31, y - 52, x + i * 26, y - 110, x + i * 9, y - 160), 1.2, Hue.alpha(navy, 0.5));
        }
        Path2D slit = Ink.blob(
                x + 6, y - 52, x + 14, y - 120, x + 20, y - 163, x + 40, y - 156, x + 56, y - 110, x + 54, y - 52);
        ink.fill(slit, Ink.fade(0, y - 160, 0, y - 50, Hue.of(0x0b1530), Hue.of(0x8a3a3c), Hue.of(0xe06a4a)));
        ink.placed(x + 34, y - 92, 1, 28, p -> {
            p.box(-11, -72, 22, 80, Ink.fade(-11, 0, 11, 0, Hue.of(0xe8ddd0), Hue.of(0x6b6f88)));
            p.box(-13, -76, 26, 8, navy);
        });
        ink.box(x - 112, y - 56, 224, 9, Hue.of(0x7d90a8));
        ink.box(x - 70, y - 22, 30, 46, Hue.of(0x0f1c3c));
        ink.box(x - 66, y - 18, 22, 42, Hue.of(0xb8503f));
        ink.glow(x - 55, y + 6, 90, 60, Hue.of(0xff7a55), 0.5);
    }

    private void watchers(Ink ink) {
        Color c = Hue.of(0x0a142e);
        double[][] stand = {{470, 806, 1.25, 18}, {522, 808, 0.86, 33}, {870, 846, 1.05, 44}, {905, 848, 1.0, 22}};
        for (double[] w : stand) {
            ink.placed(w[0], w[1], w[2], 0, p -> Folk.person(p, c, Hue.of(0x33405f), Hue.of(0x4a3a58), (int) w[3]));
        }
        for (double[] b : new double[][] {{300, 812, 1}, {360, 808, 0.8}, {660, 818, 1}}) {
            ink.placed(b[0], b[1], b[2], 0, p -> {
                p.fill(Ink.blob(-66, 12, -60, -4, 0, -9, 66, -2, 76, 12, 0, 16), Hue.of(0x5a3448));
                p.fill(Ink.blob(-40, 0, -20, -17, 20, -19, 58, -12, 66, -2, 10, 2), c);
                p.oval(-46, -9, 11, 9, Hue.of(0x3a4464));
            });
        }
        ink.placed(742, 824, 1.2, 0, p -> {
            p.line(0, -52, -18, 8, 3, c);
            p.line(0, -52, 18, 8, 3, c);
            p.line(0, -52, 2, 6, 3, c);
            p.placed(
                    0,
                    -56,
                    1,
                    -38,
                    q -> q.fill(
                            Ink.poly(-36, -7, 40, -10, 40, 10, -36, 7), Ink.fade(0, -9, 0, 9, Hue.of(0x5f7594), c)));
        });
    }
}
