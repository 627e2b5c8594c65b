package io.heliograph.article;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The explicit directional controls of one line (UAX #9, section 2): embeddings and overrides, which a PDF ends, and
 * isolates, which a PDI ends together with all that was opened within. What a line leaves open would turn the words
 * around it, wherever it is shown.
 */
final class BidiControls {

    private static final int PDF = 0x202c;
    private static final int PDI = 0x2069;
    private static final int FIRST_ISOLATE = 0x2066;

    /** What ends those that are open, the innermost first. */
    private final Deque<Integer> ends = new ArrayDeque<>();

    private int isolates;

    static boolean isControl(int c) {
        return c >= 0x202a && c <= 0x202e || c >= FIRST_ISOLATE && c <= PDI;
    }

    /** Takes a control; false for an end of what is not open, which has no place in the line. */
    boolean take(int control) {
        if (control == PDF) {
            return !ends.isEmpty() && ends.getFirst() == PDF && ends.pop() == PDF;
        }
        if (control == PDI) {
            if (isolates == 0) {
                return false;
            }
            isolates--;
            while (ends.pop() != PDI) {
                // What is open within an isolate ends with it.
            }
            return true;
        }
        boolean isolate = control >= FIRST_ISOLATE;
        isolates += isolate ? 1 : 0;
        ends.push(isolate ? PDI : PDF);
        return true;
    }

    /** Ends what is still open. */
    void end(StringBuilder line) {
        while (!ends.isEmpty()) {
            line.appendCodePoint(ends.pop());
        }
    }
}
