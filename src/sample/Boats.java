package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Everything that floats, drawn from the side around the origin: the water line is y = 0, the bow to the right. */
final class Boats {

    private Boats() {}

    /** The ferry Kittiwake, 430 units long; lit is 0 by day and 1 at night. */
    static void ferry(Ink ink, Color hull, Color white, Color accent, Color glass, Color lamp, double lit) {
        Color dark = Hue.dark(hull, 0.45);
        Path2D body = new Path2D.Double();
        body.moveTo(-205, -46);
        body.quadTo(-60, -36, 120, -44);
        body.quadTo(180, -50, 226, -72);
        body.quadTo(214, -30, 190, 6);
        body.lineTo(-190, 6);
        body.quadTo(-204, -10, -205, -46);
        body.closePath();

        block(ink, white, -186, -92, 300, 50);
        block(ink, Hue.light(white, 0.3), -150, -130, 232, 40);
        Path2D bridge = Ink.poly(22, -166, 88, -166, 98, -128, 18, -128);
        ink.fill(bridge, Ink.fade(0, -166, 0, -128, Hue.light(white, 0.4), white));
        ink.fill(Ink.poly(12, -172, 96, -172, 94, -165, 14, -165), accent);
        row(ink, 30, -158, 9, 17, 4, 13.5, glass, lamp, lit);

        ink.fill(body, Ink.fade(0, -70, 0, 6, Hue.light(hull, 0.1), hull, dark));
        ink.grain(body, Hue.dark(hull, 0.7), 120, -60, -220, 10, 0.55);
        Path2D stripe = new Path2D.Double();
        stripe.moveTo(-205, -46);
        stripe.quadTo(-60, -36, 120, -44);
        stripe.quadTo(180, -50, 226, -72);
        ink.line(stripe, 5, white);
        ink.fill(Ink.poly(-196, -6, 198, -6, 190, 6, -190, 6), Hue.mix(accent, dark, 0.35));

        row(ink, -172, -80, 15, 20, 13, 21, glass, lamp, lit);
        row(ink, -138, -121, 14, 17, 7, 20, glass, lamp, lit);
        for (int i = 0; i < 12; i++) {
            ink.dot(-170 + i * 25, -24, 3.4, lit > 0 && i % 3 != 1 ? lamp : dark);
        }
        ink.fill(
                Ink.poly(-92, -196, -44, -196, -36, -130, -92, -130),
                Ink.fade(-92, 0, -36, 0, Hue.light(accent, 0.12), Hue.dark(accent, 0.25)));
        ink.fill(Ink.poly(-92, -182, -42, -182, -41, -172, -92, -172), white);
        ink.fill(Ink.poly(-95, -201, -42, -201, -43, -194, -93, -194), dark);
        rail(ink, -150, 20, -130, 10, dark);
        rail(ink, -186, -150, -92, 10, dark);
        rail(ink, 84, 114, -92, 10, dark);
        rail(ink, 112, 196, -50, 12, dark);
        for (int i = 0; i < 2; i++) {
            ink.fill(Ink.blob(-22 + i * 30, -140, -10 + i * 30, -131, 2 + i * 30, -140, -10 + i * 30, -144), accent);
        }
        ink.line(56, -172, 50, -222, 2.4, dark);
        ink.line(38, -204, 64, -206, 1.8, dark);
        ink.line(50, -222, 206, -62, 0.8, dark);
        ink.line(50, -220, -66, -198, 0.8, dark);
        ink.line(-198, -46, -204, -86, 1.8, dark);
        ink.fill(Ink.poly(-204, -86, -226, -83, -224, -70, -203, -73), accent);
    }

    private static void block(Ink ink, Color c, double x, double y, double w, double h) {
        Path2D box = Ink.poly(x, y, x + w - 12, y, x + w, y + h, x, y + h);
        ink.fill(box, Ink.fade(0, y, 0, y + h, Hue.light(c, 0.25), c, Hue.dark(c, 0.12)));
        ink.grain(box, Hue.dark(c, 0.5), x + w, y, x - 30, y + h, 0.4);
        ink.box(x - 4, y - 3, w - 4, 4, Hue.dark(c, 0.25));
    }

    private static void row(
            Ink ink, double x, double y, double w, double h, int n, double step, Color glass, Color lamp, double lit) {
        for (int i = 0; i < n; i++) {
            Color c = Noise.at(i, (int) (x + y)) < 0.85 ? Hue.mix(glass, lamp, lit) : glass;
            ink.fill(new java.awt.geom.RoundRectangle2D.Double(x + i * step, y, w, h, 5, 5), c);
        }
    }

