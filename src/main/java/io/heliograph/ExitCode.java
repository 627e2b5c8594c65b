package io.heliograph;

/** How a command says in its exit code what became of it. After Ctrl-C and SIGTERM the JVM's own 130 and 143 stand. */
final class ExitCode {

    static final int GOOD = 0;
    static final int FAILURE = 1;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    private ExitCode() {}
}
