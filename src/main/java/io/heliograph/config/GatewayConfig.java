package io.heliograph.config;

import io.heliograph.media.MediaSettings;
import io.heliograph.ops.OpsSettings;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.representation.RepresentationSettings;
import io.heliograph.server.ServerSettings;
import io.heliograph.store.StoreSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything a gateway is told. */
public record GatewayConfig(
        ServerSettings server,
        OpsSettings ops,
        StoreSettings store,
        MediaSettings media,
        RepresentationSettings representations,
        FetchSettings outbound,
        List<SiteSettings> sites) {

    public GatewayConfig {
        sites = List.copyOf(sites);
    }

    /**
     * Reads a configuration file.
     *
     * @param settings {@code key=value} pairs of the command line, which count for more than the file
     * @throws InvalidConfig with everything that is wrong
     */
    public static GatewayConfig read(Path file, List<String> settings, InstantSource clock) throws InvalidConfig {
        return read(file, settings, clock, System.getenv());
    }

    /** The same, in an environment with these variables. */
    static GatewayConfig read(Path file, List<String> settings, InstantSource clock, Map<String, String> environment)
            throws InvalidConfig {
        List<ConfigError> errors = new ArrayList<>();
        ConfigNode.Mapping root = YamlFile.read(file, errors);
        Path parent = file.toAbsolutePath().normalize().getParent();
        return read(root, parent == null ? Path.of("").toAbsolutePath() : parent, settings, clock, environment, errors);
    }

    /**
     * A configuration without a file: one site with one origin.
     *
     * @param origin URL of a feed, or a folder
     * @param hosts URLs
     * @throws InvalidConfig with everything that is wrong
     */
    public static GatewayConfig of(String origin, List<String> hosts, List<String> settings, InstantSource clock)
            throws InvalidConfig {
        List<ConfigError> errors = new ArrayList<>();
        return read(OneSite.of(origin, hosts), Path.of("").toAbsolutePath(), settings, clock, System.getenv(), errors);
    }

    private static GatewayConfig read(
            ConfigNode.Mapping root,
            Path base,
            List<String> settings,
            InstantSource clock,
            Map<String, String> environment,
            List<ConfigError> errors)
            throws InvalidConfig {
        if (!errors.isEmpty()) {
            // Of a file that is not well-formed nothing else can be said.
            throw new InvalidConfig(errors);
        }
        Overrides.apply(root, settings, errors);
        new Secrets(base, environment, errors).fill(root, "");
        GatewayConfig config = new ConfigReader(base, clock).read(new MappingReader(root, "", errors));
        if (!errors.isEmpty()) {
            throw new InvalidConfig(errors);
        }
        return config;
    }
}
