package sample;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** First light over the harbour, seen through the windows of the pilot house. */
final class PilotScene implements Scene {

    private static final double HORIZON = 430;
    private final Color frame = Hue.of(0x14262f);
    private final Color brass = Hue.of(0xd9a85a);
    private final Town.Paints houses = new Town.Paints(
            new Color[] {Hue.of(0x5d5f7c), Hue.of(0x6e5f78), Hue.of(0x51637c), Hue.of(0x7d6675)},
            new Color[] {Hue.of(0x363c5a), Hue.of(0x413a58)},
            Hue.of(0x343d5e),
            Hue.of(0xffd28a),
            Hue.of(0x8d88a0));
    private Ink back;
    private Ink room;
    private Sprite[] fleet;

    @Override
    public void draw(Ink ink, double t) {
        if (back == null || back.image.getWidth() != ink.image.getWidth()) {
            back = ink.layer();
            paintBack(back);
            room = ink.layer();
            paintRoom(room);
            Color[] hulls = {Hue.of(0x2f5570), Hue.of(0x5c4a68), Hue.of(0x9c4a48), Hue.of(0x3d5a72)};
            fleet = new Sprite[hulls.length];
            for (int i = 0; i < hulls.length; i++) {
                Color hull = hulls[i];
                fleet[i] = new Sprite(
                        -110,
                        -160,
                        230,
                        175,
                        1.25 * ink.scale,
                        p -> Boats.trawler(
                                p, hull, Hue.of(0xe2c8b8), Hue.of(0xc9604c), Hue.of(0xffdf9c), Hue.of(0x2c3a55)));
            }
        }
        ink.lay(back, 1);
        Sea.swell(ink, HORIZON, 930, 14, Hue.of(0x55607f), 0.26, t, 3);
        Sea.glints(ink, HORIZON, 880, 480, Hue.of(0xffe6b8), 90, Sea.path(905, HORIZON, 58, 0.3), t, 13);
        Sea.glints(ink, HORIZON, 900, 260, Hue.alpha(Hue.of(0xf2b6a0), 0.5), 120, Sea.EVEN, t, 23);
        pierLight(ink, t);
        boats(ink, t);
        gulls(ink, t);
        ink.lay(room, 1);
        steam(ink, t);
    }

    private void paintBack(Ink ink) {
        ink.wash(
                -10,
                HORIZON + 10,
                Hue.of(0x39527a),
                Hue.of(0x6d7397),
                Hue.of(0xb98a9a),
                Hue.of(0xf0a58c),
                Hue.of(0xffcf96),
                Hue.of(0xffe9bd));
        ink.glow(905, HORIZON - 20, 640, 330, Hue.of(0xffdca0), 0.75);
        ink.dot(905, HORIZON - 24, 46, Ink.fade(0, HORIZON - 70, 0, HORIZON, Hue.of(0xfffbe6), Hue.of(0xffe3a2)));
        Sea.streaks(ink, 60, 380, 24, Hue.alpha(Hue.of(0xffd9b4), 0.6), 460, 6);
        Sea.streaks(ink, 40, 220, 10, Hue.alpha(Hue.of(0x5a648c), 0.5), 640, 16);
        Path2D isle = Curve.below(
                -40,
                1640,
                HORIZON + 4,
                x -> HORIZON
                        + 2
                        - 44 * Math.exp(-Math.pow((x - 1080) / 210, 2))
                        - 18 * Math.exp(-Math.pow((x - 1330) / 150, 2))
                        - 5 * Noise.cloud(x / 40, 1, 3, 5));
        ink.wash(isle, 370, HORIZON, Hue.of(0x9d7d8f), Hue.of(0xd99f92));
        ink.wash(
                HORIZON, 920, Hue.of(0xffd9a8), Hue.of(0xd8a09a), Hue.of(0x8d87a0), Hue.of(0x4f6a8a), Hue.of(0x2d4a69));
        ink.glow(905, HORIZON + 6, 460, 120, Hue.of(0xffe9bd), 0.6);
        Path2D hill = Curve.below(
                -40, 640, 560, x -> 500 - 210 * Noise.step(600, -80, x) - 16 * Noise.cloud(x / 50, 2, 3, 7));
        ink.wash(hill, 260, 540, Hue.of(0x7b6d8b), Hue.of(0xa88594));
        Town.row(ink, -40, 300, 482, 0.5, houses, 0.25, 71);
        Town.row(ink, -60, 520, 540, 0.72, houses, 0.3, 77);
        Path2D quay = Ink.poly(-20, 536, 560, 530, 590, 552, -20, 590);
        ink.fill(quay, Ink.fade(0, 530, 0, 585, Hue.of(0x8a7487), Hue.of(0x3d4766)));
        Path2D mole = Ink.poly(1180, 452, 1640, 470, 1640, 520, 1170, 470);
        ink.fill(mole, Ink.fade(0, 450, 0, 510, Hue.of(0x6f6680), Hue.of(0x37445f)));
        Town.lighthouse(ink, 1200, 456, 118, Hue.of(0xe6cbb8), Hue.of(0xb0524a), Hue.of(0x37445f), Hue.of(0xffefb8));
    }

