package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Inside the bell chamber: beams of afternoon light through the louvres, the bells waiting. */
final class BelfryScene implements Scene {

    private final Color wood = Hue.of(0x5a3a30);
    private final Color night = Hue.of(0x14161f);
    private final Color sun = Hue.of(0xffd591);

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 920, Hue.of(0x1a1d29), Hue.of(0x33282d), Hue.of(0x4d3530), Hue.of(0x2c2428));
        stones(ink);
        window(ink, 40, 120, 210, 470);
        ink.fill(Ink.poly(1330, -20, 1640, -20, 1640, 920, 1250, 920), Hue.alpha(night, 0.45));
        beamsBehind(ink);
        bell(ink, 830, 110, 1.15, 0.55);
        bell(ink, 1240, 130, 0.95, 0.75);
        light(ink);
        frame(ink);
        bell(ink, 560, 232, 2.35, 0);
        bell(ink, 1075, 262, 1.95, 0.28);
        bell(ink, 1440, 300, 1.5, 0.5);
        bell(ink, 250, 300, 1.2, 0.12);
        front(ink);
        dust(ink);
    }

    private void stones(Ink ink) {
        for (int row = 0; row < 15; row++) {
            for (int k = -1; k < 18; k++) {
                double x = k * 104 + (row % 2) * 52;
                double y = row * 58 - 10;
                double lit = Math.exp(-Math.pow((x - 250) / 520, 2)) * 0.5;
                Color c = Hue.mix(Hue.of(0x2b2730), Hue.of(0xb07a52), lit * Noise.in(0.5, 1, row * 20 + k + 1, 3));
                ink.box(x + 2, y + 2, 100, 54, Hue.alpha(c, 0.75));
            }
        }
        ink.fill(
                new java.awt.geom.Rectangle2D.Double(0, 0, 1600, 900),
                Ink.fade(0, 0, 1600, 0, Hue.alpha(night, 0), Hue.alpha(night, 0.35), Hue.alpha(night, 0.8)));
    }

    private void window(Ink ink, double x, double y, double w, double h) {
        Path2D arch = new Path2D.Double();
        arch.moveTo(x, y + h);
        arch.lineTo(x, y + w * 0.6);
        arch.quadTo(x, y + w * 0.1, x + w / 2, y);
        arch.quadTo(x + w, y + w * 0.1, x + w, y + w * 0.6);
        arch.lineTo(x + w, y + h);
        arch.closePath();
        ink.glow(x + w / 2, y + h / 2, 520, sun, 0.75);
        ink.fill(arch, Ink.fade(0, y, 0, y + h, Hue.of(0xfff3cf), Hue.of(0xffdf9f), Hue.of(0xf9b869)));
        ink.inside(arch, p -> {
            for (int i = 0; i < 11; i++) {
                double yy = y + 18 + i * 44;
                p.fill(
                        Ink.poly(x - 5, yy, x + w + 5, yy, x + w + 5, yy + 21, x - 5, yy + 15),
                        Ink.fade(0, yy, 0, yy + 20, Hue.of(0x9a6a42), Hue.of(0x4a2e2a)));
                p.line(x, yy, x + w, yy, 2.4, Hue.of(0xffe9bd));
            }
        });
        ink.line(arch, 16, Hue.of(0x6d4836));
        ink.line(arch, 3, Hue.of(0xf0b878));
    }

    private void beamsBehind(Ink ink) {
        timber(ink, Ink.poly(-20, 60, 1640, 92, 1640, 128, -20, 100), 0.5);
        timber(ink, Ink.poly(690, -20, 722, -20, 742, 920, 702, 920), 0.6);
        timber(ink, Ink.poly(1346, -20, 1372, -20, 1372, 920, 1340, 920), 0.75);
    }

    private void timber(Ink ink, Path2D shape, double dim) {
        Color c = Hue.mix(wood, night, dim);
        ink.fill(shape, Ink.fade(0, 0, 1600, 0, Hue.light(c, 0.3), c, Hue.dark(c, 0.5)));
        ink.line(shape, 2, Hue.alpha(night, 0.7));
    }

    private void light(Ink ink) {
        ink.soft(7, p -> {
            for (int i = 0; i < 10; i++) {
                double y = 170 + i * 42;
                p.fill(
                        Ink.poly(250, y, 250, y + 20, 1560, y + 520, 1560, y + 430),
                        Ink.fade(250, y, 1400, y + 440, Hue.alpha(sun, 0.34), Hue.alpha(sun, 0.14), Hue.alpha(sun, 0)));
            }
        });
    }

    private void frame(Ink ink) {
        Path2D top = Ink.poly(-20, 188, 1640, 236, 1640, 300, -20, 246);
        ink.fill(top, Ink.fade(0, 0, 1600, 0, Hue.of(0xa86f48), Hue.of(0x7a4c38), wood, Hue.of(0x2c2024)));
        ink.grain(top, Hue.of(0x1c1518), 800, 210, 780, 320, 0.6);
        ink.line(-20, 190, 1640, 238, 4, Hue.alpha(Hue.of(0xffd9a0), 0.75));
        for (int i = 0; i < 34; i++) {
            double x = Noise.in(-20, 1600, i, 3);
            ink.placed(
                    x,
                    215 + x * 0.031 + Noise.in(-14, 22, i, 4),
                    1,
                    1.7,
                    p -> p.fill(Curve.lens(0, 0, 170, 2.6), Hue.alpha(Hue.of(0x2a1a1a), 0.5)));
        }
        for (double x : new double[] {385, 792, 1270}) {
            Path2D post = Ink.poly(x - 28, 180 + x * 0.03, x + 28, 180 + x * 0.03, x + 34, 920, x - 34, 920);
            Color c = Hue.mix(wood, night, x / 2400);
            ink.fill(post, Ink.fade(x - 30, 0, x + 30, 0, Hue.of(x < 500 ? 0xc98a58 : 0x9a6546), c, Hue.dark(c, 0.55)));
            ink.grain(post, Hue.of(0x171216), x - 10, 400, x + 44, 400, 0.6);
            for (int i = 0; i < 3; i++) {
                ink.dot(x, 212 + x * 0.03 + i * 24, 5, Hue.of(0x1c1518));
                ink.dot(x - 1.5, 210 + x * 0.03 + i * 24, 2, Hue.of(0xf0b878));
            }
        }
        timber(ink, Ink.poly(413, 420, 764, 860, 764, 900, 413, 470), 0.35);
        timber(ink, Ink.poly(820, 900, 1240, 470, 1240, 520, 850, 915), 0.5);
    }

    private void bell(Ink ink, double x, double y, double size, double dim) {
        Color shadow = Hue.of(0x17131a);
        ink.placed(x, y, size, 0, p -> {
            p.box(
                    -46,
                    -22,
                    92,
                    22,
                    Ink.fade(
                            -46,
                            0,
                            46,
                            0,
                            Hue.mix(Hue.of(0xb0774c), night, dim),
                            Hue.mix(Hue.of(0x4a2e2a), night, dim)));
            p.line(-30, -22, -30, 0, 4, shadow);
            p.line(30, -22, 30, 0, 4, shadow);
            Bells.bell(
                    p,
                    Hue.mix(Hue.of(0xffdf9a), night, dim),
                    Hue.mix(Hue.of(0xb5793f), night, dim),
                    Hue.mix(Hue.of(0x3a2624), night, dim * 0.8));
            if (dim < 0.4) {
                for (int i = 0; i < 9; i++) {
                    double bx = -29 + i * 7.2;
                    p.fill(
                            Ink.blob(bx - 2, 74 + Math.abs(i - 4) * -0.3, bx, 68, bx + 2, 74, bx, 80),
                            Hue.alpha(Hue.of(0x5a3a26), 0.7));
                }
                p.line(Ink.curve(-60, 112, 0, 126, 60, 112), 3, Hue.alpha(Hue.of(0xffe9b8), 0.5 - dim));
            }
        });
    }

    private void front(Ink ink) {
        Path2D floor = Ink.poly(-20, 838, 1640, 806, 1640, 920, -20, 920);
        ink.fill(floor, Ink.fade(0, 0, 1600, 0, Hue.of(0x7a4c36), Hue.of(0x4a3030), Hue.of(0x1c181f)));
        ink.line(-20, 838, 1640, 806, 5, Hue.alpha(Hue.of(0xffc98a), 0.5));
        for (int i = 0; i < 15; i++) {
            ink.line(i * 120 - 40, 838 - i * 2.2, i * 150 - 190, 920, 2, Hue.alpha(night, 0.6));
        }
        ink.fill(Ink.poly(300, 838, 900, 826, 1120, 920, 420, 920), Hue.alpha(sun, 0.13));
        double[][] ropes = {{560, 552}, {1075, 528}, {250, 460}};
        for (double[] r : ropes) {
            ink.line(Ink.curve(r[0] + 6, r[1], r[0] + 12, 680, r[0] + 4, 860), 5, Hue.of(0xd9b98a));
            double x = r[0] + 10;
            Path2D sally = Curve.ribbon(
                    new double[] {x, 664, x + 1, 690, x + 1, 740, x, 790, x - 2, 814}, new double[] {5, 18, 22, 18, 5});
            ink.fill(sally, Hue.of(0xe9d7b4));
            ink.inside(sally, p -> {
                for (int i = 0; i < 8; i++) {
                    p.fill(
                            Ink.poly(
                                    x - 20,
                                    672 + i * 20,
                                    x + 20,
                                    664 + i * 20,
                                    x + 20,
                                    674 + i * 20,
                                    x - 20,
                                    682 + i * 20),
                            Hue.of(0xa9433b));
                }
            });
            ink.grain(sally, Hue.of(0x2a1a1a), x - 4, 700, x + 16, 700, 0.6);
        }
    }

    private void dust(Ink ink) {
        for (int i = 0; i < 170; i++) {
            double u = Noise.at(i, 61);
            double x = 270 + 1000 * u;
            double y = 190 + 380 * u + Noise.in(-20, 380 - 60 * u, i, 62);
            ink.dot(
                    x,
                    y,
                    Noise.in(0.8, 2.8, i, 63),
                    Hue.alpha(Hue.of(0xffefc8), Noise.in(0.15, 0.75, i, 64) * (1 - u * 0.6)));
        }
        ink.glow(200, 330, 700, 520, sun, 0.16);
    }
}
