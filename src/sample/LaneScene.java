package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Lampwick Lane at night: one lamp, and above the roofs the stars. */
final class LaneScene implements Scene {

    private static final double VX = 860;
    private static final double VY = 560;
    private final Color night = Hue.of(0x0c1430);
    private final Color amber = Hue.of(0xffc469);
    private final Color[] walls = {Hue.of(0x2c3a66), Hue.of(0x34406c), Hue.of(0x263460), Hue.of(0x3a3f6b)};

    @Override
    public void draw(Ink ink, double t) {
        ink.wash(-10, 640, Hue.of(0x070c22), Hue.of(0x101c44), Hue.of(0x223a6b), Hue.of(0x45638a));
        for (int i = 0; i < 900; i++) {
            double r = 0.5 + 2.1 * Math.pow(Noise.at(i, 3), 7);
            ink.dot(
                    Noise.in(200, 1500, i, 4),
                    560 * Math.pow(Noise.at(i, 5), 1.1),
                    r,
                    Hue.alpha(i % 3 == 0 ? Hue.of(0xffe9cc) : Hue.of(0xdfe9ff), Noise.in(0.3, 1, i, 6)));
        }
        for (int i = 0; i < 60; i++) {
            double u = Noise.at(i, 13);
            ink.glow(
                    560 + 640 * u + Noise.in(-60, 60, i, 14),
                    520 - 560 * u + Noise.in(-60, 60, i, 15),
                    Noise.in(50, 120, i, 16),
                    Hue.of(0x7d86c4),
                    0.07);
        }
        double[][] plough = {{700, 120}, {760, 96}, {806, 126}, {858, 140}, {930, 132}, {944, 190}, {872, 200}};
        for (double[] s : plough) {
            ink.glow(s[0], s[1], 18, Color.WHITE, 0.6);
            ink.dot(s[0], s[1], 2.6, Color.WHITE);
        }
        end(ink);
        side(ink, -1);
        side(ink, 1);
        street(ink);
        lamp(ink, 1108, 772);
        walker(ink);
    }

    private void end(Ink ink) {
        ink.wash(
                Ink.poly(700, VY - 6, 1020, VY - 6, 1020, VY + 30, 700, VY + 30),
                VY - 6,
                VY + 30,
                Hue.of(0x5f7a98),
                Hue.of(0x2b4470));
        Sea.glints(ink, VY - 4, VY + 30, 40, Hue.alpha(Hue.of(0xdfe9ff), 0.8), 40, Sea.EVEN, 1, 8);
        ink.placed(
                905,
                VY,
                0.3,
                0,
                p -> Town.lighthouse(p, 0, 0, 190, Hue.of(0x7d86a8), Hue.of(0x5a4468), night, Hue.of(0xfff0b8)));
        ink.glow(905, VY - 61, 46, Hue.of(0xfff0b8), 0.8);
    }

    /** One side of the lane: tall fronts running to the vanishing point, each drawn from its near and far edge. */
    private void side(Ink ink, int s) {
        double[] cut = {1, 0.62, 0.4, 0.265, 0.18, 0.12, 0.082};
        for (int i = cut.length - 2; i >= 0; i--) {
            double near = cut[i];
            double far = cut[i + 1];
            double tall = (s < 0 ? 640 : 590) + Noise.in(-70, 80, i, 20 + s);
            double xn = VX + s * 900 * near;
            double xf = VX + s * 900 * far;
            double[] n = {VY - tall * near, VY + 330 * near};
            double[] f = {VY - tall * far, VY + 330 * far};
            Color wall = Hue.mix(walls[(i + (s > 0 ? 2 : 0)) % 4], Hue.of(0x45638a), 0.5 * (1 - near) * 0.6);
            double mid = (xn + xf) / 2;
            double peak = VY - (tall + 150) * (near + far) / 2;
            Path2D front = Ink.poly(xn, n[1], xn, n[0], mid, peak, xf, f[0], xf, f[1]);
            ink.fill(front, Ink.fade(xn, 0, xf, 0, Hue.dark(wall, 0.35), wall));
            double warm = s > 0
                    ? Math.exp(-Math.pow((mid - 1180) / 130, 2))
                    : Math.exp(-Math.pow((mid - 620) / 150, 2)) * 0.6;
            ink.inside(front, p -> p.glow(s > 0 ? 1130 : 640, VY + 10, 330, 400, amber, 0.55 * warm + 0.1));
            ink.grain(front, night, mid, f[1] - 40, xn, n[0], 0.55);
            ink.line(Ink.open(xn, n[0], mid, peak, xf, f[0]), 9 * near + 2, Hue.of(0x141d42));
            windows(ink, i, s, near, far, tall);
        }
    }

