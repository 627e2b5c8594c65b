package io.heliograph;

import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import io.heliograph.store.StoreFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a gateway until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs the gateway until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

    /** Whoever follows a link that is shown finds articles there, unless their origin takes longer than this. */
    private static final Duration FIRST_LOAD = Duration.ofSeconds(15);

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--origin",
            paramLabel = "URL_OR_FOLDER",
            description = "Serves this feed or folder, without a configuration file.")
    private String origin = "";

    @Option(
            names = "--host",
            paramLabel = "URL",
            description = "With --origin: a host to serve it on; may be given several times, the first is canonical.")
    private List<String> hosts = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (origin.isEmpty() && !hosts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--host goes with --origin: hosts of a file stand in it.");
        }
        GatewayConfig config;
        try {
            config = origin.isEmpty()
                    ? options.read()
                    : GatewayConfig.of(
                            origin,
                            hosts.isEmpty() ? List.of("http://localhost:8080") : hosts,
                            options.settings(),
                            InstantSource.system());
        } catch (InvalidConfig e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        Doubts.tell(config);
        Gateway gateway;
        try {
            gateway = Gateway.start(config);
        } catch (BindFailure | StoreFailure | UncheckedIOException e) {
            err.println("heliograph: " + e.getMessage());
            return ExitCode.FAILURE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "heliograph-drain"));
        PrintWriter out = spec.commandLine().getOut();
        say(out, Welcome.listening(config, gateway.port(), gateway.opsPort()));
        say(out, Welcome.open(config, gateway.port(), gateway.loadsWithin(FIRST_LOAD)));
        new CountDownLatch(1).await();
        return ExitCode.GOOD;
    }

    private static void say(PrintWriter out, List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
