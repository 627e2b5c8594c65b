package sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A chart of the sound without words: the town, the island, the shoals and the ferry's course between them. */
final class ChartScene implements Scene {

    private final Color sea = Hue.of(0x9ccbc6);
    private final Color inkline = Hue.of(0x1f4a5c);
    private final Color red = Hue.of(0xc9503f);

    /** Height of land (above 0.5) or depth of water at a place. */
    private static double height(double x, double y) {
        double n = Noise.cloud(x / 210, y / 210, 5, 77) - 0.5;
        double town = Noise.step(900, 1560, x + 0.5 * y) * 0.62
                + 0.24 * Math.exp(-Math.pow((x - 1500) / 330, 2) - Math.pow((y - 120) / 260, 2));
        double isle = 0.72 * Math.exp(-Math.pow((x - 300 + 0.2 * (y - 470)) / 190, 2) - Math.pow((y - 500) / 240, 2));
        double widow = 0.5 * Math.exp(-Math.pow((x - 830) / 36, 2) - Math.pow((y - 250) / 30, 2));
        double shoal = 0.2 * Math.exp(-Math.pow((x - 690) / 130, 2) - Math.pow((y - 760) / 70, 2));
        double bay = -0.4 * Math.exp(-Math.pow((x - 1120) / 170, 2) - Math.pow((y - 560) / 110, 2));
        return town + isle + widow + shoal + bay + n * 0.52;
    }

    @Override
    public void draw(Ink ink, double t) {
        ink.box(-10, -10, 1620, 920, Hue.of(0xf3e6c8));
        terrain(ink);
        grid(ink);
        course(ink);
        marks(ink);
        rose(ink, 742, 676, 112);
        border(ink);
    }

