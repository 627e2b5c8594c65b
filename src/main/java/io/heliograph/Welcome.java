package io.heliograph;

import io.heliograph.article.Host;
import io.heliograph.article.Site;
import io.heliograph.config.GatewayConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gateway says when it has started: that it listens, and once its articles are in, what to open. Fewer than ten
 * lines.
 */
final class Welcome {

    private static final int MOST_SITES = 2;
    private static final int MOST_HOSTS = 4;

    private Welcome() {}

    static List<String> listening(GatewayConfig config, int port, int opsPort) {
        String opsBind = config.ops().bind().equals("0.0.0.0")
                ? "localhost"
                : config.ops().bind();
        return List.of(
                "Heliograph " + Version.NUMBER + " listens on port " + port + ".",
                "  metrics http://" + opsBind + ":" + opsPort + "/metrics");
    }

    /**
     * What to open.
     *
     * @param loaded whether every origin was asked
     */
    static List<String> open(GatewayConfig config, int port, boolean loaded) {
        List<String> lines = new ArrayList<>();
        lines.add(loaded ? "Open:" : "Open, though articles are still coming in:");
        config.sites().stream().limit(MOST_SITES).forEach(settings -> {
            Site site = settings.site();
            String base = reachable(site.hosts().get(0), port).base();
            String title = site.title().isEmpty() ? "" : site.title() + ": ";
            lines.add("  " + title + base + "/  (feeds " + base + site.placed("/feeds") + ", TV " + base
                    + site.placed("/tv/roku.json") + ")");
            if (site.hosts().size() > 1) {
                lines.add("  also at "
                        + site.hosts().stream()
                                .skip(1)
                                .limit(MOST_HOSTS)
                                .map(host -> reachable(host, port).base() + "/")
                                .collect(Collectors.joining(" "))
                        + (site.hosts().size() > MOST_HOSTS + 1 ? " …" : ""));
            }
        });
        if (config.sites().size() > MOST_SITES) {
            int more = config.sites().size() - MOST_SITES;
            lines.add("  and " + more + (more == 1 ? " more site" : " more sites"));
        }
        lines.add("Stop with Ctrl-C.");
        return lines;
    }

    /** A name that means this machine leads to the port that the listener has; any other to where the world sees it. */
    private static Host reachable(Host host, int port) {
        return host.isLoopback() && host.scheme().equals("http") ? host.atPort(port) : host;
    }
}
