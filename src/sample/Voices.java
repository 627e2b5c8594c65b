package sample;

/** Single sounding things, added to a left and a right track. */
final class Voices {

    /** The tones of a well tuned bell: share of the strike note, loudness, seconds to die away. */
    private static final double[][] BELL = {
        {0.5, 0.34, 3.4}, {1.0, 0.5, 2.2}, {1.2, 0.4, 1.7}, {1.5, 0.16, 1.1}, {2.0, 0.6, 1.25},
        {2.5, 0.16, 0.7}, {2.67, 0.14, 0.6}, {3.0, 0.2, 0.55}, {4.0, 0.18, 0.4}, {5.33, 0.09, 0.22}
    };

    private Voices() {}

    static void bell(float[] left, float[] right, double start, double pitch, double loud, double side) {
        double size = 0.62 * Math.pow(440 / pitch, 0.45);
        for (double[] tone : BELL) {
            double life = tone[2] * size;
            ring(left, right, start, pitch * tone[0], loud * tone[1], life, side, 0.0025);
            ring(left, right, start, pitch * tone[0] * 1.0011, loud * tone[1] * 0.3, life, -side, 0.0025);
        }
    }

    /** A small glass chime. */
    static void chime(float[] left, float[] right, double start, double pitch, double loud, double side) {
        ring(left, right, start, pitch, loud, 1.1, side, 0.006);
        ring(left, right, start, pitch * 2.76, loud * 0.22, 0.4, side, 0.003);
        ring(left, right, start, pitch * 5.4, loud * 0.07, 0.16, side, 0.002);
        ring(left, right, start, pitch * 0.5, loud * 0.25, 1.4, -side, 0.02);
    }

    /** A slow soft tone that comes and goes. */
    static void pad(float[] left, float[] right, double start, double length, double pitch, double loud) {
        int n = (int) (length * Sound.RATE);
        for (int i = 0; i < n; i++) {
            double t = i / (double) Sound.RATE;
            double shape = Math.sin(Math.PI * Math.min(1, t / length));
            double v = loud * shape * shape;
            int at = (int) (start * Sound.RATE) + i;
            if (at < left.length) {
                left[at] += v * (Math.sin(2 * Math.PI * pitch * t) + 0.3 * Math.sin(2 * Math.PI * pitch * 2.003 * t));
                right[at] += v
                        * (Math.sin(2 * Math.PI * pitch * 1.002 * t) + 0.3 * Math.sin(2 * Math.PI * pitch * 1.998 * t));
            }
        }
    }

    private static void ring(
            float[] left,
            float[] right,
            double start,
            double pitch,
            double loud,
            double life,
            double side,
            double attack) {
        int from = (int) (start * Sound.RATE);
        int n = (int) Math.min(left.length - from, life * 5 * Sound.RATE);
        for (int i = 0; i < n; i++) {
            double t = i / (double) Sound.RATE;
            double v = loud * Math.min(1, t / attack) * Math.exp(-t / life) * Math.sin(2 * Math.PI * pitch * t);
            left[from + i] += v * (1 - side);
            right[from + i] += v * (1 + side);
        }
    }
}
