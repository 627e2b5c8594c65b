package io.heliograph.ops;

import java.util.concurrent.atomic.AtomicBoolean;

/** What must be so before visitors may be sent here. Set by whoever makes it so. */
public final class Readiness {

    private final AtomicBoolean storeOpen = new AtomicBoolean();
    private final AtomicBoolean firstLoadDone = new AtomicBoolean();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();

    public void storeOpened() {
        storeOpen.set(true);
    }

    public void firstLoadDone() {
        firstLoadDone.set(true);
    }

    public void listening() {
        listening.set(true);
    }

    public void draining() {
        draining.set(true);
    }

    boolean isReady() {
        return storeOpen.get() && firstLoadDone.get() && listening.get() && !draining.get();
    }

    /** For a person: each condition and whether it holds. */
    String describe() {
        return "store open: " + storeOpen + "\nfirst load done: " + firstLoadDone + "\nlisteners bound: " + listening
                + "\nnot draining: " + !draining.get() + "\n";
    }
}