    private void pierLight(Ink ink, double t) {
        double on = Math.pow(Math.max(0, Math.cos(t * Math.PI / 2.5)), 8);
        ink.glow(1200, 331, 60 + 60 * on, Hue.of(0xfff3c8), 0.3 + 0.65 * on);
    }

    private void boats(Ink ink, double t) {
        double[][] at = {{330, 622, 0.9, 0}, {700, 560, 0.5, 1}, {1320, 640, 1.0, 2}, {1010, 520, 0.42, 3}};
        for (double[] b : at) {
            int i = (int) b[3];
            double drift = i == 1 ? t * 5 - 40 : 0;
            double y = b[1] + Math.sin(t * 1.1 + i * 2) * 3 * b[2];
            for (int k = 0; k < 18; k++) {
                ink.fill(
                        Curve.lens(
                                b[0] + drift + Math.sin(t * 2 + k * 1.3) * 6 * b[2],
                                y + 5 + k * 5 * b[2],
                                190 * b[2] * (1 - k / 26.0),
                                5 * b[2]),
                        Hue.alpha(Hue.of(0x24385a), 0.5 * (1 - k / 18.0)));
            }
            fleet[i].draw(ink, b[0] + drift, y, (i == 2 ? -1 : 1) * b[2] * 1.25, Math.sin(t * 1.1 + i) * 1.3);
        }
        double y = 700 + Math.sin(t * 1.3) * 4;
        ink.placed(
                930,
                y,
                1.2,
                Math.sin(t) * 6,
                p -> Boats.buoy(
                        p, Hue.of(0x3f7d5c), Hue.of(0xd9ffd0), Math.pow(Math.max(0, Math.sin(t * Math.PI / 2)), 6)));
    }

    private void gulls(Ink ink, double t) {
        for (int i = 0; i < 5; i++) {
            double x = 560 + i * 90 + t * (14 + 3 * i);
            double y = 210 + 40 * Math.sin(i * 2.1) + 10 * Math.sin(t * 0.7 + i);
            double beat = Math.sin(t * 5 + i * 1.7);
            ink.placed(x, y, 0.7 + 0.12 * (i % 3), -5, p -> Folk.gull(p, Hue.of(0x4a4664), beat));
        }
    }

