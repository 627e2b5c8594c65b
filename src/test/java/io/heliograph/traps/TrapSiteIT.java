package io.heliograph.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site made of every construct that has misled a mirror, in a browser at its origin and on the hosts of a mirror: no
 * request leaves the host, and no page looks or behaves otherwise. {@code -Dtraps.pages=2000 -Dtraps.hosts=3} for all of it.
 */
class TrapSiteIT {

    private static final int PAGES = Integer.getInteger("traps.pages", 60);
    private static final int FIRST = Integer.getInteger("traps.first", 1);
    private static final int HOSTS = Integer.getInteger("traps.hosts", 1);
    private static final long SEED = Long.getLong("traps.seed", 1);

    @TempDir
    Path directory;

    @Test
    void everyPage_looksAndBehavesAsAtItsOrigin_andAsksForNothingElsewhere() throws Exception {
        try (TrapSite site = TrapSite.start(PAGES, SEED);
                TrapGateway gateway = TrapGateway.start(directory.resolve("gateway"), site);
                TrapCrawl crawl = new TrapCrawl(
                        directory, site, gateway, Integer.getInteger("traps.tabs", 4), Boolean.getBoolean("traps.pictures"))) {
            List<View> views = TrapGateway.VIEWS.subList(0, HOSTS);
            List<TrapCrawl.Finding> findings = crawl.crawl(site.pages().subList(FIRST - 1, PAGES), views);

            String report = report(findings) + "\nstrays:\n" + String.join("\n", site.strays());
            String file = System.getProperty("traps.report", "");
            if (!file.isEmpty()) {
                Files.writeString(Path.of(file), report);
            }
            assertThat(site.strays()).as("requests that left the host").isEmpty();
            assertThat(findings).as(report).isEmpty();
        }
    }

    private static String report(List<TrapCrawl.Finding> findings) {
        return findings.stream()
                .map(f -> f.view().base() + f.page().path() + " [" + f.page().name() + "]\n  "
                        + f.differences().stream().limit(40).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
    }
}
