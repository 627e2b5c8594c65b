package sample;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** The Kittiwake crossing the sound at sunset, the light of Merrow Head turning. */
final class FerryScene implements Scene {

    private static final double HORIZON = 452;
    private static final double SUN = 585;
    private static final double LAMP_X = 1352;
    private static final double LAMP_Y = 158;

    private final Color gold = Hue.of(0xffd79a);
    private final Color rose = Hue.of(0xe98a73);
    private final Color deep = Hue.of(0x1c3350);
    private Ink sky;
    private Ink sea;
    private Ink land;
    private Sprite ship;

    @Override
    public void draw(Ink ink, double t) {
        if (sky == null || sky.image.getWidth() != ink.image.getWidth()) {
            sky = ink.layer();
            paintSky(sky);
            sea = ink.layer();
            paintSea(sea);
            land = ink.layer();
            paintLand(land);
            ship = new Sprite(
                    -240,
                    -240,
                    480,
                    260,
                    1.42 * ink.scale,
                    p -> Boats.ferry(
                            p,
                            Hue.of(0x21405c),
                            Hue.of(0xf3dcc0),
                            Hue.of(0xc5503f),
                            Hue.of(0x31506b),
                            Hue.of(0xffdf94),
                            0.9));
        }
        ink.lay(sky, 1);
        drift(ink, t);
        double turn = t * 360 / 8 + 197;
        beams(ink, turn);
        ink.lay(sea, 1);
        Sea.swell(ink, HORIZON, 930, 17, Hue.of(0x274a66), 0.3, t, 11);
        Sea.glints(
                ink,
                HORIZON,
                920,
                620,
                Hue.alpha(Hue.of(0xf0a283), 0.5),
                120,
                Sea.path(SUN + 140, HORIZON, 430, 1.2),
                t,
                21);
        Sea.glints(ink, HORIZON, 880, 640, Hue.of(0xffdfa6), 95, Sea.path(SUN, HORIZON, 62, 0.22), t, 31);
        ink.lay(land, 1);
        flash(ink, turn);
        ferry(ink, t);
        Sea.glints(ink, 690, 960, 90, Hue.alpha(Hue.of(0x10243d), 0.35), 210, Sea.EVEN, t, 41);
        buoy(ink, t);
        gulls(ink, t);
    }

    private void paintSky(Ink ink) {
        ink.wash(
                -10,
                HORIZON + 10,
                Hue.of(0x23486a),
                Hue.of(0x41657f),
                Hue.of(0x9a8791),
                Hue.of(0xe39a7e),
                Hue.of(0xf8c58a),
                Hue.of(0xffe1ac));
        ink.glow(SUN, HORIZON - 34, 760, 430, Hue.of(0xffc98a), 0.55);
        Sea.streaks(ink, 70, 300, 16, Hue.alpha(Hue.of(0xd9948a), 0.55), 520, 3);
        Sea.streaks(ink, 210, 410, 18, Hue.alpha(Hue.of(0xffdcae), 0.6), 420, 8);
        Sea.streaks(ink, 30, 180, 9, Hue.alpha(Hue.of(0x39597a), 0.5), 700, 15);
        ink.dot(SUN, HORIZON - 36, 74, Ink.fade(0, HORIZON - 110, 0, HORIZON, Hue.of(0xfff6d8), Hue.of(0xffdf9d)));
        ink.glow(SUN, HORIZON - 36, 190, Hue.of(0xfff0c4), 0.5);
        Path2D far = Curve.below(
                -40,
                1640,
                900,
                x -> HORIZON
                        - 6
                        - 62 * bump(x, 250, 330)
                        - 40 * bump(x, 60, 170)
                        - 26 * bump(x, 930, 260)
                        - 9 * Noise.cloud(x / 70, 2, 3, 4));
        ink.wash(far, HORIZON - 80, HORIZON, Hue.of(0xb27a7d), Hue.of(0xe7a885));
        ink.grain(far, Hue.of(0x7c6377), 0, HORIZON, 0, HORIZON - 90, 0.5);
    }

    private static double bump(double x, double at, double wide) {
        double d = (x - at) / wide;
        return Math.exp(-d * d * 2);
    }

    private void paintSea(Ink ink) {
        ink.wash(
                HORIZON,
                910,
                Hue.of(0xf2b78a),
                Hue.of(0xcf8f86),
                Hue.of(0x7d7d92),
                Hue.of(0x3f6380),
                Hue.of(0x274863),
                deep);
        ink.glow(SUN, HORIZON + 8, 520, 130, Hue.of(0xffe2b0), 0.7);
        ink.box(-20, HORIZON - 1, 1640, 2.2, Hue.alpha(Hue.of(0xfff0cf), 0.45));
    }

