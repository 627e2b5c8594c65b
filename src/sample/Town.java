package sample;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Houses with gables, one by one or in a row, and the lighthouse of the town. */
final class Town {

    /** The colours of a street. */
    record Paints(Color[] walls, Color[] roofs, Color glass, Color lit, Color trim, Color snow) {

        Paints(Color[] walls, Color[] roofs, Color glass, Color lit, Color trim) {
            this(walls, roofs, glass, lit, trim, null);
        }
    }

    private Town() {}

    /** Houses side by side from x0 to x1, standing on a base line; lit is the share of bright windows. */
    static void row(Ink ink, double x0, double x1, double base, double size, Paints paints, double lit, int seed) {
        double x = x0;
        for (int i = 0; x < x1; i++) {
            double w = size * Noise.in(78, 124, i, seed);
            double h = size * Noise.in(125, 205, i, seed + 1);
            int kind = (int) (Noise.at(i, seed + 2) * 4);
            house(ink, x, base, w, h, kind, paints, lit, seed * 31 + i);
            x += w - 1;
        }
    }

    static void house(Ink ink, double x, double base, double w, double h, int kind, Paints p, double lit, int seed) {
        Color wall = p.walls[(int) (Noise.at(1, seed) * p.walls.length)];
        Color roof = p.roofs[(int) (Noise.at(2, seed) * p.roofs.length)];
        double eave = base - h;
        double peak = eave - w * (kind == 1 ? 0.42 : 0.62);
        chimney(ink, x + w * (Noise.at(3, seed) < 0.5 ? 0.2 : 0.74), kind == 1 ? peak + 4 : eave - w * 0.26, w, wall);
        Shape front = front(x, base, eave, peak, w, kind);
        ink.fill(front, Ink.fade(x, eave, x, base, Hue.light(wall, 0.06), Hue.dark(wall, 0.14)));
        ink.grain(front, Hue.dark(wall, 0.55), x + w * 0.25, eave, x + w * 1.1, base, 0.5);
        if (kind == 1) {
            Path2D slope = Ink.poly(x - w * 0.03, eave, x + w * 0.13, peak, x + w * 0.87, peak, x + w * 1.03, eave);
            ink.fill(slope, Ink.fade(x, peak, x, eave, Hue.light(roof, 0.12), roof));
            ink.grain(slope, Hue.dark(roof, 0.5), x, peak, x + w, eave + 10, 0.5);
            if (p.snow != null) {
                ink.fill(
                        Ink.poly(
                                x + w * 0.04,
                                eave - w * 0.16,
                                x + w * 0.12,
                                peak - 2,
                                x + w * 0.88,
                                peak - 2,
                                x + w * 0.96,
                                eave - w * 0.16,
                                x + w * 0.7,
                                eave - w * 0.2,
                                x + w * 0.5,
                                eave - w * 0.13,
                                x + w * 0.3,
                                eave - w * 0.21),
                        p.snow);
            }
            for (int i = 0; i < 2; i++) {
                dormer(ink, x + w * (0.3 + 0.4 * i), eave - w * 0.06, w * 0.2, wall, roof, p, lit, seed + 40 + i);
            }
        } else {
            ink.line(ridge(x, eave, peak, w, kind), w * 0.045, roof);
            if (p.snow != null) {
                ink.placed(0, -w * 0.03, 1, 0, q -> q.line(ridge(x, eave, peak, w, kind), w * 0.03, p.snow));
            }
        }
        windows(ink, x, base, eave, w, h, p, lit, seed);
        if (kind != 1) {
            pane(ink, x + w / 2, eave - w * 0.1, w * 0.13, w * 0.17, p, Noise.at(77, seed) < lit, p.trim);
        }
    }

    private static Shape front(double x, double base, double eave, double peak, double w, int kind) {
        if (kind == 1) {
            return new Rectangle2D.Double(x, eave - 1, w, base - eave + 1);
        }
        Path2D path = new Path2D.Double(ridge(x, eave, peak, w, kind));
        path.lineTo(x + w, base);
        path.lineTo(x, base);
        path.closePath();
        return path;
    }

