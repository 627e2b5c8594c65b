package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A winter sea breaking on the old wall below Ropery Street. */
final class SeaWallScene implements Scene {

    private final Color foam = Hue.of(0xfbf6e6);
    private final Color teal = Hue.of(0x1e6070);
    private final Town.Paints houses = new Town.Paints(
            new Color[] {Hue.of(0xd9b48c), Hue.of(0xc98a70), Hue.of(0x9fb0a6), Hue.of(0xe8d6b4)},
            new Color[] {Hue.of(0x54404a), Hue.of(0x33505e)},
            Hue.of(0x2f4f5e),
            Hue.of(0xffdf9c),
            Hue.of(0xf3e6cc));

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 520, Hue.of(0x33545f), Hue.of(0x5f8286), Hue.of(0xb3b59c), Hue.of(0xf2d79c), Hue.of(0xf7e3b4));
        ink.glow(1180, 440, 620, 240, Hue.of(0xffe9b4), 0.8);
        clouds(ink);
        sea(ink);
        nearWave(ink);
        splash(ink, 735, 672, 1.1);
        splash(ink, 985, 872, 0.6);
        Town.row(ink, -70, 540, 590, 1.02, houses, 0.4, 12);
        wall(ink);
        spray(ink, 735, 672, 1.1, 60, 7);
        spray(ink, 985, 872, 0.6, 26, 8);
        strollers(ink);
    }

    private void clouds(Ink ink) {
        Color[] bank = {Hue.of(0x8b9c95), Hue.of(0x64807f), Hue.of(0x456770), Hue.of(0x2f4f5b)};
        for (int i = 0; i < bank.length; i++) {
            double low = 330 - i * 82;
            int row = i;
            Path2D lower = new Path2D.Double();
            lower.moveTo(-40, -40);
            for (double x = -40; x <= 1640; x += 5) {
                double n = Noise.cloud(x / (260 - row * 20), row * 3.3, 3, 51);
                double puff = Math.abs(Math.sin(x / (74.0 - row * 6) + 5 * n)) * (22 - row * 3);
                lower.lineTo(x, low - 150 + 190 * n - 60 * Noise.step(700, 1500, x) + puff);
            }
            lower.lineTo(1640, -40);
            lower.closePath();
            ink.wash(
                    lower,
                    low - 170,
                    low + 30,
                    Hue.mix(bank[i], Hue.of(0x2f4f5b), 0.5),
                    bank[i],
                    Hue.light(bank[i], 0.22));
        }
    }

    private void sea(Ink ink) {
        ink.wash(470, 920, Hue.of(0xd9d2a6), Hue.of(0x7fa79c), Hue.of(0x3d8088), teal, Hue.of(0x14424f));
        Path2D head = Curve.below(
                1240, 1640, 486, x -> 482 - 70 * Noise.step(1240, 1480, x) - 8 * Noise.cloud(x / 40, 1, 3, 4));
        ink.wash(head, 400, 486, Hue.of(0x6b7f7f), Hue.of(0x93a091));
        ink.placed(
                1468,
                420,
                0.72,
                0,
                p -> Town.lighthouse(
                        p, 0, 0, 200, Hue.of(0xf0e0c4), Hue.of(0xb8503f), Hue.of(0x33505e), Hue.of(0xfff0b8)));
        ink.glow(1468, 268, 70, Hue.of(0xfff3c4), 0.7);
        for (int i = 0; i < 9; i++) {
            double u = i / 8.0;
            double y = 490 + 290 * Math.pow(u, 1.3);
            int row = i;
            Path2D wave = Curve.below(300, 1640, 920, x -> y - (8 + 40 * u) * crest(x / (90 + 210 * u) + row * 0.37));
            Color top = Hue.mix(Hue.of(0xa9c0a4), Hue.of(0x2f8088), u);
            ink.wash(wave, y - 50 * u - 10, y + 60 + 60 * u, top, Hue.mix(top, Hue.of(0x14424f), 0.55 + 0.2 * u));
            Path2D edge = new Path2D.Double();
            for (double x = 300; x <= 1640; x += 4) {
                double yy = y - (8 + 40 * u) * crest(x / (90 + 210 * u) + row * 0.37);
                if (x == 300) {
                    edge.moveTo(x, yy);
                } else {
                    edge.lineTo(x, yy);
                }
            }
            ink.line(edge, 1.2 + 3 * u, Hue.alpha(foam, 0.35 + 0.3 * u));
            for (int k = 0; k < 22; k++) {
                double x = Noise.in(320, 1620, k, 60 + row);
                double yy = y
                        + Noise.in(6, 60, k, 90 + row) * (0.3 + u)
                        - (8 + 40 * u) * crest(x / (90 + 210 * u) + row * 0.37);
                ink.fill(
                        Curve.lens(x, yy, (30 + 120 * u) * Noise.in(0.5, 1.2, k, 120 + row), 2 + 3 * u),
                        Hue.alpha(foam, 0.32));
            }
        }
    }

    /** Pointed wave tops. */
    private static double crest(double v) {
        double a = Math.abs(Math.sin(v * 1.9 + Math.sin(v * 0.7)));
        return 1 - a * (0.8 + 0.2 * Math.sin(v * 0.9));
    }

    private void wall(Ink ink) {
        Path2D walk = new Path2D.Double();
        walk.moveTo(-20, 585);
        walk.append(
                Curve.through(new double[] {545, 585, 640, 604, 735, 650, 825, 726, 905, 830, 960, 960}, false), true);
        walk.lineTo(-20, 930);
        walk.closePath();
        ink.fill(walk, Ink.fade(0, 585, 300, 900, Hue.of(0xcbb592), Hue.of(0x97917f), Hue.of(0x5f716f)));
        ink.grain(walk, Hue.of(0x40555a), 300, 560, 500, 960, 0.5);
        for (int i = 0; i < 70; i++) {
            double v = Noise.at(i, 33);
            double y = 610 + 290 * v;
            double x = Noise.in(-20, 620 + 260 * v, i, 34);
            ink.fill(
                    Curve.lens(x, y, 70 + 120 * v, 3 + 5 * v),
                    Hue.alpha(i % 3 == 0 ? Hue.of(0xf3e2b8) : Hue.of(0x4c6163), 0.22));
        }
        double[] foot = {545, 590, 640, 606, 735, 652, 825, 726, 905, 830, 960, 960};
        double[] top = {545, 564, 645, 572, 746, 600, 843, 654, 934, 738, 1010, 860};
        Path2D inner = new Path2D.Double(Curve.through(top, false));
        for (int i = foot.length - 2; i >= 0; i -= 2) {
            inner.lineTo(foot[i], foot[i + 1]);
        }
        inner.closePath();
        ink.fill(inner, Ink.fade(560, 560, 960, 930, Hue.of(0xc9b48f), Hue.of(0x8b8873), Hue.of(0x4f6463)));
        ink.grain(inner, Hue.of(0x2c464d), 640, 560, 820, 900, 0.45);
        for (int i = 0; i + 2 < foot.length; i += 2) {
            for (int k = 0; k < 4; k++) {
                double u = k / 4.0;
                double fx = foot[i] + (foot[i + 2] - foot[i]) * u;
                double fy = foot[i + 1] + (foot[i + 3] - foot[i + 1]) * u;
                double tx = top[i] + (top[i + 2] - top[i]) * u;
                double ty = top[i + 1] + (top[i + 3] - top[i + 1]) * u;
                ink.line(fx, fy, tx, ty, 1.6, Hue.alpha(Hue.of(0x33494c), 0.5));
            }
        }
        ink.line(Curve.through(foot, false), 5, Hue.alpha(Hue.of(0x2c464d), 0.5));
        for (int i = 0; i + 2 < top.length; i += 2) {
            ink.line(top[i], top[i + 1], top[i + 2], top[i + 3], 8 + i * 1.5, Hue.of(0xe6d4ae));
        }
        for (int i = 0; i < 3; i++) {
            lamp(ink, 470 - 165 * i, 626 + 44 * i + 26 * i * i, 0.8 + 0.32 * i);
        }
    }

    private void strollers(Ink ink) {
        ink.fill(Curve.lens(300, 793, 260, 14), Hue.alpha(Hue.of(0x2c4650), 0.45));
        ink.placed(330, 790, 1.55, 0, p -> Folk.person(p, Hue.of(0xd9a23c), Hue.of(0xd39c7c), Hue.of(0x2f5f6a), 35));
        ink.placed(392, 796, 1.5, 0, p -> Folk.person(p, Hue.of(0x2b4a5a), Hue.of(0xd39c7c), Hue.of(0xb8503f), 18));
        ink.placed(446, 800, 1.0, 0, p -> Folk.person(p, Hue.of(0xb8503f), Hue.of(0xd39c7c), Hue.of(0xe8d6b4), 33));
    }

    private void lamp(Ink ink, double x, double y, double s) {
        ink.placed(x, y, s, 0, p -> {
            Color iron = Hue.of(0x263c45);
            p.line(0, 0, 0, -150, 5, iron);
            p.fill(Ink.poly(-10, 2, -5, -22, 5, -22, 10, 2), iron);
            p.fill(Ink.poly(-9, -150, -13, -178, 13, -178, 9, -150), Hue.of(0xffeab6));
            p.fill(Ink.poly(-17, -177, 0, -194, 17, -177), iron);
            p.glow(0, -164, 80, Hue.of(0xffe0a0), 0.6);
        });
    }

    /** A fan of water thrown up by the wall, cut out in three tones. */
    private void splash(Ink ink, double x, double y, double size) {
        Color[] tones = {Hue.of(0x8fb9b0), Hue.of(0xcfe2d4), foam};
        ink.glow(x + 10, y - 170 * size, 330 * size, 300 * size, foam, 0.5);
        for (int tone = 0; tone < 3; tone++) {
            Path2D plume = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int k = 0; k < 34; k++) {
                double a = Math.toRadians(-166 + k * 4.5 + Noise.in(-4, 4, k, 3 + tone));
                double centre = 1 - Math.pow(Math.abs(k - 17) / 19.0, 1.6);
                double reach = size * (430 - 68 * tone) * centre * (0.62 + 0.42 * Noise.smooth(k * 0.45, tone, 5));
                double lean = Math.cos(a) * 150 * size;
                for (int j = 0; j <= 70; j++) {
                    double u = j / 70.0;
                    double px = x + Math.cos(a) * reach * u + lean * u * u;
                    double py = y + 20 * size + Math.sin(a) * reach * u + 150 * size * u * u * u * (1.1 - centre * 0.7);
                    double r = size
                            * (44 * Math.pow(1 - u, 1.1) + 6 + 3 * Math.sin(j * 0.23 + k * 2 + tone))
                            * (1 - 0.12 * tone);
                    plume.append(new java.awt.geom.Ellipse2D.Double(px - r, py - r, r * 2, r * 2), false);
                }
            }
            ink.wash(
                    plume,
                    y - 400 * size,
                    y + 60 * size,
                    Hue.light(tones[tone], 0.35),
                    tones[tone],
                    Hue.mix(tones[tone], teal, 0.12));
        }
        spray(ink, x, y, size, (int) (190 * Math.sqrt(size)), 31);
    }

    private void spray(Ink ink, double x, double y, double size, int count, int seed) {
        for (int i = 0; i < count; i++) {
            double a = Math.toRadians(Noise.in(-165, -22, i, seed));
            double centre = 1 - Math.abs(Math.toDegrees(a) + 92) / 95;
            double reach = size * 500 * centre * Noise.in(0.62, 1.15, i, seed + 1);
            double r = size * Noise.in(1.6, 7, i, seed + 2);
            ink.oval(
                    x + Math.cos(a) * reach,
                    y + Math.sin(a) * reach + 60 * size,
                    r * 0.85,
                    r,
                    Hue.alpha(Hue.mix(foam, Hue.of(0x9cc2b8), Noise.at(i, seed + 3)), 0.95));
        }
    }

    private void nearWave(Ink ink) {
        double[] crest = {
            1680, 628, 1560, 604, 1430, 612, 1320, 664, 1230, 740, 1130, 800, 1030, 838, 940, 900, 900, 960
        };
        Path2D body = new Path2D.Double(Curve.through(crest, false));
        body.lineTo(880, 1000);
        body.lineTo(1680, 1000);
        body.closePath();
        ink.fill(
                body,
                Ink.fade(1300, 600, 1180, 930, Hue.of(0x5fb3a6), Hue.of(0x2b7f86), Hue.of(0x175664), Hue.of(0x0f3d4a)));
        ink.grain(body, Hue.of(0x0c3340), 1300, 640, 1200, 930, 0.5);
        for (int i = 1; i < 11; i++) {
            double[] line = crest.clone();
            for (int k = 0; k < line.length; k += 2) {
                line[k + 1] += i * 25 * (0.35 + 0.65 * k / line.length * 0.4 + 0.3 * Noise.at(k, 70));
                line[k] += i * 9;
            }
            ink.line(Curve.through(line, false), 3.6 - i * 0.22, Hue.alpha(foam, 0.4 - i * 0.03));
        }
        Color[] tones = {Hue.of(0x9cc7bb), foam};
        for (int tone = 0; tone < 2; tone++) {
            Path2D lace = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int k = 0; k + 3 < crest.length; k += 2) {
                for (int j = 0; j < 7; j++) {
                    double u = j / 7.0;
                    double px = crest[k] + (crest[k + 2] - crest[k]) * u;
                    double py = crest[k + 1] + (crest[k + 3] - crest[k + 1]) * u;
                    int n = k * 4 + j;
                    double r = (12 + 13 * Noise.at(n, 81))
                            * (1 - 0.3 * tone)
                            * (0.8 + 0.5 * Math.sin(Math.PI * k / crest.length));
                    lace.append(
                            new java.awt.geom.Ellipse2D.Double(px - r * 1.3, py + 5 - tone * 7 - r, r * 2.6, r * 2),
                            false);
                }
            }
            ink.fill(lace, tones[tone]);
        }
        for (int i = 0; i < 70; i++) {
            double u = Noise.at(i, 91);
            double px = 1620 - 560 * u;
            double py = 600 + 200 * Noise.step(0.3, 1, u) + Noise.in(-46, 0, i, 92);
            ink.dot(px, py, Noise.in(1.5, 5, i, 93), Hue.alpha(foam, 0.9));
        }
    }
}
