package sample;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A drop of the cold sound under the microscope: wheels, chains and needles of glass. */
final class PlanktonScene implements Scene {

    private static final double X = 640;
    private static final double Y = 450;
    private static final double R = 405;
    private final Color glass = Hue.of(0xd9f2dc);
    private final Color gold = Hue.of(0xe9b04c);
    private final Color green = Hue.of(0x5fb58d);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 920, Hue.of(0x0b1f33), Hue.of(0x12364a), Hue.of(0x0d2a3c));
        ink.glow(X, Y, 760, Hue.of(0x2f8a8f), 0.5);
        Ellipse2D field = new Ellipse2D.Double(X - R, Y - R, R * 2, R * 2);
        ink.dot(X, Y, R + 26, Hue.of(0x071622));
        ink.dot(X, Y, R + 10, Hue.of(0x1d4a57));
        ink.inside(field, p -> {
            p.box(0, 0, 1600, 900, Hue.of(0x0f5563));
            p.glow(X - 60, Y - 80, 620, Hue.of(0xaee6c8), 0.85);
            specks(p);
            wheel(p, 560, 330, 148, 24, gold, 0.2);
            wheel(p, 838, 560, 108, 18, green, 0.7);
            wheel(p, 330, 610, 66, 14, gold, 1.2);
            wheel(p, 905, 250, 54, 12, green, 0.1);
            chain(p, 250, 405, -38, 9, 27);
            chain(p, 660, 790, -24, 11, 24);
            spined(p, 720, 395, 16, 7);
            needle(p, 480, 590, 330, 30, -24, gold);
            needle(p, 800, 180, 240, 20, 38, green);
            needle(p, 935, 420, 190, 16, -70, gold);
            needle(p, 400, 185, 200, 17, 20, green);
            star(p, 640, 600, 74);
            star(p, 420, 760, 46);
            star(p, 1000, 660, 40);
            p.grain(field, Hue.of(0x062230), X, Y + 90, X, Y + R + 70, 0.4);
        });
        ink.line(field, 5, Hue.alpha(Hue.of(0xdff5e6), 0.55));
        Path2D shine = new Path2D.Double();
        shine.append(
                new java.awt.geom.Arc2D.Double(
                        X - R + 16, Y - R + 16, R * 2 - 32, R * 2 - 32, 112, 52, java.awt.geom.Arc2D.OPEN),
                false);
        ink.line(shine, 9, Hue.alpha(Color.WHITE, 0.35));
        microscope(ink);
    }

    private void specks(Ink p) {
        for (int i = 0; i < 240; i++) {
            double x = Noise.in(X - R, X + R, i, 3);
            double y = Noise.in(Y - R, Y + R, i, 4);
            double r = Noise.in(1, 5, i, 5);
            p.dot(x, y, r, Hue.alpha(i % 4 == 0 ? gold : glass, Noise.in(0.12, 0.45, i, 6)));
        }
    }

    /** A round diatom: rim, spokes, rows of pores. */
    private void wheel(Ink p, double x, double y, double r, int spokes, Color tint, double turn) {
        p.glow(x, y, r * 1.5, Hue.of(0x063340), 0.35);
        p.dot(
                x,
                y,
                r,
                Ink.fade(
                        x - r,
                        y - r,
                        x + r,
                        y + r,
                        Hue.alpha(Hue.light(tint, 0.55), 0.95),
                        Hue.alpha(tint, 0.92),
                        Hue.alpha(Hue.dark(tint, 0.3), 0.95)));
        Color line = Hue.dark(tint, 0.6);
        for (int i = 0; i < spokes * 2; i++) {
            double a = turn + Math.PI * i / spokes;
            double from = i % 2 == 0 ? 0.2 : 0.5;
            p.line(
                    x + Math.cos(a) * r * from,
                    y + Math.sin(a) * r * from,
                    x + Math.cos(a) * r * 0.93,
                    y + Math.sin(a) * r * 0.93,
                    r * (i % 2 == 0 ? 0.02 : 0.011),
                    Hue.alpha(line, 0.75));
        }
        for (int ring = 0; ring < 5; ring++) {
            double rr = r * (0.3 + ring * 0.135);
            int n = (int) (spokes * (1 + ring * 0.5));
            for (int i = 0; i < n; i++) {
                double a = turn + 0.1 * ring + 2 * Math.PI * i / n;
                p.dot(x + Math.cos(a) * rr, y + Math.sin(a) * rr, r * 0.017, Hue.alpha(Hue.of(0xfffbe6), 0.85));
            }
        }
        p.line(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), r * 0.055, Hue.light(tint, 0.5));
        p.line(new Ellipse2D.Double(x - r * 0.93, y - r * 0.93, r * 1.86, r * 1.86), r * 0.018, line);
        p.dot(x, y, r * 0.2, Hue.alpha(Hue.light(tint, 0.6), 0.9));
        p.line(new Ellipse2D.Double(x - r * 0.2, y - r * 0.2, r * 0.4, r * 0.4), r * 0.02, line);
        p.dot(x, y, r * 0.07, line);
        for (int i = 0; i < spokes; i++) {
            double a = turn + 2 * Math.PI * i / spokes + 0.06;
            p.line(
                    x + Math.cos(a) * r * 1.03,
                    y + Math.sin(a) * r * 1.03,
                    x + Math.cos(a) * r * 1.13,
                    y + Math.sin(a) * r * 1.13,
                    r * 0.014,
                    Hue.alpha(glass, 0.8));
        }
    }

    private void chain(Ink p, double x, double y, double turn, int cells, double size) {
        p.placed(x, y, 1, turn, q -> {
            q.line(0, 0, cells * size * 1.5, 0, 3, Hue.alpha(glass, 0.8));
            for (int i = 0; i < cells; i++) {
                double cx = i * size * 1.5;
                double bend = Math.sin(i * 0.7) * 5;
                q.fill(
                        new java.awt.geom.RoundRectangle2D.Double(
                                cx, bend - size * 0.72, size * 1.18, size * 1.44, size * 0.5, size * 0.5),
                        Ink.fade(0, -size, 0, size, Hue.alpha(glass, 0.92), Hue.alpha(Hue.of(0x8fd0a8), 0.9)));
                for (int k = 0; k < 4; k++) {
                    q.dot(
                            cx + size * (0.3 + 0.22 * k),
                            bend + size * 0.3 * Math.sin(k * 2 + i),
                            size * 0.15,
                            Hue.alpha(Hue.of(0xb98a2c), 0.85));
                }
                q.line(
                        new java.awt.geom.RoundRectangle2D.Double(
                                cx, bend - size * 0.72, size * 1.18, size * 1.44, size * 0.5, size * 0.5),
                        1.8,
                        Hue.of(0x1d5a58));
            }
        });
    }

    private void spined(Ink p, double x, double y, double size, int cells) {
        p.placed(x, y, 1, 14, q -> {
            for (int i = 0; i < cells; i++) {
                double cx = i * size * 1.7;
                for (int s = -1; s <= 1; s += 2) {
                    q.line(
                            Ink.curve(
                                    cx,
                                    s * size * 0.6,
                                    cx + 4,
                                    s * size * 2.4,
                                    cx + (i - cells / 2.0) * 9,
                                    s * size * (5 + i % 2)),
                            1.8,
                            Hue.alpha(glass, 0.85));
                }
                q.oval(cx + size * 0.8, 0, size * 0.85, size * 0.72, Hue.alpha(Hue.of(0xf0cf7a), 0.95));
                q.dot(cx + size * 0.8, 0, size * 0.3, Hue.of(0x9a6a24));
            }
        });
    }

    private void needle(Ink p, double x, double y, double length, double wide, double turn, Color tint) {
        p.placed(x, y, 1, turn, q -> {
            q.fill(
                    Curve.lens(0, 0, length, wide),
                    Ink.fade(0, -wide / 2, 0, wide / 2, Hue.light(tint, 0.55), Hue.alpha(tint, 0.95)));
            q.line(Curve.lens(0, 0, length, wide), 1.8, Hue.dark(tint, 0.55));
            q.line(-length * 0.46, 0, length * 0.46, 0, 1.6, Hue.dark(tint, 0.5));
            for (double u = -0.42; u <= 0.42; u += 0.028) {
                double half = wide * 0.5 * (1 - 4 * u * u) * 0.85;
                q.line(u * length, -half, u * length, half, 1, Hue.alpha(Hue.dark(tint, 0.6), 0.6));
            }
            q.oval(0, 0, wide * 0.24, wide * 0.2, Hue.of(0xfff6d8));
        });
    }

    private void star(Ink p, double x, double y, double r) {
        for (int i = 0; i < 9; i++) {
            double turn = i * 40 + x;
            AffineTransform kept = p.g.getTransform();
            p.g.rotate(Math.toRadians(turn), x, y);
            p.fill(
                    Curve.lens(x + r * 0.55, y, r * 0.95, r * 0.17),
                    Hue.alpha(i % 2 == 0 ? Hue.of(0xe8ffe9) : Hue.of(0xa8dcb4), 0.92));
            p.g.setTransform(kept);
        }
        p.dot(x, y, r * 0.12, gold);
    }

    /** The instrument itself, dark against the glow, reaching in from the right. */
    private void microscope(Ink ink) {
        Color metal = Hue.of(0x0a1a28);
        Color rim = Hue.of(0x6fc2b8);
        Color brass = Hue.of(0xe0a850);
        ink.glow(1330, 640, 330, 260, Hue.of(0xffdf9c), 0.35);
        ink.fill(
                Ink.poly(1100, 830, 1130, 800, 1530, 800, 1560, 830, 1560, 856, 1100, 856),
                Ink.fade(1100, 0, 1560, 0, Hue.of(0x2c5866), metal));
        ink.fill(
                Ink.blob(
                        1440, 810, 1500, 800, 1548, 640, 1500, 430, 1400, 330, 1372, 372, 1440, 470, 1470, 640, 1430,
                        760),
                Ink.fade(1370, 0, 1550, 0, Hue.of(0x2c5866), metal));
        ink.box(1170, 640, 300, 22, Ink.fade(1170, 0, 1470, 0, Hue.of(0x3a6f78), metal));
        ink.box(1200, 632, 130, 8, Hue.of(0xbfeee0));
        ink.glow(1262, 640, 120, 50, Hue.of(0xd9fff0), 0.8);
        ink.fill(Ink.poly(1236, 662, 1290, 662, 1300, 720, 1226, 720), metal);
        ink.glow(1262, 770, 130, Hue.of(0xffe9b0), 0.75);
        ink.oval(1262, 776, 40, 13, Hue.of(0xfff3cc));
        ink.placed(1300, 440, 1, 17, p -> {
            p.box(-34, -260, 68, 250, Ink.fade(-34, 0, 34, 0, Hue.of(0x3a6f78), Hue.of(0x163445), metal));
            p.box(-44, -292, 88, 40, Ink.fade(-44, 0, 44, 0, Hue.of(0x2c5866), metal));
            p.box(-34, -188, 68, 9, brass);
            p.box(-34, -60, 68, 9, brass);
            p.fill(Ink.poly(-46, -10, 46, -10, 38, 52, -38, 52), Ink.fade(-46, 0, 46, 0, Hue.of(0x4a8088), metal));
            p.fill(
                    Ink.poly(-20, 52, 20, 52, 13, 150, -13, 150),
                    Ink.fade(-20, 0, 20, 0, Hue.of(0xf6d68e), brass, Hue.of(0x6b4a2c)));
            p.fill(Ink.poly(26, 46, 58, 36, 84, 96, 62, 106), Ink.fade(26, 0, 84, 0, brass, Hue.of(0x6b4a2c)));
            p.line(-33, -250, -33, -14, 3, Hue.alpha(rim, 0.7));
        });
        ink.dot(1492, 620, 44, Ink.fade(1450, 0, 1536, 0, brass, Hue.of(0x5b3f2c)));
        ink.dot(1492, 620, 30, Hue.of(0x14303f));
        ink.dot(1482, 520, 24, Ink.fade(1456, 0, 1506, 0, brass, Hue.of(0x5b3f2c)));
    }
}