    private void paintRoom(Ink ink) {
        ink.fill(Ink.poly(-20, -20, 1620, -20, 1620, 74, -20, 60), frame);
        Path2D glare = Ink.poly(470, 60, 560, 60, 380, 720, 250, 720);
        ink.fill(glare, Hue.alpha(Color.WHITE, 0.05));
        ink.fill(Ink.poly(590, 60, 612, 60, 430, 720, 398, 720), Hue.alpha(Color.WHITE, 0.05));
        mullion(ink, 522, 548, 26);
        mullion(ink, 1078, 1052, 26);
        ink.fill(Ink.poly(-20, -20, 40, -20, 12, 760, -20, 760), frame);
        ink.fill(Ink.poly(1620, -20, 1560, -20, 1588, 760, 1620, 760), frame);
        ink.fill(Ink.poly(-20, 60, 1620, 74, 1620, 84, -20, 70), Hue.of(0x2c4650));
        Path2D sill = Ink.poly(-20, 742, 1620, 742, 1620, 920, -20, 920);
        ink.fill(sill, Ink.fade(0, 742, 0, 910, Hue.of(0x8a5a42), Hue.of(0x5b3b36), Hue.of(0x2b2430)));
        ink.grain(sill, Hue.of(0x1c1a26), 800, 742, 800, 930, 0.55);
        ink.box(-20, 738, 1640, 9, Hue.of(0xf0b98c));
        for (int i = 0; i < 26; i++) {
            ink.fill(
                    Curve.lens(Noise.in(0, 1600, i, 3), Noise.in(768, 890, i, 4), Noise.in(140, 420, i, 5), 3),
                    Hue.alpha(Hue.of(0x2b2028), 0.35));
        }
        ink.glow(905, 745, 360, 60, Hue.of(0xffdca0), 0.55);
        compass(ink, 800, 812);
        glasses(ink, 1190, 824);
        mug(ink, 420, 742);
        book(ink);
        lamp(ink);
    }

    private void mullion(Ink ink, double top, double foot, double w) {
        ink.fill(Ink.poly(top - w, 50, top + w, 50, foot + w * 0.8, 745, foot - w * 0.8, 745), frame);
        ink.line(top + w - 3, 60, foot + w * 0.8 - 3, 740, 3, Hue.of(0x8a6a5c));
        ink.line(top - w + 2, 60, foot - w * 0.8 + 2, 740, 2, Hue.of(0x2c4650));
    }

    private void compass(Ink ink, double x, double y) {
        ink.oval(x + 8, y + 54, 150, 20, Hue.alpha(Color.BLACK, 0.35));
        ink.fill(
                Ink.poly(x - 128, y, x - 108, y + 54, x + 108, y + 54, x + 128, y),
                Ink.fade(x - 128, 0, x + 128, 0, Hue.of(0x8a6136), Hue.of(0xf3cf88), brass, Hue.of(0x5b3f2c)));
        ink.oval(x, y, 130, 44, Ink.fade(x - 130, 0, x + 130, 0, Hue.of(0xa87a44), Hue.of(0xffe2a6), Hue.of(0x8a6136)));
        ink.oval(x, y - 1, 112, 36, Hue.of(0x1d2f3b));
        ink.oval(x, y, 98, 31, Hue.of(0xf4e6c8));
        for (int i = 0; i < 32; i++) {
            double a = Math.PI * 2 * i / 32;
            double r = i % 4 == 0 ? 0.76 : 0.87;
            ink.line(
                    x + Math.cos(a) * 98 * r,
                    y + Math.sin(a) * 31 * r,
                    x + Math.cos(a) * 92,
                    y + Math.sin(a) * 29,
                    i % 4 == 0 ? 2.4 : 1.2,
                    Hue.of(0x24384a));
        }
        for (int i = 0; i < 4; i++) {
            double a = Math.PI / 2 * i + 0.35;
            double b = a + Math.PI / 2;
            ink.fill(
                    Ink.poly(
                            x + Math.cos(a) * 70,
                            y + Math.sin(a) * 22,
                            x + Math.cos(b) * 12,
                            y + Math.sin(b) * 4,
                            x - Math.cos(b) * 12,
                            y - Math.sin(b) * 4),
                    i == 3 ? Hue.of(0xc9503f) : Hue.of(0x24384a));
        }
        ink.fill(Curve.lens(x - 40, y - 14, 80, 8), Hue.alpha(Color.WHITE, 0.55));
    }

