package io.heliograph.mirror;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the slices that were asked for before they were wanted, so that they are few for all visitors together. */
final class ReadAhead {

    private static final int MOST = 64;

    private final AtomicInteger slices = new AtomicInteger();

    /** Whether one more slice may be asked for before it is wanted; if so, it counts until it is said to be taken. */
    boolean mayGrow() {
        if (slices.incrementAndGet() <= MOST) {
            return true;
        }
        slices.decrementAndGet();
        return false;
    }

    /** A slice that came before it was wanted is wanted now, or never will be. */
    void taken() {
        slices.decrementAndGet();
    }

    /** How many there are. */
    int slices() {
        return slices.get();
    }
}
