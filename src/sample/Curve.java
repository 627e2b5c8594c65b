package sample;

import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Smooth lines and the outlines of land. */
final class Curve {

    private Curve() {}

    /** A smooth line (Catmull-Rom) through points given as x, y, x, y, ... */
    static Path2D through(double[] xy, boolean closed) {
        int n = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        int pieces = closed ? n : n - 1;
        for (int i = 0; i < pieces; i++) {
            int a = index(i - 1, n, closed);
            int b = index(i, n, closed);
            int c = index(i + 1, n, closed);
            int d = index(i + 2, n, closed);
            path.curveTo(
                    xy[2 * b] + (xy[2 * c] - xy[2 * a]) / 6,
                    xy[2 * b + 1] + (xy[2 * c + 1] - xy[2 * a + 1]) / 6,
                    xy[2 * c] - (xy[2 * d] - xy[2 * b]) / 6,
                    xy[2 * c + 1] - (xy[2 * d + 1] - xy[2 * b + 1]) / 6,
                    xy[2 * c],
                    xy[2 * c + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int index(int i, int n, boolean closed) {
        return closed ? Math.floorMod(i, n) : Math.max(0, Math.min(n - 1, i));
    }

    /** Everything below a line y = f(x), down to a floor. */
    static Path2D below(double from, double to, double floor, DoubleUnaryOperator f) {
        Path2D path = new Path2D.Double();
        path.moveTo(from, floor);
        for (double x = from; x <= to; x += 4) {
            path.lineTo(x, f.applyAsDouble(x));
        }
        path.lineTo(to, f.applyAsDouble(to));
        path.lineTo(to, floor);
        path.closePath();
        return path;
    }

    /** A range of hills: rolling noise of a height and a width above a base line. */
    static Path2D hills(double base, double height, double width, int seed) {
        return below(-40, Ink.W + 40, Ink.H + 40, x -> base - height * Noise.cloud(x / width, seed * 3.7, 4, seed));
    }

    /** A thin lens lying flat: one glint on water, one streak of cloud. */
    static Path2D lens(double x, double y, double length, double thick) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - length / 2, y);
        path.quadTo(x, y - thick, x + length / 2, y);
        path.quadTo(x, y + thick, x - length / 2, y);
        path.closePath();
        return path;
    }

    /** A ribbon along points: narrow, wide, narrow. Good for smoke, foam and creeks. */
    static Path2D ribbon(double[] xy, double[] width) {
        int n = width.length;
        double[] out = new double[n * 4];
        for (int i = 0; i < n; i++) {
            int p = Math.max(0, i - 1);
            int q = Math.min(n - 1, i + 1);
            double dx = xy[2 * q] - xy[2 * p];
            double dy = xy[2 * q + 1] - xy[2 * p + 1];
            double len = Math.max(1e-6, Math.hypot(dx, dy));
            double nx = -dy / len * width[i] / 2;
            double ny = dx / len * width[i] / 2;
            out[2 * i] = xy[2 * i] + nx;
            out[2 * i + 1] = xy[2 * i + 1] + ny;
            out[4 * n - 2 - 2 * i] = xy[2 * i] - nx;
            out[4 * n - 1 - 2 * i] = xy[2 * i + 1] - ny;
        }
        return through(out, true);
    }
}