    private void terrain(Ink ink) {
        double s = ink.scale;
        int w = ink.image.getWidth();
        int h = ink.image.getHeight();
        int[] px = Press.pixels(ink.image);
        Color[] water = {Hue.of(0x5fa3ad), Hue.of(0x79b6b9), Hue.of(0x96c8c3), Hue.of(0xb5d9cd), Hue.of(0xd3e8d6)};
        Color[] land = {Hue.of(0xefdcae), Hue.of(0xe3cd94), Hue.of(0xcdbf82), Hue.of(0xb3b078), Hue.of(0x96a06e)};
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double v = height(x / s, y / s);
                double up = height(x / s - 3, y / s - 3);
                Color c;
                if (v < 0.42) {
                    double level = (v + 0.22) / 0.64 * 5;
                    int i = (int) Math.max(0, Math.min(4, Math.floor(level)));
                    c = water[i];
                    double edge = Math.abs(level - Math.round(level));
                    if (edge < 0.022 && level > 0.5 && level < 4.6) {
                        c = Hue.mix(c, inkline, 0.35);
                    }
                } else {
                    int i = (int) Math.max(0, Math.min(4, Math.floor((v - 0.42) / 0.12)));
                    c = land[i];
                    c = up < v
                            ? Hue.light(c, Math.min(0.35, (v - up) * 14))
                            : Hue.mix(c, Hue.of(0x5b6b58), Math.min(0.35, (up - v) * 14));
                    if (v < 0.432) {
                        c = inkline;
                    }
                }
                px[y * w + x] = 0xff000000 | c.getRGB() & 0xffffff;
            }
        }
    }

    private void grid(Ink ink) {
        for (int i = 1; i < 8; i++) {
            ink.line(i * 200, 0, i * 200, 900, 1, Hue.alpha(inkline, 0.2));
        }
        for (int i = 1; i < 5; i++) {
            ink.line(0, i * 190 - 30, 1600, i * 190 - 30, 1, Hue.alpha(inkline, 0.2));
        }
        for (int i = 0; i < 16; i++) {
            double a = Math.PI * i / 8;
            ink.line(
                    742 + Math.cos(a) * 130,
                    676 + Math.sin(a) * 130,
                    742 + Math.cos(a) * 1300,
                    676 + Math.sin(a) * 1300,
                    0.8,
                    Hue.alpha(inkline, 0.15));
        }
    }

    private void course(Ink ink) {
        Path2D way = Ink.curve(1262, 572, 1120, 550, 950, 440, 740, 378, 560, 410, 436, 492);
        ink.g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {20, 17}, 0));
        ink.g.setPaint(red);
        ink.g.draw(way);
        ink.placed(760, 372, 0.34, 0, p -> {
            p.oval(0, 4, 250, 26, Hue.alpha(Hue.of(0xf3f6e6), 0.7));
            p.placed(
                    0,
                    0,
                    -1,
                    0,
                    q -> Boats.ferry(
                            q, Hue.of(0x21405c), Hue.of(0xfdf3dc), red, Hue.of(0x31506b), Hue.of(0xffdf94), 0));
        });
    }

    private void marks(Ink ink) {
        for (double[] p : new double[][] {{1274, 574}, {426, 498}}) {
            ink.dot(p[0], p[1], 17, Hue.of(0xfdf3dc));
            ink.dot(p[0], p[1], 12, red);
            ink.dot(p[0], p[1], 5, Hue.of(0xfdf3dc));
        }
        for (int i = 0; i < 60; i++) {
            double x = 1150 + Noise.in(-20, 190, i, 3);
            double y = 560 + Noise.in(-110, 120, i, 4);
            if (height(x - 8, y) > 0.45 && height(x + 8, y) > 0.45) {
                ink.box(x - 7, y - 6, 14, 11, Hue.of(0xfdf3dc));
                ink.fill(Ink.poly(x - 9, y - 6, x, y - 14, x + 9, y - 6), i % 3 == 0 ? inkline : red);
            }
        }
        for (int i = 0; i < 16; i++) {
            double x = 440 + Noise.in(-60, 50, i, 13);
            double y = 480 + Noise.in(-50, 90, i, 14);
            if (height(x, y) > 0.46) {
                ink.box(x - 6, y - 5, 12, 9, Hue.of(0xfdf3dc));
                ink.fill(Ink.poly(x - 8, y - 5, x, y - 12, x + 8, y - 5), inkline);
            }
        }
        for (int i = 0; i < 760; i++) {
            double x = Noise.in(0, 1600, i, 23);
            double y = Noise.in(0, 900, i, 24);
            double v = height(x, y);
            if (v > (x < 600 ? 0.54 : 0.62)) {
                ink.fill(Ink.poly(x - 7, y + 4, x, y - 15, x + 7, y + 4), Hue.alpha(Hue.of(0x4d7058), 0.85));
                ink.fill(Ink.poly(x, y - 15, x + 7, y + 4, x, y + 4), Hue.alpha(Hue.of(0x2f5248), 0.85));
            } else if (v < 0.28 && i % 3 == 0) {
                ink.line(
                        Ink.curve(x - 12, y, x - 6, y - 4, x, y, x + 6, y - 4, x + 12, y),
                        1.6,
                        Hue.alpha(inkline, 0.35));
            }
        }
        ink.placed(
                1180,
                318,
                0.42,
                0,
                p -> Town.lighthouse(p, 0, 0, 190, Hue.of(0xfdf3dc), red, inkline, Hue.of(0xffe08a)));
        ink.placed(1010, 600, 0.5, 0, p -> Boats.buoy(p, Hue.of(0x3f7d5c), Color.WHITE, 0));
        ink.placed(960, 690, 0.5, 0, p -> Boats.buoy(p, red, Color.WHITE, 0));
        ink.placed(250, 160, 0.62, 0, p -> Boats.sail(p, inkline, Hue.of(0xfdf3dc), inkline));
        ink.placed(330, 800, 0.5, 0, p -> Boats.sail(p, inkline, Hue.of(0xfdf3dc), inkline));
    }

    private void rose(Ink ink, double x, double y, double r) {
        ink.line(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), 2.4, inkline);
        ink.line(new Ellipse2D.Double(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8), 1.2, inkline);
        for (int i = 0; i < 72; i++) {
            double a = Math.PI * i / 36;
            ink.line(
                    x + Math.cos(a) * r * 0.9,
                    y + Math.sin(a) * r * 0.9,
                    x + Math.cos(a) * r,
                    y + Math.sin(a) * r,
                    i % 9 == 0 ? 3 : 1,
                    inkline);
        }
        for (int ring = 1; ring >= 0; ring--) {
            double len = ring == 0 ? 1.22 : 0.74;
            for (int i = 0; i < 4; i++) {
                double a = Math.PI / 2 * i + ring * Math.PI / 4 - Math.PI / 2;
                for (int side = -1; side <= 1; side += 2) {
                    double b = a + side * Math.PI / 4;
                    ink.fill(
                            Ink.poly(
                                    x,
                                    y,
                                    x + Math.cos(a) * r * len,
                                    y + Math.sin(a) * r * len,
                                    x + Math.cos(b) * r * 0.2,
                                    y + Math.sin(b) * r * 0.2),
                            side < 0 ? (ring == 0 && i == 0 ? red : inkline) : Hue.of(0xfdf3dc));
                }
            }
        }
        ink.dot(x, y, r * 0.08, red);
    }

    private void border(Ink ink) {
        Color paper = Hue.of(0xf7ecd2);
        ink.g.setStroke(new BasicStroke(44));
        ink.g.setPaint(paper);
        ink.g.draw(new java.awt.geom.Rectangle2D.Double(0, 0, 1600, 900));
        for (int i = 0; i < 16; i++) {
            if (i % 2 == 0) {
                ink.box(24 + i * 97, 24, 97, 10, inkline);
                ink.box(24 + i * 97, 866, 97, 10, inkline);
            }
        }
        for (int i = 0; i < 9; i++) {
            if (i % 2 == 0) {
                ink.box(24, 24 + i * 94.6, 10, 94.6, inkline);
                ink.box(1566, 24 + i * 94.6, 10, 94.6, inkline);
            }
        }
        ink.line(new java.awt.geom.Rectangle2D.Double(24, 24, 1552, 852), 1.6, inkline);
        ink.line(new java.awt.geom.Rectangle2D.Double(34, 34, 1532, 832), 1.6, inkline);
    }
}
