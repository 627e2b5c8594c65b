package sample;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.function.DoubleBinaryOperator;

/** Water, waves, mist and clouds. */
final class Sea {

    private Sea() {}

    /** Everywhere the same. */
    static final DoubleBinaryOperator EVEN = (x, y) -> 1;

    /** A path of light that widens towards the viewer. */
    static DoubleBinaryOperator path(double x0, double horizon, double near, double spread) {
        return (x, y) -> {
            double d = (x - x0) / (near + (y - horizon) * spread);
            return Math.exp(-d * d);
        };
    }

    /** Flat glints on water between a horizon and a near edge; t (seconds) moves them. */
    static void glints(
            Ink ink,
            double horizon,
            double near,
            int count,
            Color color,
            double size,
            DoubleBinaryOperator where,
            double t,
            int seed) {
        for (int i = 0; i < count; i++) {
            double u = Math.pow((i + Noise.at(i, seed)) / count, 1.35);
            double y = horizon + 2 + (near - horizon) * u;
            double x = Noise.in(-60, Ink.W + 60, i, seed + 1);
            double big = 0.12 + u;
            double speed = Noise.in(0.5, 1.3, i, seed + 2);
            double phase = Noise.in(0, 6.283, i, seed + 3);
            x += Math.sin(t * speed * 0.7 + phase) * 14 * big;
            double chance = where.applyAsDouble(x, y);
            if (chance < Noise.at(i, seed + 4) * 0.95) {
                continue;
            }
            double bright = 0.62 + 0.38 * Math.sin(t * speed * 1.7 + phase * 2);
            double length = size * big * Noise.in(0.5, 1.6, i, seed + 5) * (0.75 + 0.25 * bright);
            ink.fill(
                    Curve.lens(x, y + Math.sin(t * speed + phase) * 2.5 * big, length, size * big * 0.055 + 0.5),
                    Hue.alpha(color, color.getAlpha() / 255.0 * bright * Math.min(1, 0.35 + chance)));
        }
    }

    /** Long low swells: darker and lighter bands that grow towards the viewer. */
    static void swell(
            Ink ink, double horizon, double near, int bands, Color color, double strength, double t, int seed) {
        for (int i = 0; i < bands; i++) {
            double u = Math.pow((i + 0.5) / bands, 1.5);
            double y = horizon + (near - horizon) * u;
            double tall = 3 + 22 * u;
            int row = i;
            Path2D top = new Path2D.Double();
            top.moveTo(-40, y + tall);
            for (double x = -40; x <= Ink.W + 40; x += 10) {
                double n = Noise.cloud(
                        (x + t * 26 * (0.3 + u) * (row % 2 == 0 ? 1 : -0.7)) / (60 + 340 * u),
                        row * 5.1 + t * 0.16,
                        2,
                        seed);
                top.lineTo(x, y + tall * (0.5 - n * 1.6));
            }
            for (double x = Ink.W + 40; x >= -40; x -= 10) {
                double n = Noise.cloud((x - t * 18 * (0.3 + u)) / (70 + 360 * u), row * 7.3 - t * 0.13, 2, seed + 2);
                top.lineTo(x, y + tall * (1.15 - n * 1.3));
            }
            top.closePath();
            ink.fill(top, Hue.alpha(color, strength * (0.35 + 0.65 * u)));
        }
    }

    /** Layered flat-bottomed clouds, drawn as overlapping ovals inside one outline. */
    static void cloud(Ink ink, double x, double y, double wide, double tall, Color top, Color bottom, int seed) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int puffs = (int) (7 + wide / 60);
        for (int i = 0; i < puffs; i++) {
            double u = (i + Noise.at(i, seed) * 0.8) / puffs;
            double env = Math.sin(Math.PI * Math.min(1, Math.max(0, u)));
            double r = tall * (0.22 + 0.5 * env * Noise.in(0.6, 1, i, seed + 1));
            double cx = x - wide / 2 + wide * u;
            path.append(new java.awt.geom.Ellipse2D.Double(cx - r * 1.5, y - r * 1.35, r * 3, r * 2), false);
        }
        java.awt.geom.Area area = new java.awt.geom.Area(path);
        area.intersect(new java.awt.geom.Area(
                new java.awt.geom.Rectangle2D.Double(x - wide, y - tall * 2, wide * 2, tall * 2)));
        ink.wash(area, y - tall, y, top, bottom);
    }

    /** Long thin evening clouds. */
    static void streaks(Ink ink, double top, double bottom, int count, Color color, double length, int seed) {
        for (int i = 0; i < count; i++) {
            double u = Noise.at(i, seed);
            double y = top + (bottom - top) * u;
            double x = Noise.in(-100, Ink.W + 100, i, seed + 1);
            double l = length * Noise.in(0.4, 1.3, i, seed + 2) * (1.25 - 0.7 * u);
            double thick = Noise.in(5, 15, i, seed + 3) * (1.2 - 0.7 * u);
            Color c = Hue.alpha(color, color.getAlpha() / 255.0 * Noise.in(0.4, 1, i, seed + 4));
            ink.fill(Curve.lens(x, y, l, thick), c);
            ink.fill(Curve.lens(x + l * 0.17, y - thick * 0.45, l * 0.6, thick * 0.7), c);
            ink.fill(Curve.lens(x - l * 0.22, y + thick * 0.4, l * 0.5, thick * 0.5), c);
        }
    }

    /** A bank of mist: a soft band with a ragged upper edge. */
    static void mist(Ink ink, double top, double bottom, Color color, double strength, double shift, int seed) {
        int steps = 7;
        for (int i = 0; i < steps; i++) {
            double u = i / (double) (steps - 1);
            Path2D band = new Path2D.Double();
            band.moveTo(-40, bottom);
            for (double x = -40; x <= Ink.W + 40; x += 20) {
                double n = Noise.cloud((x + shift * (1 + u * 0.3)) / 330, i * 1.7, 3, seed);
                band.lineTo(x, top + (bottom - top) * (u * 0.75 + (n - 0.5) * 0.42));
            }
            band.lineTo(Ink.W + 40, bottom);
            band.closePath();
            ink.fill(
                    band,
                    Ink.fade(
                            0,
                            top,
                            0,
                            bottom,
                            Hue.alpha(color, strength / steps * 1.2),
                            Hue.alpha(color, strength / steps * 1.9),
                            Hue.alpha(color, strength / steps * 1.5),
                            Hue.alpha(color, 0)));
        }
    }
}
