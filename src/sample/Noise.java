package sample;

/** Repeatable noise: the same place always gives the same value, so every run draws the same picture. */
final class Noise {

    private Noise() {}

    /** A value in 0..1 for a lattice point. */
    static double hash(int x, int y, int seed) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b9;
        h ^= h >>> 15;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        h ^= h >>> 16;
        return (h >>> 8) / (double) (1 << 24);
    }

    /** A value in 0..1 for the n-th thing of a kind. */
    static double at(int n, int seed) {
        return hash(n, 7919, seed);
    }

    /** A value in lo..hi for the n-th thing of a kind. */
    static double in(double lo, double hi, int n, int seed) {
        return lo + (hi - lo) * at(n, seed);
    }

    /** Smooth noise in 0..1. */
    static double smooth(double x, double y, int seed) {
        int xi = (int) Math.floor(x);
        int yi = (int) Math.floor(y);
        double fx = ease(x - xi);
        double fy = ease(y - yi);
        double top = mix(hash(xi, yi, seed), hash(xi + 1, yi, seed), fx);
        double low = mix(hash(xi, yi + 1, seed), hash(xi + 1, yi + 1, seed), fx);
        return mix(top, low, fy);
    }

    /** Several octaves of smooth noise, in 0..1. */
    static double cloud(double x, double y, int octaves, int seed) {
        double sum = 0;
        double total = 0;
        double size = 1;
        for (int i = 0; i < octaves; i++) {
            sum += smooth(x, y, seed + i * 31) * size;
            total += size;
            size *= 0.5;
            x *= 2.03;
            y *= 2.03;
        }
        return sum / total;
    }

    static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** 0 below lo, 1 above hi, eased between. */
    static double step(double lo, double hi, double v) {
        return ease(Math.max(0, Math.min(1, (v - lo) / (hi - lo))));
    }
}