    private void windows(Ink ink, int house, int s, double near, double far, double tall) {
        for (int c = 0; c < 2; c++) {
            for (int r = 0; r < 4; r++) {
                double a = near + (far - near) * (0.18 + c * 0.42);
                double b = near + (far - near) * (0.18 + c * 0.42 + 0.24);
                double lo = -0.3 + r * 0.27;
                double hi = lo + 0.16;
                boolean door = r == 0 && c == 1;
                double floor = door ? -330.0 / tall : lo;
                boolean lit = (house == 1 && s < 0 && r == 2 && c == 0)
                        || (house == 2 && s > 0 && r == 1 && c == 0)
                        || (house == 3 && s < 0 && r == 1 && c == 1);
                Path2D pane = Ink.poly(
                        VX + s * 900 * a,
                        VY - tall * floor * a,
                        VX + s * 900 * a,
                        VY - tall * hi * a,
                        VX + s * 900 * b,
                        VY - tall * hi * b,
                        VX + s * 900 * b,
                        VY - tall * floor * b);
                ink.line(pane, 7 * near, Hue.of(0x4d5a86));
                ink.fill(pane, lit ? Hue.of(0xffcf7d) : Hue.of(door ? 0x1d1f45 : 0x141e46));
                if (lit) {
                    ink.glow(VX + s * 900 * (a + b) / 2, VY - tall * (lo + hi) / 2 * a, 130 * near, amber, 0.5);
                }
                if (!door) {
                    double m = (a + b) / 2;
                    ink.line(
                            VX + s * 900 * m,
                            VY - tall * floor * m,
                            VX + s * 900 * m,
                            VY - tall * hi * m,
                            3 * near,
                            Hue.of(0x4d5a86));
                }
            }
        }
    }

    private void street(Ink ink) {
        Path2D road = Ink.poly(
                VX - 74, VY + 27, VX + 74, VY + 27, VX + 900, VY + 330, 1640, 920, -20, 920, VX - 900, VY + 330);
        ink.fill(road, Ink.fade(0, VY, 0, 900, Hue.of(0x4a6288), Hue.of(0x2b3866), Hue.of(0x141c44)));
        ink.glow(1040, 792, 460, 110, amber, 0.75);
        for (int row = 0; row < 30; row++) {
            double u = Math.pow(row / 29.0, 1.9);
            double y = VY + 32 + 310 * u;
            double half = 78 + 880 * u;
            int n = 15;
            for (int i = 0; i < n; i++) {
                double x = VX - half + 2 * half * (i + 0.5 * (row % 2)) / n;
                double lit = Math.exp(-Math.pow((x - 1040) / 330, 2) - Math.pow((y - 790) / 90, 2));
                Color c = Hue.mix(Hue.of(0x5f75a6), Hue.of(0xffd48c), lit);
                ink.oval(
                        x,
                        y,
                        half / n * 0.78,
                        1.2 + 9 * u,
                        Hue.alpha(c, 0.12 + 0.42 * lit + 0.06 * Noise.at(row * 20 + i, 4)));
            }
        }
    }

    private void lamp(Ink ink, double x, double y) {
        ink.glow(x - 62, y - 332, 420, amber, 0.6);
        Color iron = Hue.of(0x080d22);
        ink.line(x, y, x, y - 372, 10, iron);
        ink.fill(Ink.poly(x - 22, y + 4, x - 12, y - 40, x + 12, y - 40, x + 22, y + 4), iron);
        ink.line(Ink.curve(x, y - 366, x - 20, y - 398, x - 62, y - 392), 7, iron);
        ink.line(Ink.curve(x, y - 330, x - 26, y - 352, x - 36, y - 388), 4, iron);
        Path2D pane = Ink.poly(x - 80, y - 312, x - 90, y - 366, x - 34, y - 366, x - 44, y - 312);
        ink.fill(pane, Hue.of(0xfff3cc));
        ink.line(pane, 4, iron);
        ink.line(x - 62, y - 366, x - 62, y - 312, 2, iron);
        ink.fill(Ink.poly(x - 98, y - 364, x - 62, y - 396, x - 26, y - 364), iron);
        ink.glow(x - 62, y - 338, 130, Hue.of(0xfff3cc), 0.95);
    }

    private void walker(Ink ink) {
        ink.placed(826, 756, 1, 0, p -> p.fill(Ink.poly(-12, 0, 12, 0, -70, 62, -130, 60), Hue.alpha(night, 0.55)));
        ink.placed(826, 758, 1.5, 0, p -> Folk.person(p, Hue.of(0x1c2450), Hue.of(0x8a5f58), Hue.of(0xb8503f), 5));
        ink.placed(876, 764, 1, 0, p -> {
            p.fill(
                    Ink.blob(-26, -14, -20, -26, 10, -27, 22, -36, 34, -34, 36, -26, 24, -20, 20, -12, -10, -10),
                    Hue.of(0x1a1d3a));
            for (double lx : new double[] {-20, -10, 12, 20}) {
                p.line(lx, -14, lx - 2, 2, 5, Hue.of(0x1a1d3a));
            }
            p.line(Ink.curve(-26, -20, -38, -28, -40, -40), 4, Hue.of(0x1a1d3a));
            p.line(Ink.curve(20, -28, -10, -46, -34, -60), 1.5, Hue.of(0x8a5f58));
        });
    }
}
