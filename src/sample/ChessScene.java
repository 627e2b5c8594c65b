package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A board by the window of the Net Loft, lamp on, rain outside. */
final class ChessScene implements Scene {

    private final Color ivory = Hue.of(0xf6dfb4);
    private final Color ebony = Hue.of(0x4a2030);
    private final Color amber = Hue.of(0xffc870);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 920, Hue.of(0x2a1a2b), Hue.of(0x4a2734), Hue.of(0x3a1f2e));
        ink.glow(330, 250, 760, Hue.of(0xf2a35f), 0.5);
        wall(ink);
        window(ink);
        table(ink);
        board(ink);
        pieces(ink);
        lamp(ink);
    }

    private void window(Ink ink) {
        java.awt.geom.Rectangle2D pane = new java.awt.geom.Rectangle2D.Double(800, 50, 640, 430);
        ink.inside(pane, p -> {
            p.wash(40, 500, Hue.of(0x173a52), Hue.of(0x2d6478), Hue.of(0x6f9a98), Hue.of(0xd9b48c));
            Path2D far = Curve.below(
                    780,
                    1460,
                    500,
                    x -> 372 - 40 * Math.exp(-Math.pow((x - 1230) / 120, 2)) - 8 * Noise.cloud(x / 30, 1, 3, 4));
            p.wash(far, 320, 390, Hue.of(0x3f6b7a), Hue.of(0x5f8a8d));
            p.wash(376, 500, Hue.of(0x9fb0a0), Hue.of(0x2f6174));
            p.placed(
                    1330,
                    372,
                    0.5,
                    0,
                    q -> Town.lighthouse(
                            q, 0, 0, 200, Hue.of(0xd9cdb8), Hue.of(0xa8554a), Hue.of(0x1f3f52), Hue.of(0xfff0b8)));
            p.glow(1330, 266, 90, Hue.of(0xfff0c0), 0.8);
            p.placed(
                    960,
                    420,
                    0.8,
                    0,
                    q -> Boats.trawler(
                            q, Hue.of(0x1f4258), Hue.of(0x8fa09a), Hue.of(0x9a4f48), amber, Hue.of(0x17303f)));
            p.placed(
                    1170,
                    452,
                    0.62,
                    0,
                    q -> Boats.trawler(
                            q, Hue.of(0x5a3a48), Hue.of(0x8fa09a), Hue.of(0xb0684a), amber, Hue.of(0x17303f)));
            Sea.glints(p, 385, 490, 60, Hue.alpha(amber, 0.7), 70, Sea.path(1060, 385, 140, 0.4), 2, 5);
            for (int i = 0; i < 130; i++) {
                double x = Noise.in(800, 1460, i, 11);
                double y = Noise.in(40, 470, i, 12);
                p.line(x, y, x - 8, y + Noise.in(16, 40, i, 13), 1.3, Hue.alpha(Hue.of(0xdcebe6), 0.3));
            }
            for (int i = 0; i < 90; i++) {
                double x = Noise.in(805, 1436, i, 21);
                double y = Noise.in(54, 470, i, 22);
                double r = Noise.in(1.4, 4.4, i, 23);
                p.oval(x, y, r, r * 1.3, Hue.alpha(Hue.of(0xe6f3ec), 0.5));
                if (i % 4 == 0) {
                    p.line(x, y - 40, x, y, 1.2, Hue.alpha(Hue.of(0xe6f3ec), 0.28));
                }
            }
        });
        Color frame = Hue.of(0x7a4636);
        ink.line(pane, 22, frame);
        ink.line(1120, 50, 1120, 480, 14, frame);
        ink.line(800, 250, 1440, 250, 12, frame);
        ink.line(806, 56, 806, 474, 3, Hue.of(0xe0a06a));
        ink.line(1114, 60, 1114, 474, 2.4, Hue.of(0xc98a5f));
        ink.fill(
                Ink.poly(770, 486, 1470, 486, 1490, 516, 750, 516),
                Ink.fade(750, 0, 1490, 0, Hue.of(0xd08a58), Hue.of(0x5b3434)));
    }

    private void wall(Ink ink) {
        for (int i = 0; i < 9; i++) {
            double y = 20 + i * 66;
            ink.line(-20, y, 1640, y, 2, Hue.alpha(Hue.of(0x1d1020), 0.5));
        }
        ink.line(Ink.curve(-20, 60, 240, 170, 520, 150, 780, 40), 3, Hue.of(0xc98f5f));
        for (int i = 0; i < 15; i++) {
            double u = (i + 0.5) / 15;
            double x = -20 + 800 * u;
            double y = 60 + 118 * Math.sin(Math.PI * (0.05 + u * 0.93));
            if (i % 3 == 1) {
                ink.dot(x, y + 16, 17, Ink.fade(x - 16, 0, x + 16, 0, Hue.of(0xf0c48a), Hue.of(0xa3522f)));
            } else {
                ink.line(
                        Ink.curve(x - 24, y - 2, x - 8, y + 52, x + 22, y - 4), 1.4, Hue.alpha(Hue.of(0xd9a878), 0.55));
                ink.line(Ink.curve(x - 30, y + 2, x + 6, y + 38, x + 28, y - 2), 1.4, Hue.alpha(Hue.of(0xd9a878), 0.4));
            }
        }
        ink.fill(
                new java.awt.geom.Rectangle2D.Double(0, 0, 780, 560),
                Ink.fade(0, 0, 780, 0, Hue.alpha(Hue.of(0xf2a35f), 0.16), Hue.alpha(Hue.of(0xf2a35f), 0)));
    }

    private void table(Ink ink) {
        Path2D top = Ink.poly(-20, 560, 1640, 530, 1640, 920, -20, 920);
        ink.fill(top, Ink.fade(0, 0, 1600, 0, Hue.of(0xc47a48), Hue.of(0x9a5638), Hue.of(0x54303a)));
        for (int i = 0; i < 60; i++) {
            double y = Noise.in(560, 910, i, 31);
            ink.fill(
                    Curve.lens(Noise.in(-100, 1700, i, 32), y, Noise.in(200, 620, i, 33), 4),
                    Hue.alpha(Hue.of(0x4a2428), 0.3));
        }
        ink.grain(top, Hue.of(0x2a1424), 500, 620, 1500, 980, 0.5);
        ink.line(-20, 560, 1640, 530, 4, Hue.alpha(Hue.of(0xffd39a), 0.7));
        ink.glow(420, 700, 640, 220, Hue.of(0xffc47a), 0.4);
    }

    /** A place on the board (file and rank 0..8) on the page. */
    private static double[] at(double file, double rank) {
        double v = rank / 8;
        double deep = v / (1.55 - 0.55 * v);
        double y = 900 - 296 * deep;
        double half = 640 - 290 * deep;
        return new double[] {806 - half + 2 * half * file / 8 + 30 * deep, y, half / 640};
    }

    private void board(Ink ink) {
        double[] a = at(-0.35, -0.3);
        double[] b = at(8.35, -0.3);
        double[] c = at(8.35, 8.35);
        double[] d = at(-0.35, 8.35);
        ink.fill(
                Ink.poly(a[0], a[1] + 30, b[0] + 20, b[1] + 30, c[0] + 40, c[1] + 8, d[0], d[1]),
                Hue.alpha(Hue.of(0x1d0f1c), 0.5));
        ink.fill(
                Ink.poly(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]),
                Ink.fade(200, 0, 1440, 0, Hue.of(0x8a4a34), Hue.of(0x4a2630)));
        for (int r = 0; r < 8; r++) {
            for (int f = 0; f < 8; f++) {
                double[] p = at(f, r);
                double[] q = at(f + 1, r);
                double[] s = at(f + 1, r + 1);
                double[] u = at(f, r + 1);
                boolean light = (f + r) % 2 == 1;
                double near = Math.exp(-Math.pow((p[0] - 500) / 560, 2));
                Color base = light
                        ? Hue.mix(Hue.of(0xa0705a), Hue.of(0xf9dba4), near)
                        : Hue.mix(Hue.of(0x3a1d2c), Hue.of(0x8a3f36), near);
                ink.fill(Ink.poly(p[0], p[1], q[0], q[1], s[0], s[1], u[0], u[1]), base);
            }
        }
    }

    private void pieces(Ink ink) {
        Object[][] set = {
            {4, 7, 'k', 1},
            {6, 6, 'p', 1},
            {5, 6, 'p', 1},
            {1, 6, 'p', 1},
            {2, 5, 'n', 1},
            {7, 5, 'p', 1},
            {3, 4, 'p', 1},
            {0, 5, 'r', 1},
            {4, 3, 'p', 0},
            {2, 3, 'b', 0},
            {6, 2, 'q', 0},
            {5, 1, 'p', 0},
            {1, 2, 'n', 0},
            {7, 1, 'p', 0},
            {3, 1, 'k', 0},
            {0, 1, 'p', 0}
        };
        java.util.List<Object[]> order = new java.util.ArrayList<>(java.util.List.of(set));
        order.sort((a, b) -> (Integer) b[1] - (Integer) a[1]);
        for (Object[] o : order) {
            double[] p = at((Integer) o[0] + 0.5, (Integer) o[1] + 0.45);
            boolean dark = (Integer) o[3] == 1;
            double near = Math.exp(-Math.pow((p[0] - 420) / 700, 2));
            Color c = dark ? Hue.mix(Hue.of(0x2a1424), ebony, near) : Hue.mix(Hue.of(0xb08a78), ivory, near);
            ink.placed(
                    p[0] + 8,
                    p[1],
                    p[2] * 1.42,
                    0,
                    q -> q.fill(Ink.poly(-20, 2, 20, 5, 120, -4, 96, -16), Hue.alpha(Hue.of(0x1d0f1c), 0.38)));
            ink.placed(p[0], p[1], p[2] * 1.42, 0, q -> Chessmen.piece(q, (Character) o[2], c));
        }
    }

    private void lamp(Ink ink) {
        Color brass = Hue.of(0xe0a850);
        ink.oval(170, 772, 110, 22, Hue.alpha(Hue.of(0x1d0f1c), 0.5));
        ink.fill(
                Ink.blob(88, 768, 110, 744, 160, 736, 210, 744, 232, 768, 160, 782),
                Ink.fade(88, 0, 232, 0, Hue.of(0x6b4026), brass, Hue.of(0x5b3424)));
        ink.fill(
                Ink.poly(150, 742, 154, 480, 168, 480, 172, 742),
                Ink.fade(150, 0, 172, 0, Hue.of(0x8a5a2c), Hue.of(0xffe0a0), Hue.of(0x6b4026)));
        ink.dot(161, 620, 15, brass);
        Path2D shade = Ink.poly(94, 330, 228, 330, 292, 490, 30, 490);
        ink.fill(
                shade, Ink.fade(30, 0, 292, 0, Hue.of(0xd98a3f), Hue.of(0xffe9b0), Hue.of(0xf2b45f), Hue.of(0xb9642f)));
        ink.line(Ink.open(30, 490, 292, 490), 6, Hue.of(0xfff3cf));
        ink.line(Ink.open(94, 330, 228, 330), 5, Hue.of(0xb9642f));
        ink.glow(160, 470, 520, amber, 0.42);
        ink.glow(160, 500, 160, 80, Hue.of(0xfff3cf), 0.7);
    }
}
