package io.heliograph;

import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which configuration is meant. */
final class ConfigOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (default: ${DEFAULT-VALUE}).",
            defaultValue = "config/heliograph.yaml")
    private Path config = Path.of("config/heliograph.yaml");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a value of the configuration, such as server.port=8081; may be given several times.")
    private List<String> settings = List.of();

    Path file() {
        return config;
    }

    List<String> settings() {
        return settings;
    }

    GatewayConfig read() throws InvalidConfig {
        return GatewayConfig.read(config, settings, InstantSource.system());
    }
}
