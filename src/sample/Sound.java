package sample;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Makes the sound of the films and the carillon: java sample.Sound name seconds file.wav. */
public final class Sound {

    static final int RATE = 44_100;

    private final float[] left;
    private final float[] right;

    private Sound(double seconds) {
        left = new float[(int) (seconds * RATE)];
        right = new float[left.length];
    }

    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[1]);
        Sound sound = new Sound(seconds);
        switch (args[0]) {
            case "ferry" -> sound.ferry(seconds);
            case "square" -> sound.square();
            case "tide" -> sound.tide(seconds);
            case "harbour" -> sound.harbour(seconds);
            case "carillon" -> sound.carillon();
            default -> throw new IllegalArgumentException("No such sound: " + args[0]);
        }
        sound.write(Path.of(args[2]));
    }

    private void ferry(double seconds) {
        waves(0.2, 0.2, 900, 5.6, 11);
        engine(0.05);
        for (double[] at : new double[][] {{2.4, 1.5}, {4.3, 0.7}}) {
            for (double pitch : new double[] {138.6, 174.6, 207.7}) {
                horn(at[0], at[1], pitch, 0.055);
            }
        }
        for (double t = 1.1; t < seconds; t += 3.7) {
            Voices.bell(left, right, t, 932, 0.05, 0.45);
        }
        echo(0.22);
    }

    private void square() {
        waves(0.09, 0.09, 420, 7.3, 23);
        for (int i = 0; i < 4; i++) {
            Voices.bell(left, right, 0.5 + i * 1.9, 220, 0.26, -0.05);
        }
        double[] lit = {3.0, 4.2, 5.4, 6.6, 8.0, 9.4};
        double[] pitch = {783.99, 880, 987.77, 1174.66, 1318.51, 1567.98};
        for (int i = 0; i < lit.length; i++) {
            Voices.chime(left, right, lit[i], pitch[i], 0.12, i % 2 == 0 ? -0.5 : 0.5);
        }
        double[] end = {1174.66, 987.77, 880, 783.99, 1174.66, 1567.98};
        for (int i = 0; i < end.length; i++) {
            Voices.chime(left, right, 11 + i * 0.62, end[i], 0.075, Math.sin(i * 2.0) * 0.6);
        }
        echo(0.4);
    }

    private void tide(double seconds) {
        waves(0.32, 0.05, 1100, 4.4, 37);
        double[][] chords = {{146.83, 220, 293.66}, {130.81, 196, 329.63}, {123.47, 185, 293.66}, {146.83, 220, 369.99}
        };
        for (int i = 0; i < chords.length; i++) {
            for (double pitch : chords[i]) {
                Voices.pad(left, right, i * seconds / 4, seconds / 4 + 1.6, pitch, 0.032);
            }
        }
        double[] notes = {587.33, 739.99, 880, 659.26, 987.77, 880, 739.99, 587.33, 659.26, 880, 1174.66};
        for (int i = 0; i < notes.length; i++) {
            Voices.chime(left, right, 1.2 + i * 1.42, notes[i], 0.06, Math.sin(i * 1.7) * 0.7);
        }
        echo(0.4);
    }

    private void harbour(double seconds) {
        waves(0.13, 0.13, 700, 4.9, 51);
        engine(0.03);
        for (double t = 0.8; t < seconds; t += 4.1) {
            Voices.bell(left, right, t, 830.6, 0.05, 0.35);
            Voices.bell(left, right, t + 0.9, 740, 0.03, 0.4);
        }
        echo(0.25);
    }

    private void carillon() {
        for (Tune.Stroke s : Tune.strokes(0.5)) {
            Voices.bell(left, right, s.time(), s.pitch(), s.force() * 0.3, (s.bell() - 5) * 0.11);
        }
        waves(0.012, 0.012, 500, 6.1, 61);
        echo(0.42);
    }

    /** Water: noise without its highest tones, swelling and falling; loud at first and at last as told. */
    private void waves(double first, double last, double bright, double period, int seed) {
        double[] low = new double[4];
        double soft = 1 - Math.exp(-2 * Math.PI * bright / RATE);
        double deep = 1 - Math.exp(-2 * Math.PI * 160 / RATE);
        for (int i = 0; i < left.length; i++) {
            double t = i / (double) RATE;
            double u = i / (double) left.length;
            double swell = 0.45
                    + 0.55 * Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * t / period + 0.8 * Math.sin(t * 0.9)), 1.6);
            double other = 0.45 + 0.55 * Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * t / (period * 1.27) + 2), 1.6);
            double loud = first + (last - first) * u;
            low[0] += soft * (Noise.hash(i, 1, seed) * 2 - 1 - low[0]);
            low[1] += soft * (Noise.hash(i, 2, seed) * 2 - 1 - low[1]);
            low[2] += deep * (Noise.hash(i, 3, seed) * 2 - 1 - low[2]);
            left[i] += loud * (low[0] * swell * 1.6 + low[2] * 1.2);
            right[i] += loud * (low[1] * other * 1.6 + low[2] * 1.2);
        }
    }

    private void engine(double loud) {
        for (int i = 0; i < left.length; i++) {
            double t = i / (double) RATE;
            double throb = 0.7 + 0.3 * Math.sin(2 * Math.PI * 4.6 * t);
            double v = Math.sin(2 * Math.PI * 55 * t)
                    + 0.5 * Math.sin(2 * Math.PI * 82.5 * t + 1)
                    + 0.25 * Math.sin(2 * Math.PI * 110 * t);
            left[i] += loud * throb * v;
            right[i] += loud * throb * v * 0.85;
        }
    }

    private void horn(double start, double length, double pitch, double loud) {
        int n = (int) ((length + 0.5) * RATE);
        for (int i = 0; i < n; i++) {
            double t = i / (double) RATE;
            double shape = Math.min(1, t / 0.16) * Math.min(1, Math.max(0, (length + 0.5 - t) / 0.5));
            double v = 0;
            for (int k = 1; k <= 6; k++) {
                v += Math.sin(2 * Math.PI * pitch * k * t) / Math.pow(k, 1.5);
            }
            add((int) (start * RATE) + i, loud * shape * v, -0.15);
        }
    }

    private void add(int i, double v, double side) {
        if (i < left.length) {
            left[i] += v * (1 - side);
            right[i] += v * (1 + side);
        }
    }

    /** A square of stone round the sound: a few crossed, darkened repeats. */
    private void echo(double strength) {
        int[] late = {1557, 2617, 3491, 5022};
        for (int k = 0; k < late.length; k++) {
            double darkL = 0;
            double darkR = 0;
            double back = strength * (0.62 - 0.09 * k);
            for (int i = late[k]; i < left.length; i++) {
                darkL += 0.35 * (right[i - late[k]] - darkL);
                darkR += 0.35 * (left[i - late[k]] - darkR);
                left[i] += darkL * back * 0.5;
                right[i] += darkR * back * 0.5;
            }
        }
    }

    private void write(Path file) throws Exception {
        double peak = 1e-6;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        byte[] bytes = new byte[left.length * 4];
        for (int i = 0; i < left.length; i++) {
            double edge = Math.min(1, Math.min(i / (RATE * 0.25), (left.length - 1 - i) / (RATE * 0.9)));
            put(bytes, i * 4, left[i] / peak * 0.7 * edge);
            put(bytes, i * 4 + 2, right[i] / peak * 0.7 * edge);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        try (var in = new AudioInputStream(new ByteArrayInputStream(bytes), format, left.length)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    private static void put(byte[] bytes, int at, double v) {
        int s = (int) Math.round(v * 32767);
        bytes[at] = (byte) s;
        bytes[at + 1] = (byte) (s >> 8);
    }
}
