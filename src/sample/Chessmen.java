package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Turned chessmen standing on the origin, lit from the left. */
final class Chessmen {

    private Chessmen() {}

    static void piece(Ink ink, char kind, Color c) {
        double tall = switch (kind) {
            case 'k' -> 1.3;
            case 'q' -> 1.2;
            case 'b' -> 1.06;
            case 'n' -> 1.0;
            case 'r' -> 0.9;
            default -> 0.78;
        };
        double h = 130 * tall;
        base(ink, c, h, kind == 'p' ? 25 : 30);
        switch (kind) {
            case 'k' -> {
                cup(ink, c, -h * 0.66, 15, 25, h * 0.22);
                ink.fill(Ink.blob(-23, -h * 0.87, 0, -h * 0.95, 23, -h * 0.87, 0, -h * 0.85), Hue.light(c, 0.12));
                ink.line(0, -h * 0.9, 0, -h * 1.09, 6, c);
                ink.line(-10, -h * 1.01, 10, -h * 1.01, 6, c);
            }
            case 'q' -> {
                cup(ink, c, -h * 0.66, 14, 26, h * 0.24);
                for (int i = -2; i <= 2; i++) {
                    ink.dot(i * 11.5, -h * 0.93 + Math.abs(i) * 1.6, 5, Hue.light(c, 0.16 - i * 0.05));
                }
                ink.dot(0, -h * 1.0, 6.5, Hue.light(c, 0.15));
            }
            case 'b' -> {
                Path2D mitre = Ink.blob(
                        -16, -h * 0.72, -18, -h * 0.82, -7, -h * 0.96, 0, -h * 1.02, 7, -h * 0.96, 18, -h * 0.82, 16,
                        -h * 0.72, 0, -h * 0.68);
                shine(ink, mitre, c, 18);
                ink.line(3, -h * 0.95, 11, -h * 0.82, 3, Hue.dark(c, 0.6));
                ink.dot(0, -h * 1.04, 5, c);
            }
            case 'n' -> knight(ink, c, h);
            case 'r' -> {
                shine(
                        ink,
                        Ink.poly(
                                -18, -h * 0.66, -23, -h * 0.95, -12, -h * 0.95, -12, -h * 0.88, -5, -h * 0.88, -5,
                                -h * 0.95, 5, -h * 0.95, 5, -h * 0.88, 12, -h * 0.88, 12, -h * 0.95, 23, -h * 0.95, 18,
                                -h * 0.66),
                        c,
                        23);
            }
            default -> shine(ink, new java.awt.geom.Ellipse2D.Double(-17, -h * 0.98, 34, 36), c, 17);
        }
    }

    private static void shine(Ink ink, java.awt.Shape shape, Color c, double half) {
        ink.fill(shape, Ink.fade(-half, 0, half, 0, Hue.light(c, 0.12), Hue.light(c, 0.5), c, Hue.dark(c, 0.45)));
        ink.grain(shape, Hue.dark(c, 0.7), -half * 0.2, 0, half * 1.3, 0, 0.5);
    }

    private static void base(Ink ink, Color c, double h, double w) {
        Path2D foot = new Path2D.Double();
        foot.moveTo(-w, -4);
        foot.quadTo(0, 9, w, -4);
        foot.lineTo(w * 0.94, -16);
        foot.curveTo(w * 0.5, -26, w * 0.34, -h * 0.4, w * 0.36, -h * 0.62);
        foot.lineTo(-w * 0.36, -h * 0.62);
        foot.curveTo(-w * 0.34, -h * 0.4, -w * 0.5, -26, -w * 0.94, -16);
        foot.closePath();
        shine(ink, foot, c, w);
        ink.line(Ink.curve(-w * 0.94, -16, 0, -9, w * 0.94, -16), 2, Hue.alpha(Hue.dark(c, 0.6), 0.6));
        Path2D collar = Ink.blob(-w * 0.62, -h * 0.64, 0, -h * 0.675, w * 0.62, -h * 0.64, 0, -h * 0.605);
        shine(ink, collar, c, w * 0.62);
    }

    private static void cup(Ink ink, Color c, double y, double low, double high, double tall) {
        Path2D cup = new Path2D.Double();
        cup.moveTo(-low, y);
        cup.quadTo(-low, y - tall * 0.6, -high, y - tall);
        cup.quadTo(0, y - tall * 0.9, high, y - tall);
        cup.quadTo(low, y - tall * 0.6, low, y);
        cup.closePath();
        shine(ink, cup, c, high);
    }

    private static void knight(Ink ink, Color c, double h) {
        Path2D head = Ink.blob(
                -20, -h * 0.6, -17, -h * 0.78, -24, -h * 0.86, -33, -h * 0.76, -39, -h * 0.83, -30, -h * 0.97, -12,
                -h * 1.1, -9, -h * 1.17, -3, -h * 1.09, 14, -h * 1.0, 23, -h * 0.82, 20, -h * 0.6);
        shine(ink, head, c, 32);
        ink.dot(-14, -h * 0.99, 2.6, Hue.dark(c, 0.75));
        ink.line(Ink.curve(2, -h * 1.06, 13, -h * 0.94, 15, -h * 0.72), 2.4, Hue.alpha(Hue.dark(c, 0.6), 0.7));
        ink.line(-37, -h * 0.82, -29, -h * 0.85, 1.8, Hue.dark(c, 0.65));
    }
}