    private void paintLand(Ink ink) {
        Path2D back = Curve.below(
                960,
                1640,
                HORIZON + 12,
                x -> HORIZON + 11 - Noise.step(960, 1340, x) * (76 + 14 * Noise.cloud(x / 60, 1, 3, 8)));
        ink.wash(back, HORIZON - 90, HORIZON, Hue.of(0x8a6377), Hue.of(0xb3767a));
        Path2D head = Curve.below(
                1060,
                1640,
                HORIZON + 66,
                x -> HORIZON
                        + 64
                        - Noise.step(1060, 1300, x) * (134 + 13 * Noise.cloud(x / 45, 3, 4, 18))
                        + 26 * Noise.step(1400, 1600, x));
        ink.wash(head, HORIZON - 90, HORIZON + 60, Hue.of(0x3f4660), Hue.of(0x22324c));
        ink.grain(head, Hue.of(0xc97f73), 1420, HORIZON + 40, 1130, HORIZON - 60, 0.6);
        for (int i = 0; i < 7; i++) {
            double x = 1178 + i * 21;
            double y = HORIZON + 24 - i * 7.5;
            double w = 20;
            ink.box(x, y - 17, w, 19, Hue.of(i % 2 == 0 ? 0x53536a : 0x47495f));
            ink.fill(Ink.poly(x - 2, y - 17, x + w / 2, y - 29, x + w + 2, y - 17), Hue.of(0x2b3148));
            ink.box(x + 6, y - 12, 5, 6, Hue.of(0xffd58a));
        }
        ink.box(1380, 336, 62, 34, Hue.of(0x6a5f72));
        ink.fill(Ink.poly(1374, 338, 1392, 320, 1432, 320, 1448, 338), Hue.of(0x313650));
        ink.box(1392, 344, 8, 10, gold);
        ink.box(1418, 344, 8, 10, gold);
        Town.lighthouse(ink, LAMP_X, 376, 206, Hue.of(0xe2c3ae), Hue.of(0xa8483f), Hue.of(0x2b3148), Hue.of(0xfff0b8));
        Path2D rocks = Curve.below(
                1030,
                1640,
                HORIZON + 70,
                x -> HORIZON + 68 - 34 * Noise.step(1030, 1200, x) * Noise.cloud(x / 26, 9, 3, 5));
        ink.wash(rocks, HORIZON + 20, HORIZON + 70, Hue.of(0x2a3550), Hue.of(0x1b2a43));
        for (int i = 0; i < 40; i++) {
            double x = 1080 + 540 * Noise.at(i, 71);
            ink.fill(
                    Curve.lens(x, HORIZON + 68 + 20 * Noise.at(i, 72), 60 * Noise.in(0.5, 1.4, i, 73), 3),
                    Hue.alpha(Hue.of(0x20304a), 0.5));
        }
    }

    private void drift(Ink ink, double t) {
        AffineTransform kept = ink.g.getTransform();
        ink.g.translate(t * 2.2 - 10, 0);
        Sea.cloud(ink, 270, 250, 330, 60, Hue.alpha(Hue.of(0xf0ab8d), 0.95), Hue.alpha(Hue.of(0xc97f80), 0.75), 2);
        Sea.cloud(ink, 1000, 178, 400, 64, Hue.alpha(Hue.of(0xdd9a8c), 0.9), Hue.alpha(Hue.of(0x96788a), 0.7), 4);
        ink.g.setTransform(kept);
    }

    private void beams(Ink ink, double turn) {
        for (int side = 0; side < 2; side++) {
            double a = Math.toRadians(turn + side * 180);
            double reach = Math.cos(a);
            double facing = Math.sin(a);
            double length = 1500 * Math.abs(reach) + 130;
            double angle = reach > 0 ? -2 : 182;
            Town.beam(
                    ink,
                    LAMP_X,
                    LAMP_Y,
                    length,
                    angle,
                    2.2 + 2.4 * (1 - Math.abs(reach)),
                    Hue.of(0xfff2c8),
                    0.16 + 0.5 * Math.abs(reach) - 0.1 * facing);
        }
    }

    private void flash(Ink ink, double turn) {
        double facing = Math.abs(Math.sin(Math.toRadians(turn)));
        ink.glow(LAMP_X, LAMP_Y, 60 + 90 * Math.pow(facing, 10), Hue.of(0xfff3cc), 0.55 + 0.45 * Math.pow(facing, 10));
    }