    private static void rail(Ink ink, double x0, double x1, double y, double h, Color c) {
        Color thin = Hue.alpha(c, 0.75);
        ink.line(x0, y - h, x1, y - h, 1.2, thin);
        ink.line(x0, y - h / 2, x1, y - h / 2, 0.8, thin);
        for (double x = x0; x <= x1; x += 9) {
            ink.line(x, y, x, y - h, 0.9, thin);
        }
    }

    /** A fishing boat with a wheelhouse, about 190 long. */
    static void trawler(Ink ink, Color hull, Color white, Color accent, Color glass, Color rope) {
        ink.line(-64, -40, -64, -118, 3, rope);
        ink.line(34, -30, 34, -150, 3.4, rope);
        ink.line(34, -140, 98, -48, 1, rope);
        ink.line(34, -146, -64, -114, 1, rope);
        ink.line(-64, -114, -92, -34, 1, rope);
        ink.line(34, -70, -28, -104, 2.4, rope);
        ink.fill(
                Ink.poly(-48, -78, 8, -78, 12, -26, -52, -26),
                Ink.fade(0, -78, 0, -26, Hue.light(white, 0.3), Hue.dark(white, 0.15)));
        ink.fill(Ink.poly(-56, -84, 14, -84, 12, -76, -54, -76), accent);
        for (int i = 0; i < 3; i++) {
            ink.box(-40 + i * 16, -69, 11, 16, glass);
        }
        Path2D body = new Path2D.Double();
        body.moveTo(-98, -34);
        body.quadTo(-20, -14, 40, -28);
        body.quadTo(80, -36, 106, -54);
        body.quadTo(96, -18, 80, 6);
        body.lineTo(-84, 6);
        body.quadTo(-98, -8, -98, -34);
        body.closePath();
        ink.fill(body, Ink.fade(0, -50, 0, 6, Hue.light(hull, 0.12), hull, Hue.dark(hull, 0.45)));
        ink.grain(body, Hue.dark(hull, 0.7), 60, -40, -110, 10, 0.6);
        Path2D edge = new Path2D.Double();
        edge.moveTo(-98, -34);
        edge.quadTo(-20, -14, 40, -28);
        edge.quadTo(80, -36, 106, -54);
        ink.line(edge, 3.4, white);
        ink.fill(Ink.poly(-90, -3, 88, -3, 80, 6, -84, 6), accent);
    }

    /** A small sailing boat, about 80 long and 140 high. */
    static void sail(Ink ink, Color hull, Color sail, Color mast) {
        ink.line(2, 0, 2, -138, 2.2, mast);
        Path2D main = new Path2D.Double();
        main.moveTo(-1, -132);
        main.quadTo(-34, -70, -42, -18);
        main.lineTo(-1, -16);
        main.closePath();
        ink.fill(main, Ink.fade(-42, 0, 2, 0, Hue.dark(sail, 0.12), sail));
        Path2D jib = new Path2D.Double();
        jib.moveTo(5, -118);
        jib.quadTo(26, -60, 44, -14);
        jib.quadTo(22, -20, 6, -16);
        jib.closePath();
        ink.fill(jib, Ink.fade(4, 0, 44, 0, Hue.light(sail, 0.2), Hue.dark(sail, 0.08)));
        dinghy(ink, hull, mast);
    }

    /** An open boat, about 90 long. */
    static void dinghy(Ink ink, Color hull, Color edge) {
        Path2D body = new Path2D.Double();
        body.moveTo(-44, -15);
        body.quadTo(0, -7, 50, -20);
        body.quadTo(42, -2, 30, 5);
        body.lineTo(-34, 5);
        body.quadTo(-42, -4, -44, -15);
        body.closePath();
        ink.fill(body, Ink.fade(0, -18, 0, 5, Hue.light(hull, 0.1), Hue.dark(hull, 0.35)));
        Path2D top = new Path2D.Double();
        top.moveTo(-44, -15);
        top.quadTo(0, -7, 50, -20);
        ink.line(top, 2, edge);
    }

    /** A channel buoy with a lamp on its cage. */
    static void buoy(Ink ink, Color body, Color lamp, double lit) {
        ink.fill(
                Ink.poly(-20, 4, -14, -18, 14, -18, 20, 4),
                Ink.fade(-20, 0, 20, 0, Hue.light(body, 0.15), Hue.dark(body, 0.4)));
        ink.line(-11, -18, -4, -62, 2.4, Hue.dark(body, 0.3));
        ink.line(11, -18, 4, -62, 2.4, Hue.dark(body, 0.3));
        ink.line(-8, -38, 8, -38, 2, Hue.dark(body, 0.3));
        ink.box(-6, -68, 12, 7, Hue.dark(body, 0.3));
        ink.dot(0, -73, 5, Hue.mix(Hue.dark(body, 0.2), lamp, lit));
        ink.glow(0, -73, 46, lamp, 0.8 * lit);
    }
}
