package io.heliograph;

import io.heliograph.config.ConfigError;
import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import io.heliograph.config.SiteSettings;
import io.heliograph.origin.FolderSettings;
import io.heliograph.origin.OriginSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a configuration, and starts nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says everything that is wrong with a configuration.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        GatewayConfig config;
        try {
            config = options.read();
        } catch (InvalidConfig e) {
            for (ConfigError error : e.errors()) {
                spec.commandLine().getErr().println(error);
            }
            return ExitCode.USAGE;
        }
        int hosts =
                config.sites().stream().mapToInt(s -> s.site().hosts().size()).sum();
        int origins = config.sites().stream().mapToInt(s -> s.origins().size()).sum();
        out.println(options.file() + " is good: " + count(config.sites().size(), "site") + ", " + count(hosts, "host")
                + ", " + count(origins, "origin") + ".");
        for (SiteSettings site : config.sites()) {
            for (OriginSettings origin : site.origins()) {
                if (origin instanceof FolderSettings folder && !Files.isDirectory(folder.folder())) {
                    out.println("But there is no folder " + folder.folder() + " (site "
                            + site.site().id() + ").");
                }
            }
        }
        Doubts.of(config, Doubts.heapBytes()).forEach(doubt -> out.println("But " + doubt));
        return ExitCode.GOOD;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
