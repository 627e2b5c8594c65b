package sample;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The tram of line 2 climbing Gannet Hill on a bright morning, the harbour below. */
final class TramScene implements Scene {

    private static final double SLOPE = -0.2;
    private final Color cream = Hue.of(0xf7e6c4);
    private final Color red = Hue.of(0xcf4f3d);
    private final Color navy = Hue.of(0x22405a);
    private final Town.Paints houses = new Town.Paints(
            new Color[] {
                Hue.of(0xf0cf9c),
                Hue.of(0xe6a284),
                Hue.of(0x8fb5ac),
                Hue.of(0xf5e3c4),
                Hue.of(0xd98873),
                Hue.of(0xb8cbb4)
            },
            new Color[] {Hue.of(0x9c4a40), Hue.of(0x3d5a6c), Hue.of(0x7d4640)},
            Hue.of(0x3f6478),
            Hue.of(0x587f8e),
            Hue.of(0xfff3da));

    private static double street(double x) {
        return 742 + SLOPE * (x - 300) - 26 * Noise.step(900, 1700, x);
    }

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 560, Hue.of(0x7fb8bd), Hue.of(0xb5d3c4), Hue.of(0xf3e5bf), Hue.of(0xffe3b0));
        ink.glow(180, 330, 560, Hue.of(0xfff6d6), 0.9);
        ink.dot(180, 318, 58, Hue.of(0xfffae6));
        Sea.cloud(ink, 520, 150, 420, 66, Hue.of(0xfffaf0), Hue.alpha(Hue.of(0xf7e2c4), 0.8), 3);
        Sea.cloud(ink, 130, 120, 280, 40, Hue.of(0xfffaf0), Hue.alpha(Hue.of(0xf7e2c4), 0.7), 6);
        Sea.streaks(ink, 200, 370, 12, Hue.alpha(Hue.of(0xfffdf2), 0.7), 380, 5);
        harbour(ink);
        terrace(ink);
        road(ink);
        wires(ink);
        ink.placed(770, street(770) + 62, 1.5, Math.toDegrees(Math.atan(SLOPE)) - 1.2, this::tram);
        walkers(ink);
        tree(ink, 60, 900);
        for (double[] b : new double[][] {{400, 330, 0.9}, {470, 300, 0.65}, {330, 290, 0.55}}) {
            ink.placed(b[0], b[1], b[2], 8, p -> Folk.gull(p, Hue.of(0xffffff), 0.4));
        }
    }

    private void harbour(Ink ink) {
        Path2D isle = Curve.below(
                -40,
                620,
                440,
                x -> 436 - 34 * Math.exp(-Math.pow((x - 330) / 150, 2)) - 7 * Noise.cloud(x / 40, 1, 3, 3));
        ink.wash(isle, 390, 440, Hue.of(0x8fb6ba), Hue.of(0xb8d0c2));
        ink.wash(
                new java.awt.geom.Rectangle2D.Double(-20, 434, 1000, 400),
                434,
                760,
                Hue.of(0xcfe0c8),
                Hue.of(0x74b0b2),
                Hue.of(0x3f8795),
                Hue.of(0x2d6c80));
        Sea.glints(ink, 434, 800, 420, Hue.of(0xfffbe4), 70, Sea.path(180, 434, 60, 0.5), 2, 4);
        Sea.glints(ink, 434, 800, 160, Hue.alpha(Hue.of(0x225c72), 0.45), 90, Sea.EVEN, 2, 14);
        ink.fill(Ink.poly(-20, 520, 250, 512, 258, 522, -20, 534), Hue.of(0x51707a));
        ink.placed(
                244, 516, 0.42, 0, p -> Town.lighthouse(p, 0, 0, 200, Hue.of(0xfff2de), red, navy, Hue.of(0xffe7a8)));
        double[][] boats = {{96, 480, 0.3}, {330, 476, 0.36}, {425, 500, 0.46}, {520, 560, 0.75}, {300, 600, 0.85}};
        for (double[] b : boats) {
            ink.oval(b[0], b[1] + 8 * b[2], 50 * b[2], 6 * b[2], Hue.alpha(navy, 0.3));
            ink.placed(b[0], b[1], b[2], 0, p -> Boats.sail(p, navy, Hue.of(0xfff6e4), Hue.of(0x6b5144)));
        }
        ink.wash(
                Ink.poly(-20, 690, 330, 640, 700, 620, 700, 920, -20, 920),
                640,
                900,
                Hue.of(0xc9b48f),
                Hue.of(0x8f8a78));
        Town.row(ink, -30, 330, 712, 0.62, houses, 0, 23);
        Town.row(ink, 210, 560, 668, 0.56, houses, 0, 31);
        ink.glow(200, 640, 420, 160, Hue.of(0xfff0cc), 0.35);
    }

    private void terrace(Ink ink) {
        double x = 560;
        for (int i = 0; x < 1640; i++) {
            double w = Noise.in(122, 158, i, 44);
            double size = 1.12 + 0.25 * (x - 560) / 1000;
            Town.house(
                    ink,
                    x,
                    street(x + w / 2) + 22,
                    w * size,
                    Noise.in(200, 250, i, 45) * size,
                    new int[] {0, 3, 1, 2, 0, 3, 1, 0}[i % 8],
                    houses,
                    0.1,
                    600 + i);
            x += w * size - 2;
        }
    }

    private void road(Ink ink) {
        Path2D road = Curve.below(-40, 1640, 920, TramScene::street);
        ink.wash(road, 480, 900, Hue.of(0xd9c39a), Hue.of(0xb9a58c), Hue.of(0x8c8581), Hue.of(0x5f6a74));
        ink.grain(road, Hue.of(0x46525f), 700, 600, 1100, 1000, 0.3);
        ink.wash(
                Curve.below(-40, 1640, 920, x -> street(x) + 96),
                620,
                920,
                Hue.of(0xa79a8a),
                Hue.of(0x6c7379),
                Hue.of(0x4b5965));
        Color rail = Hue.of(0x3b4a57);
        for (double off : new double[] {58, 84}) {
            ink.line(street(-40, 1640, off), 4, rail);
            ink.line(street(-40, 1640, off - 2), 1.4, Hue.of(0xfff1d2));
        }
        for (int i = 0; i < 230; i++) {
            double x = Noise.in(-20, 1620, i, 91);
            double off = Noise.in(104, 300, i, 92);
            ink.placed(
                    x,
                    street(x) + off,
                    1,
                    -11.3,
                    p -> p.fill(Curve.lens(0, 0, 20 + off * 0.12, 3 + off * 0.018), Hue.alpha(Hue.of(0x39464f), 0.3)));
        }
        ink.line(street(-40, 1640, 98), 6, Hue.of(0xdccbaa));
        ink.line(street(-40, 1640, 103), 3, Hue.of(0x4a545c));
    }

    private Path2D street(double from, double to, double off) {
        Path2D path = new Path2D.Double();
        path.moveTo(from, street(from) + off);
        for (double x = from; x <= to; x += 20) {
            path.lineTo(x, street(x) + off);
        }
        return path;
    }

    private void wires(Ink ink) {
        for (double x : new double[] {250, 1180}) {
            ink.line(x, street(x) + 30, x, street(x) - 262, 6, Hue.of(0x39505e));
            ink.line(x, street(x) - 250, x + 74, street(x) - 262, 4, Hue.of(0x39505e));
            ink.line(x, street(x) - 226, x + 50, street(x) - 256, 2, Hue.of(0x39505e));
            ink.dot(x, street(x) - 268, 6, Hue.of(0x39505e));
        }
        ink.line(street(-40, 1640, -244), 2, Hue.alpha(navy, 0.9));
    }

    private void tram(Ink p) {
        ink(p, -190, 8, 380, 12, Hue.alpha(Hue.of(0x2a3440), 0.4), 12);
        for (double x : new double[] {-128, -84, 84, 128}) {
            p.dot(x, -8, 13, Hue.of(0x22303c));
            p.dot(x, -8, 5, Hue.of(0x8b959b));
        }
        ink(p, -150, -22, 90, 14, Hue.of(0x2c3a46), 6);
        ink(p, 60, -22, 90, 14, Hue.of(0x2c3a46), 6);
        p.line(Ink.open(-20, -150, 8, -182, -14, -207), 3, navy);
        p.line(-34, -207, 14, -207, 3.4, navy);
        ink(p, -166, -152, 332, 20, Hue.of(0xd8c8a6), 10);
        ink(p, -70, -160, 110, 10, Hue.of(0xa99f8b), 6);
        RoundRectangle2D body = new RoundRectangle2D.Double(-196, -140, 392, 126, 46, 46);
        p.fill(body, Ink.fade(0, -140, 0, -14, Hue.of(0xfffaea), cream, Hue.of(0xead1a5)));
        p.inside(body, q -> {
            q.box(-200, -64, 400, 60, Ink.fade(0, -64, 0, -14, Hue.of(0xdd5f49), red, Hue.of(0x9c3531)));
            q.box(-200, -68, 400, 5, Hue.of(0xf6d58c));
            q.box(-200, -32, 400, 3, Hue.of(0xf6d58c));
        });
        p.grain(body, Hue.of(0x6a2b30), 40, -40, 260, -4, 0.34);
        for (int i = 0; i < 7; i++) {
            double x = -176 + i * 51;
            boolean door = i == 1 || i == 5;
            Color coat = new Color[] {Hue.of(0x274257), Hue.of(0x8a4a3e), Hue.of(0x35604f)}[i % 3];
            RoundRectangle2D pane = new RoundRectangle2D.Double(x, -122, 44, door ? 102 : 50, 9, 9);
            if (door) {
                p.fill(new RoundRectangle2D.Double(x - 3, -125, 50, 112, 9, 9), Hue.of(0x8f2f2c));
            }
            p.fill(pane, Ink.fade(x, -122, x + 44, -70, Hue.of(0xaed6d4), Hue.of(0x4b7f92), Hue.of(0x2d5b72)));
            p.inside(pane, q -> {
                q.fill(Ink.poly(x + 6, -122, x + 20, -122, x - 2, -66, x - 16, -66), Hue.alpha(Color.WHITE, 0.35));
                if (!door) {
                    q.oval(x + 22, -94, 7, 8.5, Hue.of(0xd8a07e));
                    q.fill(Ink.blob(x + 8, -66, x + 11, -82, x + 22, -86, x + 33, -82, x + 36, -66), coat);
                    q.fill(
                            Ink.blob(x + 14, -96, x + 17, -104, x + 24, -105, x + 30, -98, x + 24, -100),
                            Hue.dark(coat, 0.4));
                }
            });
            if (door) {
                p.line(x + 22, -122, x + 22, -16, 3, Hue.of(0x8f2f2c));
            }
        }
        p.dot(192, -50, 8, Hue.of(0xfff6cf));
        p.glow(194, -50, 60, Hue.of(0xfff0b8), 0.7);
        p.dot(-191, -44, 5, Hue.of(0x7e2320));
        ink(p, 140, -148, 46, 16, navy, 5);
        p.dot(163, -140, 5.5, Hue.of(0xffd777));
        p.fill(Ink.poly(186, -20, 206, -12, 204, -4, 180, -6), Hue.of(0x2c3a46));
    }

    private static void ink(Ink p, double x, double y, double w, double h, Color c, double round) {
        p.fill(new RoundRectangle2D.Double(x, y, w, h, round, round), c);
    }

    private void walkers(Ink ink) {
        double[][] who = {
            {1290, 140, 1.5, 18},
            {1352, 148, 1.42, 44},
            {1150, 150, 1.1, 16},
            {420, 150, 1.36, 23},
            {1500, 170, 1.62, 76}
        };
        for (double[] w : who) {
            double y = street(w[0]) + w[1];
            Color coat = new Color[] {navy, Hue.of(0xb4533f), Hue.of(0x3f7a78), Hue.of(0xd39a4c)}[(int) w[3] % 4];
            ink.placed(
                    w[0],
                    y,
                    1,
                    -11,
                    p -> p.fill(Curve.lens(60 * w[2], 2, 150 * w[2], 9 * w[2]), Hue.alpha(Hue.of(0x27343f), 0.4)));
            ink.placed(
                    w[0],
                    y,
                    w[2],
                    0,
                    p -> Folk.person(
                            p,
                            coat,
                            Hue.of(0xd9a07c),
                            Hue.of(new int[] {0xf2c667, 0x8fc0b6, 0xe98f6a}[(int) w[3] % 3]),
                            (int) w[3]));
        }
    }

    private void tree(Ink ink, double x, double y) {
        ink.line(Ink.curve(x - 14, y + 40, x + 2, y - 140, x - 10, y - 330), 26, Hue.of(0x3b4348));
        ink.line(Ink.curve(x, y - 200, x + 50, y - 300, x + 90, y - 360), 12, Hue.of(0x3b4348));
        for (int i = 0; i < 300; i++) {
            double a = Noise.in(0, 6.283, i, 61);
            double r = Math.sqrt(Noise.at(i, 62));
            double lx = x + 10 + Math.cos(a) * 190 * r;
            double ly = y - 420 + Math.sin(a) * 140 * r;
            Color c = Hue.mix(
                    Hue.of(0x2f5d55),
                    Hue.of(0xd9a648),
                    Noise.at(i, 63) * 0.55 + 0.35 * (lx - x + 190) / 380 * Noise.at(i, 64));
            ink.placed(
                    lx,
                    ly,
                    Noise.in(0.6, 1.2, i, 65),
                    Noise.in(0, 180, i, 66),
                    p -> p.fill(Curve.lens(0, 0, 44, 20), c));
        }
    }
}
