package io.heliograph;

/** A listener could not be bound. The message says which, and what to do. */
final class BindFailure extends Exception {

    private static final long serialVersionUID = 1L;

    BindFailure(String listener, String bind, int port, Throwable cause) {
        super(
                "the port " + port + " of " + bind + " cannot be had (" + cause.getMessage()
                        + "): free it, or choose another with --set " + listener + ".port=NUMBER",
                cause);
    }
}
