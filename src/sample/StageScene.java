package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Opening night at the Ropewalk: four players under the old roof, the house dark and full. */
final class StageScene implements Scene {

    private static final double FLOOR = 640;
    private final Color night = Hue.of(0x1a1026);
    private final Color warm = Hue.of(0xffd690);
    private final Color coat = Hue.of(0x231733);
    private final Color skin = Hue.of(0xd99a78);
    private final Color varnish = Hue.of(0xb9602f);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 920, Hue.of(0x1c1230), Hue.of(0x3a1a3d), Hue.of(0x5c2142), Hue.of(0x2a1430));
        curtain(ink);
        roof(ink);
        floor(ink);
        cones(ink);
        ink.oval(800, FLOOR + 44, 520, 46, Hue.alpha(warm, 0.25));
        piano(ink, 470, FLOOR + 34);
        bass(ink, 1150, FLOOR + 26);
        violin(ink, 760, FLOOR + 58);
        cello(ink, 960, FLOOR + 62);
        for (int i = 0; i < 120; i++) {
            ink.dot(
                    Noise.in(250, 1350, i, 3),
                    Noise.in(120, 640, i, 4),
                    Noise.in(0.8, 2.4, i, 5),
                    Hue.alpha(Hue.of(0xffe9c0), Noise.in(0.1, 0.5, i, 6)));
        }
        audience(ink);
    }

    private void curtain(Ink ink) {
        for (int i = 0; i < 34; i++) {
            double x = 210 + i * 35;
            double near = Math.exp(-Math.pow((x - 800) / 360, 2));
            Color lit = Hue.mix(Hue.of(0x5a1636), Hue.of(0xd8543f), near * 0.9);
            Path2D fold = Ink.poly(x, 150, x + 36, 150, x + 37 + Noise.in(-3, 3, i, 8), FLOOR + 6, x - 1, FLOOR + 6);
            ink.fill(
                    fold, Ink.fade(x, 0, x + 36, 0, Hue.dark(lit, 0.5), lit, Hue.light(lit, 0.1), Hue.dark(lit, 0.55)));
        }
        ink.fill(
                new java.awt.geom.Rectangle2D.Double(200, 140, 1210, 510),
                Ink.fade(0, 150, 0, 650, Hue.alpha(night, 0.85), Hue.alpha(night, 0.15), Hue.alpha(night, 0.25)));
        ink.glow(800, 520, 620, 330, Hue.of(0xffb36b), 0.4);
    }

    private void roof(Ink ink) {
        for (int i = 0; i < 4; i++) {
            double u = i / 3.0;
            double half = 560 + 330 * u;
            double eave = 250 - 150 * u;
            double peak = 40 - 190 * u;
            double w = 14 + 24 * u;
            Color c = Hue.mix(Hue.of(0x7a3f3c), night, u * 0.8);
            for (int s = -1; s <= 1; s += 2) {
                ink.fill(
                        Ink.poly(
                                800 + s * half,
                                eave + 60,
                                800,
                                peak,
                                800,
                                peak + w * 1.5,
                                800 + s * (half - w),
                                eave + 70 + w),
                        c);
                double px = 800 + s * (half - w * 0.5);
                ink.fill(
                        Ink.poly(
                                px - w * 0.6,
                                eave + 30,
                                px + w * 0.6,
                                eave + 30,
                                px + w * 0.7,
                                FLOOR + 60 + 150 * u,
                                px - w * 0.7,
                                FLOOR + 60 + 150 * u),
                        Ink.fade(px - w, 0, px + w, 0, s < 0 ? c : Hue.light(c, 0.22), s < 0 ? Hue.light(c, 0.22) : c));
                ink.fill(
                        Ink.poly(
                                px - s * w * 0.4,
                                eave + 200,
                                px - s * 110,
                                eave + 88,
                                px - s * 92,
                                eave + 74,
                                px - s * w * 0.2,
                                eave + 170),
                        c);
            }
            ink.box(800 - half + w, eave + 62, half * 2 - 2 * w, w, c);
        }
        for (int i = 0; i < 13; i++) {
            double x = 300 + i * 83;
            double y = 128 + 26 * Math.sin(i * Math.PI / 1.5) + 20 * Math.pow((x - 800) / 500, 2);
            ink.line(x, 60, x, y, 1.4, Hue.of(0x3a1f30));
            ink.dot(x, y + 6, 6, Hue.of(0xfff3cf));
            ink.glow(x, y + 6, 54, Hue.of(0xffc46a), 0.6);
        }
    }

    private void floor(Ink ink) {
        Path2D boards = Ink.poly(170, FLOOR, 1430, FLOOR, 1580, FLOOR + 128, 20, FLOOR + 128);
        ink.fill(boards, Ink.fade(0, FLOOR, 0, FLOOR + 128, Hue.of(0xb9683f), Hue.of(0x8a4636), Hue.of(0x5b2c33)));
        for (int i = 0; i < 26; i++) {
            double u = i / 25.0;
            ink.line(170 + 1260 * u, FLOOR, 20 + 1560 * u, FLOOR + 128, 1.6, Hue.alpha(night, 0.45));
        }
        ink.glow(800, FLOOR + 50, 640, 90, warm, 0.75);
        ink.grain(boards, night, 800, FLOOR - 60, 0, FLOOR + 190, 0.38);
        ink.grain(boards, night, 800, FLOOR - 60, 1600, FLOOR + 190, 0.38);
        ink.fill(
                Ink.poly(20, FLOOR + 128, 1580, FLOOR + 128, 1580, FLOOR + 176, 20, FLOOR + 176),
                Ink.fade(0, FLOOR + 128, 0, FLOOR + 176, Hue.of(0x4a2030), night));
        ink.line(20, FLOOR + 128, 1580, FLOOR + 128, 4, Hue.of(0xf2a662));
        for (int i = 0; i < 15; i++) {
            double x = 160 + i * 91;
            ink.glow(x, FLOOR + 122, 60, 34, Hue.of(0xffd690), 0.7);
            ink.oval(x, FLOOR + 128, 17, 8, Hue.of(0x2c1528));
        }
    }

    private void cones(Ink ink) {
        ink.soft(6, p -> {
            double[][] spots = {{330, 40, 560, 230}, {800, -10, 800, 300}, {1270, 40, 1080, 230}};
            for (double[] s : spots) {
                p.fill(
                        Ink.poly(s[0] - 14, s[1], s[0] + 14, s[1], s[2] + s[3], FLOOR + 90, s[2] - s[3], FLOOR + 90),
                        Ink.fade(
                                0,
                                s[1],
                                0,
                                FLOOR + 90,
                                Hue.alpha(warm, 0.5),
                                Hue.alpha(warm, 0.2),
                                Hue.alpha(warm, 0.1)));
            }
        });
        for (double[] s : new double[][] {{330, 40, 24}, {800, -4, 0}, {1270, 40, -24}}) {
            ink.glow(s[0], s[1] + 8, 110, Hue.of(0xfff0c8), 0.9);
            ink.placed(s[0], s[1], 1, -s[2], p -> p.fill(Ink.poly(-16, -34, 16, -34, 24, 8, -24, 8), Hue.of(0x140c1e)));
        }
    }

    private void piano(Ink ink, double x, double y) {
        ink.fill(Curve.lens(x + 30, y + 6, 460, 30), Hue.alpha(night, 0.5));
        ink.placed(x, y, 1.28, 0, p -> {
            Color black = Hue.of(0x1b1228);
            for (double lx : new double[] {-50, 40, 130}) {
                p.fill(Ink.poly(lx - 7, -66, lx + 7, -66, lx + 4, 0, lx - 4, 0), black);
            }
            Path2D lid = new Path2D.Double();
            lid.moveTo(-62, -106);
            lid.curveTo(0, -190, 60, -214, 122, -216);
            lid.quadTo(164, -200, 158, -160);
            lid.lineTo(150, -106);
            lid.closePath();
            p.fill(lid, Ink.fade(-60, -216, 150, -106, Hue.of(0x6b3a4a), Hue.of(0x2a1830), black));
            p.line(Ink.curve(-62, -106, 0, -168, 60, -204, 122, -216), 3, Hue.of(0xf2b679));
            p.line(100, -106, 106, -188, 3, Hue.of(0x8a5a4a));
            p.fill(
                    Ink.poly(-74, -108, 158, -108, 158, -62, -74, -62),
                    Ink.fade(0, -108, 0, -62, Hue.of(0x4a2c42), black));
            p.line(-74, -108, 158, -108, 2.6, Hue.of(0xf2b679));
            p.fill(Ink.poly(-104, -84, -70, -84, -70, -70, -104, -70), black);
            p.box(-104, -88, 34, 5, Hue.of(0xfff3dc));
            p.fill(Ink.poly(-66, -108, -40, -138, -36, -138, -58, -108), Hue.of(0xf7e6c8));
            Players.sitter(p, -150, 0, Hue.of(0x2b3a5c), -1, 0.92);
            p.line(Ink.curve(-142, -100, -124, -86, -96, -88), 9, Hue.of(0x35476d));
            p.dot(-94, -89, 4.6, skin);
        });
    }

    private void cello(Ink ink, double x, double y) {
        ink.fill(Curve.lens(x, y + 4, 220, 18), Hue.alpha(night, 0.5));
        ink.placed(x, y, 1.42, 0, p -> {
            Players.sitter(p, -26, 0, Hue.of(0x7a2c4a), 1, 0.98);
            p.line(18, -12, 22, 2, 2.4, Hue.of(0xd9c4a0));
            p.placed(16, -12, 1.0, -13, q -> Players.fiddle(q, varnish));
            p.line(Ink.curve(-18, -108, -2, -116, -8, -122), 9, Hue.of(0x8f3b58));
            p.dot(-9, -124, 4.4, skin);
            p.line(Ink.curve(-14, -106, 12, -84, 38, -62), 9, Hue.of(0x8f3b58));
            p.dot(40, -60, 4.6, skin);
            p.line(44, -66, -44, -40, 2.2, Hue.of(0xf7e6c8));
        });
    }

    private void violin(Ink ink, double x, double y) {
        ink.fill(Curve.lens(x, y + 3, 170, 16), Hue.alpha(night, 0.5));
        ink.placed(x, y, 1.86, 0, p -> {
            Folk.busy(p, Hue.of(0x2f5a6b), skin, Hue.of(0xc98a4a), -18, 17, 0.9);
            p.placed(7, -83, 0.42, 74, q -> Players.fiddle(q, Hue.of(0xc9743a)));
            p.line(Ink.curve(9, -78, 26, -66, 42, -84), 5.4, Hue.of(0x24485a));
            p.dot(43, -86, 3, skin);
            p.line(Ink.curve(-9, -78, -20, -72, -6, -68, 8, -76), 5.4, Hue.of(0x3a6a7c));
            p.dot(9, -77, 3, skin);
            p.line(6, -70, 34, -100, 1.4, Hue.of(0xf7e6c8));
        });
    }

    private void bass(Ink ink, double x, double y) {
        ink.fill(Curve.lens(x - 10, y + 4, 240, 18), Hue.alpha(night, 0.5));
        ink.placed(x, y, 2.1, 0, p -> Folk.busy(p, Hue.of(0x4a3a6b), skin, Hue.of(0xd98a5a), -31, 12.5, 0.5));
        ink.placed(x - 52, y - 12, 2.02, 9, p -> {
            p.line(0, 0, 0, 9, 2, Hue.of(0xd9c4a0));
            Players.fiddle(p, Hue.of(0xa9522c));
        });
        ink.line(Ink.curve(x - 17, y - 162, x - 34, y - 186, x - 22, y - 216), 12, Hue.of(0x5a487e));
        ink.dot(x - 21, y - 220, 7, skin);
        ink.line(Ink.curve(x + 16, y - 162, x + 8, y - 112, x - 36, y - 96), 12, Hue.of(0x41335f));
        ink.dot(x - 40, y - 95, 7, skin);
    }

    private void audience(Ink ink) {
        for (int row = 0; row < 3; row++) {
            double s = 1 + row * 0.55;
            double y = 800 + row * 46;
            Color c = Hue.mix(Hue.of(0x4a2440), Hue.of(0x130a1c), row / 2.0);
            int n = 26 - row * 6;
            for (int i = 0; i < n; i++) {
                double x = 1600 * (i + 0.5 + Noise.in(-0.16, 0.16, i, 31 + row)) / n;
                double up = Noise.in(-12, 10, i, 41 + row) * s;
                double r = 15 * s * Noise.in(0.88, 1.08, i, 51 + row);
                Path2D body = Ink.blob(
                        x - 40 * s,
                        y + 130,
                        x - 34 * s,
                        y + 36 + up,
                        x - 12 * s,
                        y + 20 + up,
                        x + 12 * s,
                        y + 20 + up,
                        x + 34 * s,
                        y + 36 + up,
                        x + 40 * s,
                        y + 130);
                ink.fill(body, c);
                ink.oval(x, y + up, r, r * 1.16, c);
                int kind = (int) (Noise.at(i, 61 + row) * 5);
                if (kind == 0) {
                    ink.dot(x, y + up - r * 1.35, r * 0.5, c);
                } else if (kind == 1) {
                    ink.fill(
                            Ink.blob(
                                    x - r * 1.15,
                                    y + up + r,
                                    x - r * 1.15,
                                    y + up - r * 0.6,
                                    x,
                                    y + up - r * 1.3,
                                    x + r * 1.15,
                                    y + up - r * 0.6,
                                    x + r * 1.15,
                                    y + up + r),
                            c);
                }
                Path2D rim =
                        Ink.curve(x - r * 0.8, y + up - r * 0.66, x, y + up - r * 1.14, x + r * 0.8, y + up - r * 0.66);
                ink.line(rim, 2.2, Hue.alpha(Hue.of(0xf2a662), 0.55 - 0.17 * row));
            }
        }
    }
}
