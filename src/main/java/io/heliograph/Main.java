package io.heliograph;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line.
 *
 * <p>Exit codes: 0 good, 1 failure, 2 wrong usage or configuration; 130 and 143 after Ctrl-C and SIGTERM.
 */
@Command(
        name = "heliograph",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionProvider.class,
        description = "Publish once; be read on every reader, every TV and every hostname you still have.",
        subcommands = {ServeCommand.class, CheckCommand.class, FetchCommand.class},
        footer = {"", "Try: heliograph serve --origin https://example.org/feed.xml"})
public final class Main implements Runnable {

    static final int GOOD = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    commandLine.getErr().println("heliograph: " + e.getMessage());
                    return FAILURE;
                })
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: serve, check or fetch.");
    }

    /** Says which version this is. */
    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Heliograph " + Version.NUMBER};
        }
    }
}
