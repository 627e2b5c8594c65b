package io.heliograph;

import io.heliograph.article.Host;
import io.heliograph.config.GatewayConfig;
import io.heliograph.config.SiteSettings;
import io.heliograph.mirror.MirrorSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is no mistake of a configuration and yet likely not meant: said when a gateway starts, and by {@code check}. */
final class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);

    /** Of the heap, what caches may take, and what is about them; the rest is for requests and what is made for them. */
    private static final double MOST_OF_HEAP = 7 / 8.0;

    private Doubts() {}

    /** Says them in the log. */
    static void tell(GatewayConfig config) {
        of(config, heapBytes()).forEach(doubt -> LOG.atWarn().log(doubt));
    }

    /** The most that this JVM's heap may grow to, bytes. */
    static long heapBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    /**
     * A sentence or two for each.
     *
     * @param heapBytes of the gateway
     */
    static List<String> of(GatewayConfig config, long heapBytes) {
        List<String> doubts = new ArrayList<>();
        memory(config, heapBytes, doubts);
        for (SiteSettings site : config.sites()) {
            MirrorSettings mirror = site.mirror();
            if (mirror != null && !mirror.cookies().isEmpty()) {
                cookies(site.site().id(), mirror, doubts);
            }
        }
        return doubts;
    }

    private static void memory(GatewayConfig config, long heapBytes, List<String> doubts) {
        long wanted = config.representations().memoryBytes();
        List<String> keys = new ArrayList<>(List.of("cache.memory (" + size(wanted) + ")"));
        for (SiteSettings site : config.sites()) {
            MirrorSettings mirror = site.mirror();
            if (mirror != null) {
                wanted += mirror.heapBytes(heapBytes);
                keys.add("mirror.memory of site " + site.site().id() + " (" + size(mirror.memoryBytes())
                        + ") with what is on its way there and what is known of its disk ("
                        + size(mirror.heapBytes(heapBytes) - mirror.memoryBytes()) + ")");
            }
        }
        if (wanted > heapBytes * MOST_OF_HEAP) {
            doubts.add(String.join(" and ", keys) + " may take " + size(wanted) + " of a Java heap of "
                    + size(heapBytes)
                    + ", so the gateway may run out of memory. Give it a larger heap (-Xmx), or ask for"
                    + " seven eighths of it at most.");
        }
    }

    private static void cookies(String site, MirrorSettings mirror, List<String> doubts) {
        URI origin = mirror.origin();
        if ("http".equals(origin.getScheme()) && !Host.parse(origin.toString()).isLoopback()) {
            doubts.add("mirror.cookies of site " + site + " lets cookies ("
                    + String.join(", ", mirror.cookies().stream().sorted().toList()) + ") pass to " + origin
                    + ", where whoever is on the way can read and use them. An https: origin would keep them secret.");
        }
    }

    private static String size(long bytes) {
        double mebibytes = bytes / (double) (1 << 20);
        return mebibytes < 1024 ? Math.round(mebibytes) + "MB" : String.format(Locale.ROOT, "%.1fGB", mebibytes / 1024);
    }
}
