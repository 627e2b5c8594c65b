package sample;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The top of the Salt Tower on an October afternoon, its bells hung again, jackdaws wheeling round it. */
final class TowerScene implements Scene {

    private static final double X = 1010;
    private final Color gold = Hue.of(0xffd58a);
    private final Color stone = Hue.of(0xc98d63);
    private final Color shade = Hue.of(0x5b3b46);
    private final Town.Paints houses = new Town.Paints(
            new Color[] {Hue.of(0xb9785a), Hue.of(0xc98d63), Hue.of(0x9c6558), Hue.of(0xd6a374)},
            new Color[] {Hue.of(0x6b3a3c), Hue.of(0x54384a), Hue.of(0x7d4640)},
            Hue.of(0x54384a),
            Hue.of(0xffd98c),
            Hue.of(0xe6bd8c));

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 800, Hue.of(0x4f7f8a), Hue.of(0x8fa593), Hue.of(0xe0c18c), Hue.of(0xf9c47c), Hue.of(0xf2a066));
        ink.glow(300, 560, 800, 520, Hue.of(0xfff0b8), 0.85);
        ink.dot(300, 560, 92, Hue.of(0xfff8dc));
        Sea.streaks(ink, 120, 520, 26, Hue.alpha(Hue.of(0xfff0cc), 0.55), 520, 4);
        Sea.cloud(ink, 420, 250, 520, 70, Hue.of(0xffeccb), Hue.alpha(Hue.of(0xe0ab80), 0.85), 12);
        Sea.cloud(ink, 1480, 190, 380, 54, Hue.of(0xf3d9b4), Hue.alpha(Hue.of(0xc9a583), 0.7), 22);
        Path2D sea = Ink.poly(-20, 640, 1640, 640, 1640, 700, -20, 700);
        ink.wash(sea, 640, 720, Hue.of(0xfbe0a8), Hue.of(0x9fa58e));
        Sea.glints(ink, 640, 760, 160, Hue.of(0xfffbe4), 60, Sea.path(300, 640, 70, 0.8), 2, 3);
        Path2D hill = Curve.below(
                -40, 1640, 920, x -> 660 - 90 * Noise.step(500, 1700, x) - 22 * Noise.cloud(x / 90, 1, 3, 5));
        ink.wash(hill, 560, 760, Hue.of(0xc99a76), Hue.of(0xb07a62));
        Town.row(ink, -60, 1660, 760, 0.62, houses, 0.12, 91);
        Sea.mist(ink, 640, 790, Hue.of(0xffd9a0), 0.5, 10, 9);
        tower(ink);
        Town.row(ink, -80, 760, 902, 1.02, houses, 0.2, 17);
        Town.row(ink, 1265, 1700, 902, 1.02, houses, 0.22, 38);
        ink.glow(240, 700, 560, 240, Hue.of(0xffdf9c), 0.3);
        jackdaws(ink);
    }

    private void tower(Ink ink) {
        Path2D body = Ink.poly(X - 190, 920, X - 172, 250, X + 172, 250, X + 190, 920);
        Path2D left = arch(X - 82, 506, 122, 216);
        Path2D right = arch(X + 82, 506, 122, 216);
        ink.fill(left, Hue.of(0xf7cf8c));
        ink.fill(right, Hue.of(0xe9b27a));
        openings(ink, left, X - 82, Hue.of(0xfbe0a8));
        openings(ink, right, X + 82, Hue.of(0xeebd84));
        Area wall = new Area(body);
        wall.subtract(new Area(left));
        wall.subtract(new Area(right));
        ink.fill(
                wall,
                Ink.fade(X - 190, 0, X + 190, 0, Hue.of(0xf6cf98), Hue.of(0xe0a673), stone, Hue.of(0x8a5a50), shade));
        ink.inside(wall, this::courses);
        ink.grain(wall, Hue.of(0x4a2e3c), X - 40, 400, X + 230, 460, 0.7);
        rims(ink, left);
        rims(ink, right);
        clock(ink, X, 640);
        ledge(ink, 250, 188, 26);
        ledge(ink, 530, 186, 18);
        ledge(ink, 780, 196, 20);
        for (int i = 0; i < 9; i++) {
            double x = X - 168 + i * 42;
            ink.box(
                    x - 14,
                    216,
                    28,
                    36,
                    Ink.fade(x - 14, 0, x + 14, 0, Hue.light(stone, 0.3 - i * 0.05), Hue.mix(stone, shade, i / 9.0)));
        }
        Path2D roof = Ink.poly(X - 178, 222, X - 96, 118, X, -60, X + 96, 118, X + 178, 222);
        ink.fill(
                roof,
                Ink.fade(
                        X - 170,
                        0,
                        X + 170,
                        0,
                        Hue.of(0x8fa88f),
                        Hue.of(0x5f8a80),
                        Hue.of(0x35595f),
                        Hue.of(0x24404c)));
        ink.grain(roof, Hue.of(0x1c323d), X - 20, 100, X + 190, 200, 0.6);
        for (int i = -3; i <= 3; i++) {
            ink.line(Ink.open(X + i * 52, 221, X + i * 28, 118, X + i * 3, -40), 1.6, Hue.alpha(Hue.of(0x1c323d), 0.4));
        }
        for (int i = 0; i < 9; i++) {
            double x = X - 168 + i * 42;
            ink.box(
                    x - 13,
                    218,
                    26,
                    30,
                    Ink.fade(x - 13, 0, x + 13, 0, Hue.light(stone, 0.35 - i * 0.05), Hue.mix(stone, shade, i / 8.5)));
        }
    }

    private static Path2D arch(double x, double base, double w, double h) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - w / 2, base);
        path.lineTo(x - w / 2, base - h + w * 0.62);
        path.quadTo(x - w / 2, base - h + w * 0.14, x, base - h);
        path.quadTo(x + w / 2, base - h + w * 0.14, x + w / 2, base - h + w * 0.62);
        path.lineTo(x + w / 2, base);
        path.closePath();
        return path;
    }

    private void openings(Ink ink, Path2D arch, double x, Color air) {
        ink.inside(arch, p -> {
            Rectangle2D box = arch.getBounds2D();
            p.fill(box, Ink.fade(0, box.getY(), 0, box.getMaxY(), Hue.mix(air, shade, 0.5), air));
            p.box(x - 70, 322, 140, 13, Hue.of(0x4a2e38));
            p.box(x - 70, 424, 140, 7, Hue.of(0x4a2e38));
            p.placed(x, 334, 0.68, -6, Bells::bronze);
            p.placed(x - 33, 430, 0.42, 5, Bells::bronze);
            p.placed(x + 33, 430, 0.42, -4, Bells::bronze);
            p.box(x - 70, 490, 140, 24, Hue.of(0x6b4646));
            p.fill(
                    Ink.poly(
                            box.getMaxX() - 22,
                            box.getMinY(),
                            box.getMaxX(),
                            box.getMinY(),
                            box.getMaxX(),
                            box.getMaxY(),
                            box.getMaxX() - 22,
                            box.getMaxY()),
                    Hue.alpha(Hue.of(0x8a5a50), 0.75));
        });
    }

    private void rims(Ink ink, Path2D arch) {
        ink.line(arch, 9, Hue.of(0xe6b98a));
        ink.line(arch, 2.2, Hue.alpha(shade, 0.8));
    }

    private void courses(Ink p) {
        for (int row = 0; row < 25; row++) {
            double y = 262 + row * 27;
            p.line(X - 200, y, X + 200, y, 1.3, Hue.alpha(shade, 0.28));
            for (int k = 0; k < 9; k++) {
                double x = X - 200 + k * 50 + (row % 2) * 25;
                p.line(x, y, x, y + 27, 1.3, Hue.alpha(shade, 0.25));
                if (Noise.at(row * 9 + k, 3) < 0.3) {
                    p.box(x, y, 50, 27, Hue.alpha(Noise.at(row * 9 + k, 4) < 0.5 ? Hue.of(0xffe6b8) : shade, 0.13));
                }
            }
        }
    }

    private void clock(Ink ink, double x, double y) {
        ink.dot(x, y, 76, Hue.of(0x8a5a50));
        ink.dot(x - 2, y - 2, 72, Hue.of(0xe6b98a));
        ink.dot(x, y, 64, Ink.fade(x - 64, y - 64, x + 64, y + 64, Hue.of(0x3f6a72), Hue.of(0x24404c)));
        for (int i = 0; i < 12; i++) {
            double a = Math.PI * i / 6;
            ink.line(
                    x + Math.sin(a) * 48,
                    y - Math.cos(a) * 48,
                    x + Math.sin(a) * 58,
                    y - Math.cos(a) * 58,
                    i % 3 == 0 ? 5 : 3,
                    gold);
        }
        ink.line(x, y, x + 30, y + 17, 6, gold);
        ink.line(x, y, x + 2, y - 50, 4, gold);
        ink.dot(x, y, 7, gold);
    }

    private void ledge(Ink ink, double y, double half, double tall) {
        ink.box(
                X - half,
                y,
                half * 2,
                tall,
                Ink.fade(X - half, 0, X + half, 0, Hue.of(0xffe2b0), stone, Hue.of(0x7a4f4c), shade));
        ink.box(X - half, y + tall, half * 2, 5, Hue.alpha(shade, 0.5));
    }

    private void jackdaws(Ink ink) {
        for (int i = 0; i < 26; i++) {
            double a = Noise.in(0, 6.283, i, 3);
            double r = Noise.in(240, 640, i, 4);
            double x = X - 160 + Math.cos(a) * r;
            double y = 230 + Math.sin(a) * r * 0.34;
            if (Math.abs(x - X) < 200 && y > 60) {
                continue;
            }
            ink.placed(
                    x,
                    y,
                    Noise.in(0.35, 0.95, i, 5),
                    Noise.in(-30, 30, i, 6),
                    p -> Folk.gull(p, Hue.of(0x3b2c3a), Noise.in(-0.8, 1, (int) x, 7)));
        }
    }
}