    /** The line of the gable from the left eave to the right one. */
    private static Path2D ridge(double x, double eave, double peak, double w, int kind) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, eave);
        if (kind == 2) {
            int steps = 4;
            for (int i = 0; i < steps; i++) {
                double y = eave + (peak - eave) * (i + 0.6) / steps;
                path.lineTo(x + w * 0.11 * i, y);
                path.lineTo(x + w * 0.11 * (i + 1), y);
            }
            path.lineTo(x + w * 0.44, peak);
            path.lineTo(x + w * 0.56, peak);
            for (int i = steps - 1; i >= 0; i--) {
                double y = eave + (peak - eave) * (i + 0.6) / steps;
                path.lineTo(x + w - w * 0.11 * (i + 1), y);
                path.lineTo(x + w - w * 0.11 * i, y);
            }
        } else if (kind == 3) {
            double mid = eave + (peak - eave) * 0.45;
            path.curveTo(x + w * 0.02, mid, x + w * 0.26, eave - w * 0.1, x + w * 0.28, mid - w * 0.1);
            path.quadTo(x + w * 0.3, peak, x + w * 0.5, peak);
            path.quadTo(x + w * 0.7, peak, x + w * 0.72, mid - w * 0.1);
            path.curveTo(x + w * 0.74, eave - w * 0.1, x + w * 0.98, mid, x + w, eave);
        } else {
            path.lineTo(x + w / 2, peak);
        }
        path.lineTo(x + w, eave);
        return path;
    }

    private static void chimney(Ink ink, double x, double y, double w, Color wall) {
        Color brick = Hue.dark(Hue.mix(wall, new Color(0x8a5a4a), 0.5), 0.2);
        ink.box(x, y - w * 0.2, w * 0.13, w * 0.5, Ink.fade(x, 0, x + w * 0.13, 0, brick, Hue.dark(brick, 0.4)));
        ink.box(x - w * 0.015, y - w * 0.22, w * 0.16, w * 0.05, Hue.dark(brick, 0.25));
        ink.box(x + w * 0.03, y - w * 0.3, w * 0.035, w * 0.09, Hue.dark(brick, 0.1));
        ink.box(x + w * 0.08, y - w * 0.28, w * 0.035, w * 0.07, Hue.dark(brick, 0.3));
    }

    private static void dormer(
            Ink ink, double x, double y, double w, Color wall, Color roof, Paints p, double lit, int seed) {
        ink.box(x - w / 2, y - w * 0.95, w, w * 0.95, Hue.dark(wall, 0.12));
        ink.fill(Ink.poly(x - w * 0.65, y - w * 0.9, x, y - w * 1.45, x + w * 0.65, y - w * 0.9), Hue.dark(roof, 0.25));
        pane(ink, x, y - w * 0.12, w * 0.56, w * 0.7, p, Noise.at(5, seed) < lit, p.trim);
    }

    private static void windows(
            Ink ink, double x, double base, double eave, double w, double h, Paints p, double lit, int seed) {
        int columns = w > 88 ? 3 : 2;
        int floors = Math.max(2, (int) Math.round(h / (w * 0.56)));
        double floor = h / floors;
        double pw = w / columns * 0.46;
        for (int f = 0; f < floors; f++) {
            for (int c = 0; c < columns; c++) {
                double cx = x + w * (c + 0.5) / columns;
                double foot = eave + floor * (f + 0.84);
                boolean on = Noise.at(f * 5 + c, seed + 9) < lit;
                if (f == floors - 1 && c == (int) (Noise.at(4, seed) * columns)) {
                    door(ink, cx, base, pw * 1.25, floor * 0.72, p, on, seed);
                } else {
                    pane(ink, cx, foot, pw, floor * 0.54, p, on, p.trim);
                }
            }
        }
    }

    private static void door(Ink ink, double x, double base, double w, double h, Paints p, boolean on, int seed) {
        Color leaf = Hue.dark(p.roofs[(int) (Noise.at(6, seed) * p.roofs.length)], 0.25);
        ink.box(x - w * 0.62, base - h * 1.06, w * 1.24, h * 1.06, p.trim);
        ink.box(x - w / 2, base - h, w, h, leaf);
        ink.box(x - w / 2, base - h, w, h * 0.2, on ? p.lit : p.glass);
    }

    /** A sash window standing on y. */
    static void pane(Ink ink, double x, double y, double w, double h, Paints p, boolean on, Color trim) {
        double b = Math.max(0.8, w * 0.09);
        ink.box(x - w / 2 - b, y - h - b, w + 2 * b, h + 2 * b, trim);
        Color top = on ? Hue.light(p.lit, 0.25) : Hue.light(p.glass, 0.1);
        Color low = on ? p.lit : p.glass;
        ink.box(x - w / 2, y - h, w, h, Ink.fade(0, y - h, 0, y, top, low));
        Color bar = on ? Hue.mix(trim, p.lit, 0.35) : trim;
        ink.box(x - b * 0.3, y - h, b * 0.6, h, bar);
        ink.box(x - w / 2, y - h * 0.52, w, b * 0.6, bar);
        ink.box(x - w / 2 - b * 1.8, y + b, w + b * 3.6, b * 0.9, Hue.dark(trim, 0.2));
    }

    /** The lighthouse: a tapered tower with two bands. */
    static void lighthouse(Ink ink, double x, double base, double h, Color wall, Color band, Color metal, Color lamp) {
        double b = h * 0.115;
        double t = h * 0.07;
        double top = base - h;
        Path2D tower = Ink.poly(x - b, base, x - t, top, x + t, top, x + b, base);
        ink.fill(tower, Ink.fade(x - b, 0, x + b, 0, Hue.light(wall, 0.25), wall, Hue.dark(wall, 0.35)));
        for (double at : new double[] {0.2, 0.58}) {
            double hi = at + 0.17;
            double r0 = b + (t - b) * at;
            double r1 = b + (t - b) * hi;
            ink.fill(
                    Ink.poly(
                            x - r0, base - h * at, x - r1, base - h * hi, x + r1, base - h * hi, x + r0, base - h * at),
                    Ink.fade(x - b, 0, x + b, 0, Hue.light(band, 0.18), band, Hue.dark(band, 0.4)));
        }
        ink.grain(tower, Hue.dark(wall, 0.6), x - b * 0.2, base, x + b * 1.2, base, 0.6);
        for (double at : new double[] {0.12, 0.46, 0.82}) {
            ink.box(x - h * 0.012, base - h * at - h * 0.03, h * 0.024, h * 0.04, Hue.dark(metal, 0.2));
        }
        ink.box(x - t * 1.55, top - h * 0.014, t * 3.1, h * 0.026, metal);
        for (int i = 0; i <= 6; i++) {
            double px = x - t * 1.5 + t * 3 * i / 6;
            ink.line(px, top - h * 0.014, px, top - h * 0.055, h * 0.005, metal);
        }
        ink.line(x - t * 1.5, top - h * 0.055, x + t * 1.5, top - h * 0.055, h * 0.006, metal);
        ink.box(x - t * 0.75, top - h * 0.115, t * 1.5, h * 0.105, lamp);
        for (double at : new double[] {-0.75, -0.25, 0.25, 0.75}) {
            ink.line(x + t * at, top - h * 0.115, x + t * at, top - h * 0.014, h * 0.006, metal);
        }
        ink.fill(
                Ink.blob(
                        x - t,
                        top - h * 0.112,
                        x - t * 0.6,
                        top - h * 0.15,
                        x,
                        top - h * 0.175,
                        x + t * 0.6,
                        top - h * 0.15,
                        x + t,
                        top - h * 0.112,
                        x,
                        top - h * 0.108),
                metal);
        ink.dot(x, top - h * 0.18, h * 0.01, metal);
        ink.line(x, top - h * 0.18, x, top - h * 0.21, h * 0.005, metal);
    }

    /** One half of the light's beam: from the lamp towards an angle (degrees), fading out. */
    static void beam(
            Ink ink, double x, double y, double length, double angle, double spread, Color color, double strength) {
        double a = Math.toRadians(angle - spread);
        double b = Math.toRadians(angle + spread);
        double m = Math.toRadians(angle);
        ink.fill(
                Ink.poly(
                        x,
                        y,
                        x + length * Math.cos(a),
                        y + length * Math.sin(a),
                        x + length * Math.cos(b),
                        y + length * Math.sin(b)),
                Ink.fade(
                        x,
                        y,
                        x + length * Math.cos(m),
                        y + length * Math.sin(m),
                        Hue.alpha(color, strength),
                        Hue.alpha(color, strength * 0.35),
                        Hue.alpha(color, 0)));
    }
}
