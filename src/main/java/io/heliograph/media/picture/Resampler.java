package io.heliograph.media.picture;

import java.util.Arrays;

/**
 * Makes pictures smaller: a separable bicubic filter (Catmull-Rom), as wide as the scale asks for, so that every pixel of
 * the source counts. Whole numbers throughout, so that the same picture gives the same bytes on every machine. Holds a
 * few rows of the source, not all of it.
 */
final class Resampler {

    /** Weights are sums of so many bits; rows between the two passes have six bits more than a sample. */
    private static final int WEIGHT_BITS = 14;

    private static final int BETWEEN_BITS = 6;

    private final Rows source;
    private final int width;
    private final int height;
    private final int channels;

    private Resampler(Rows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.channels = source.hasAlpha() ? 4 : 3;
    }

    /** The source with other measures, or a copy of it. */
    static Pixels resize(Rows source, int width, int height) {
        return new Resampler(source, width, height).resize();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Taps(int[] first, int[][] weights) {

        /** Which samples of a row of {@code from} make each of a row of {@code to}, and how much each counts. */
        static Taps of(int from, int to) {
            int[] first = new int[to];
            int[][] weights = new int[to][];
            double scale = (double) from / to;
            double reach = 2 * Math.max(1, scale);
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                int low = Math.max(0, (int) Math.ceil(centre - reach - 0.5));
                int high = Math.min(from - 1, (int) Math.floor(centre + reach - 0.5));
                double[] exact = new double[high - low + 1];
                double sum = 0;
                for (int j = low; j <= high; j++) {
                    exact[j - low] = catmullRom((j + 0.5 - centre) / Math.max(1, scale));
                    sum += exact[j - low];
                }
                int[] whole = new int[exact.length];
                int left = 1 << WEIGHT_BITS;
                int heaviest = 0;
                for (int j = 0; j < whole.length; j++) {
                    whole[j] = (int) Math.rint(exact[j] / sum * (1 << WEIGHT_BITS));
                    left -= whole[j];
                    heaviest = exact[j] > exact[heaviest] ? j : heaviest;
                }
                whole[heaviest] += left;
                first[i] = low;
                weights[i] = whole;
            }
            return new Taps(first, weights);
        }

        private static double catmullRom(double x) {
            double d = Math.abs(x);
            if (d < 1) {
                return (1.5 * d - 2.5) * d * d + 1;
            }
            return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    }

    private Pixels resize() {
        Taps across = Taps.of(source.width(), width);
        Taps down = Taps.of(source.height(), height);
        int most = 0;
        for (int[] weights : down.weights()) {
            most = Math.max(most, weights.length);
        }
        int[][] ring = new int[most][width * channels];
        int[] row = new int[source.width()];
        int[] samples = new int[source.width() * channels];
        int[] sums = new int[width * channels];
        int[] argb = new int[width * height];
        int read = 0;
        for (int y = 0; y < height; y++) {
            int first = down.first()[y];
            int[] weights = down.weights()[y];
            for (; read < first + weights.length; read++) {
                source.read(read, row);
                unpack(row, samples);
                across(samples, across, ring[read % most]);
            }
            Arrays.fill(sums, 0);
            for (int i = 0; i < weights.length; i++) {
                int[] between = ring[(first + i) % most];
                int weight = weights[i];
                for (int x = 0; x < sums.length; x++) {
                    sums[x] += weight * between[x];
                }
            }
            pack(sums, argb, y * width);
        }
        return new Pixels(width, height, source.hasAlpha(), argb);
    }

    /** Samples one after the other; colours multiplied by alpha, for what cannot be seen must not be mixed in. */
    private void unpack(int[] row, int[] samples) {
        int to = 0;
        for (int pixel : row) {
            int red = pixel >> 16 & 0xff;
            int green = pixel >> 8 & 0xff;
            int blue = pixel & 0xff;
            if (channels == 4) {
                int alpha = pixel >>> 24;
                red = (red * alpha + 127) / 255;
                green = (green * alpha + 127) / 255;
                blue = (blue * alpha + 127) / 255;
                samples[to + 3] = alpha;
            }
            samples[to] = red;
            samples[to + 1] = green;
            samples[to + 2] = blue;
            to += channels;
        }
    }

    private void across(int[] samples, Taps taps, int[] between) {
        int round = 1 << WEIGHT_BITS - BETWEEN_BITS - 1;
        for (int x = 0; x < width; x++) {
            int[] weights = taps.weights()[x];
            int from = taps.first()[x] * channels;
            int red = round;
            int green = round;
            int blue = round;
            int alpha = round;
            for (int weight : weights) {
                red += weight * samples[from];
                green += weight * samples[from + 1];
                blue += weight * samples[from + 2];
                if (channels == 4) {
                    alpha += weight * samples[from + 3];
                }
                from += channels;
            }
            int to = x * channels;
            between[to] = red >> WEIGHT_BITS - BETWEEN_BITS;
            between[to + 1] = green >> WEIGHT_BITS - BETWEEN_BITS;
            between[to + 2] = blue >> WEIGHT_BITS - BETWEEN_BITS;
            if (channels == 4) {
                between[to + 3] = alpha >> WEIGHT_BITS - BETWEEN_BITS;
            }
        }
    }

    private void pack(int[] sums, int[] argb, int to) {
        for (int x = 0; x < width; x++) {
            int from = x * channels;
            int red = sample(sums[from]);
            int green = sample(sums[from + 1]);
            int blue = sample(sums[from + 2]);
            int alpha = channels == 4 ? sample(sums[from + 3]) : 255;
            if (alpha == 0) {
                argb[to + x] = 0;
                continue;
            }
            if (alpha < 255) {
                red = Math.min(255, (red * 255 + alpha / 2) / alpha);
                green = Math.min(255, (green * 255 + alpha / 2) / alpha);
                blue = Math.min(255, (blue * 255 + alpha / 2) / alpha);
            }
            argb[to + x] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }

    private static int sample(int sum) {
        int bits = WEIGHT_BITS + BETWEEN_BITS;
        return Math.max(0, Math.min(255, sum + (1 << bits - 1) >> bits));
    }
}
