package io.heliograph.store;

/** The store could not do what it was asked. Nothing of the call has happened; what was accepted before is safe. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryHelps;

    StoreFailure(String message, boolean retryHelps, Throwable cause) {
        super(message, cause);
        this.retryHelps = retryHelps;
    }

    StoreFailure(String message) {
        super(message);
        this.retryHelps = false;
    }

    /** Whether the same call may succeed later: the disk was full, the database busy. */
    public boolean retryHelps() {
        return retryHelps;
    }
}
