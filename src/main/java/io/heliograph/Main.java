package io.heliograph;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. {@link ExitCode} says how it ends.
 */
@Command(
        name = "heliograph",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Publish once; be read on every reader, every TV and every hostname you still have.",
        subcommands = {ServeCommand.class, CheckCommand.class, FetchCommand.class},
        footer = {"", "Try: heliograph serve --origin https://example.org/feed.xml"})
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    commandLine.getErr().println("heliograph: " + e.getMessage());
                    return ExitCode.FAILURE;
                })
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: serve, check or fetch.");
    }
}