    private void glasses(Ink ink, double x, double y) {
        ink.oval(x + 6, y + 40, 130, 16, Hue.alpha(Color.BLACK, 0.4));
        for (int s = -1; s <= 1; s += 2) {
            double cx = x + s * 46;
            ink.fill(
                    Ink.poly(cx - 22, y - 96, cx + 22, y - 96, cx + 38, y + 26, cx - 38, y + 26),
                    Ink.fade(cx - 38, 0, cx + 38, 0, Hue.of(0x55616a), Hue.of(0x1d2830), Hue.of(0x0e161c)));
            ink.oval(cx, y - 96, 22, 7, Hue.of(0x3a4750));
            ink.oval(cx, y - 96, 15, 4.5, Hue.of(0xd8a88f));
            ink.box(cx - 38, y + 14, 76, 8, brass);
            ink.oval(cx, y + 28, 38, 11, Hue.of(0x0e161c));
        }
        ink.box(x - 22, y - 60, 44, 18, Hue.of(0x27323a));
        ink.dot(x, y - 66, 11, brass);
    }

    private void mug(Ink ink, double x, double y) {
        ink.oval(x + 8, y + 78, 64, 11, Hue.alpha(Color.BLACK, 0.4));
        ink.line(Ink.curve(x + 44, y + 10, x + 82, y + 16, x + 76, y + 52, x + 40, y + 56), 11, Hue.of(0xb9c6c2));
        Path2D cup = Ink.poly(x - 48, y - 10, x + 48, y - 10, x + 42, y + 76, x - 42, y + 76);
        ink.fill(cup, Ink.fade(x - 48, 0, x + 48, 0, Hue.of(0xfdf3df), Hue.of(0xe6e0cf), Hue.of(0x8d9a9c)));
        ink.box(x - 46, y + 24, 92, 8, Hue.of(0x2f5f7a));
        ink.oval(x, y - 10, 48, 11, Hue.of(0xfff8e8));
        ink.oval(x, y - 9, 41, 8, Hue.of(0x5b3626));
    }

    private void steam(Ink ink, double t) {
        for (int i = 0; i < 9; i++) {
            double age = (i / 9.0 + t * 0.11) % 1;
            double x = 420 + Math.sin(age * 7 + i * 2) * 14 * (0.3 + age);
            ink.glow(
                    x,
                    726 - age * 150,
                    12 + 26 * age,
                    18 + 30 * age,
                    Hue.of(0xfff1e0),
                    0.34 * Math.min(1, age * 6) * (1 - age));
        }
    }

    private void book(Ink ink) {
        ink.fill(Ink.poly(60, 872, 250, 800, 372, 836, 190, 920, 60, 920), Hue.of(0x7a2f33));
        ink.fill(
                Ink.poly(72, 862, 252, 794, 362, 828, 184, 906),
                Ink.fade(70, 0, 360, 0, Hue.of(0xfff3da), Hue.of(0xd9c4a4)));
        for (int i = 0; i < 7; i++) {
            double u = i / 7.0;
            ink.line(
                    104 + 22 * u * 5,
                    862 + 5.5 * i - 10,
                    232 + 17 * i,
                    812 + 4.6 * i,
                    1.6,
                    Hue.alpha(Hue.of(0x4a4458), 0.7));
        }
        ink.line(290, 862, 404, 800, 7, Hue.of(0xd9a83f));
        ink.line(404, 800, 416, 794, 4, Hue.of(0x2b2430));
    }

    private void lamp(Ink ink) {
        ink.line(1420, 60, 1420, 170, 4, Hue.of(0x0e1a21));
        ink.fill(new RoundRectangle2D.Double(1392, 166, 56, 14, 6, 6), brass);
        ink.fill(
                Ink.poly(1380, 220, 1402, 178, 1438, 178, 1460, 220),
                Ink.fade(1380, 0, 1460, 0, Hue.of(0xf6d68e), Hue.of(0x8a6136)));
        ink.oval(1420, 221, 40, 7, Hue.of(0xfff1c8));
        ink.glow(1420, 232, 190, Hue.of(0xffd890), 0.6);
    }
}