    private void ferry(Ink ink, double t) {
        double x = 690 + (t - 7) * 17;
        double y = 664 + Math.sin(t * 1.25) * 2.6;
        double pitch = Math.sin(t * 1.25 + 0.8) * 0.45;
        reflection(ink, x, y, t);
        smoke(ink, x, y, t);
        ship.draw(ink, x, y, 1.42, pitch);
        ink.glow(x - 40, y - 110, 240, 90, Hue.of(0xffd58a), 0.16);
        wake(ink, x, y, t);
    }

    private void reflection(Ink ink, double x, double y, double t) {
        for (int i = 0; i < 46; i++) {
            double u = i / 45.0;
            double yy = y + 4 + u * 128;
            double half = 285 * (1 - u * 0.42);
            double sway = Math.sin(t * 2.1 + i * 0.9) * (3 + 9 * u);
            double gap = 0.65 + 0.35 * Noise.at(i, 91);
            ink.fill(
                    Curve.lens(x - 10 + sway, yy, half * 2 * gap, 4.6 - 1.6 * u),
                    Hue.alpha(Hue.of(0x14283f), 0.62 * (1 - u)));
        }
        for (int i = 0; i < 60; i++) {
            double u = Noise.at(i, 95);
            double xx = x - 240 + 300 * Noise.at(i, 96) + Math.sin(t * 2.3 + i) * 5;
            ink.fill(
                    Curve.lens(xx, y + 16 + u * 90, 34 * Noise.in(0.5, 1.3, i, 97), 2.6),
                    Hue.alpha(Hue.of(0xffd58a), 0.55 * (1 - u)));
        }
    }

    private void smoke(Ink ink, double x, double y, double t) {
        for (int i = 0; i < 11; i++) {
            double age = (i + (t * 0.9) % 1) / 11.0;
            double sx = x - 95 - age * 250;
            double sy = y - 288 - age * 46 + Math.sin(age * 9 + i - Math.floor(t * 0.9)) * 5;
            ink.glow(sx, sy, 16 + 46 * age, 12 + 26 * age, Hue.of(0x57566c), 0.42 * (1 - age));
        }
    }

    private void wake(Ink ink, double x, double y, double t) {
        Color foam = Hue.of(0xffe9cf);
        for (int i = 0; i < 64; i++) {
            double age = (Noise.at(i, 51) + t * 0.12) % 1;
            double xx = x + 272 - age * 900;
            double yy = y + 9 + age * 12 + Noise.in(-5, 9, i, 52) * (0.4 + age);
            double fade = Math.min(1, age * 12) * (1 - age);
            ink.fill(
                    Curve.lens(xx, yy, 60 * Noise.in(0.4, 1.3, i, 53) * (0.5 + age), 5 * (1 - age * 0.5)),
                    Hue.alpha(foam, 0.75 * fade));
        }
        double lift = 3 * Math.sin(t * 2.6);
        ink.fill(
                Ink.blob(
                        x + 236, y + 10, x + 262, y - 5 - lift, x + 284, y - 4 - lift, x + 306, y + 9, x + 270, y + 12),
                Hue.alpha(foam, 0.85));
    }

    private void buoy(Ink ink, double t) {
        double roll = Math.sin(t * 1.1) * 5;
        double y = 812 + Math.sin(t * 1.1 + 1) * 5;
        for (int i = 0; i < 16; i++) {
            ink.fill(
                    Curve.lens(1290 + Math.sin(t * 2 + i) * 5, y + 6 + i * 4.4, 76 - i * 3, 3.6),
                    Hue.alpha(Hue.of(0x101f35), 0.5 * (1 - i / 16.0)));
        }
        double lit = Math.pow(Math.max(0, Math.sin(t * Math.PI / 2 - 0.4)), 6);
        ink.placed(1290, y, 1.5, roll, p -> Boats.buoy(p, Hue.of(0xb5483c), Hue.of(0xffe9b0), lit));
        ink.fill(Curve.lens(1290, y + 6, 92, 4), Hue.alpha(Hue.of(0xf6c9a2), 0.5));
    }

    private void gulls(Ink ink, double t) {
        double[][] at = {{905, 300, 1.25, 0}, {985, 262, 0.95, 1.7}, {842, 246, 0.8, 3.1}, {1075, 330, 0.7, 4.4}};
        for (double[] b : at) {
            double x = b[0] + (t - 7) * 20 + Math.sin(t * 0.5 + b[3]) * 10;
            double y = b[1] + Math.sin(t * 0.8 + b[3]) * 9;
            ink.placed(x, y, b[2], -6, p -> Folk.gull(p, Hue.of(0xfff1de), Math.sin(t * 5.5 + b[3])));
        }
    }
}
