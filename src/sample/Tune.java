package sample;

import java.util.ArrayList;
import java.util.List;

/**
 * "The Lamplighters' Round", the tune on the restored barrel of the Salt Tower: sixteen bars of three beats for nine
 * bells. The bells are numbered as the ringers number them, from the smallest (1, G) to the tenor (9, D).
 */
final class Tune {

    static final double BEAT = 0.58;

    /** Frequency of each bell, smallest first: G F# E D C B A G D. */
    private static final double[] PITCH = {783.99, 739.99, 659.26, 587.33, 523.25, 493.88, 440.0, 392.0, 293.66};

    /** One string for each bar: a bell for each beat, or - where the bell before goes on sounding. */
    private static final String[] MELODY = {
        "654", "1-2", "345", "6--", "765", "4-3", "468", "7--",
        "654", "1-2", "321", "3-5", "468", "567", "8-4", "8--"
    };

    /** The low bell under the first beat of each bar. */
    private static final String BASS = "8888988988888988";

    /** A stroke: which bell, when, how hard. */
    record Stroke(int bell, double time, double force) {

        double pitch() {
            return PITCH[bell - 1];
        }
    }

    private Tune() {}

    static List<Stroke> strokes(double start) {
        List<Stroke> all = new ArrayList<>();
        for (int bar = 0; bar < MELODY.length; bar++) {
            double slow = bar < MELODY.length - 2 ? 0 : (bar - MELODY.length + 2) * 0.25;
            double at = start + bar * 3 * BEAT + slow;
            if (BASS.charAt(bar) != MELODY[bar].charAt(0)) {
                all.add(new Stroke(BASS.charAt(bar) - '0', at, 0.36));
            }
            for (int beat = 0; beat < 3; beat++) {
                char bell = MELODY[bar].charAt(beat);
                if (bell != '-') {
                    all.add(new Stroke(bell - '0', at + beat * BEAT * (1 + slow * 0.3), beat == 0 ? 0.8 : 0.66));
                }
            }
        }
        double end = start + MELODY.length * 3 * BEAT + 0.6;
        all.add(new Stroke(9, end, 0.5));
        all.add(new Stroke(4, end, 0.5));
        all.add(new Stroke(1, end + 0.05, 0.6));
        return all;
    }
}
