package io.heliograph.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site made of every construct that has misled a mirror. In a browser and to a crawler, at its origin and on the hosts of
 * a mirror, it is the same: no page looks or behaves otherwise, and no request leaves the host.
 *
 * <p>{@code mvn verify -Dit.test=TrapSiteIT -Dtraps.pages=2000 -Dtraps.hosts=3} for all of it, which takes an hour or so.
 */
class TrapSiteIT {

    private static final int PAGES = Integer.getInteger("traps.pages", 40);
    private static final int FIRST = Integer.getInteger("traps.first", 1);
    private static final int HOSTS = Integer.getInteger("traps.hosts", 1);
    private static final int TABS = Integer.getInteger("traps.tabs", 4);
    private static final long SEED = Long.getLong("traps.seed", 1);
    private static final int MOST_LINES = 20;

    @TempDir
    Path directory;

    @Test
    void everyPage_isThatOfItsOrigin_andAsksForNothingElsewhere() throws Exception {
        try (TrapSite site = TrapSite.start(PAGES, SEED);
                TrapGateway gateway = TrapGateway.start(directory.resolve("gateway"), site);
                LinkCrawl links = new LinkCrawl(site, gateway.port());
                TrapCrawl browsers =
                        new TrapCrawl(directory, site, gateway, TABS, Boolean.getBoolean("traps.pictures"))) {
            List<Pages.Page> pages = site.pages().subList(FIRST - 1, PAGES);
            List<View> views = TrapGateway.VIEWS.subList(0, HOSTS);

            List<String> followed = new ArrayList<>();
            for (View view : views) {
                followed.addAll(links.findings(view, pages));
            }
            List<TrapCrawl.Finding> seen = browsers.crawl(pages, views, false);

            String report = "%d pages on %d hosts: %d differ, %d requests left; of %d answers to a crawler %d differ%n"
                            .formatted(
                                    pages.size(),
                                    HOSTS,
                                    seen.size(),
                                    site.strays().size(),
                                    links.asked(),
                                    followed.size())
                    + report(seen, followed, site.strays());
            write(report);
            assertThat(site.strays()).as(report).isEmpty();
            assertThat(followed).as(report).isEmpty();
            assertThat(seen).as(report).isEmpty();
        }
    }

    private static String report(List<TrapCrawl.Finding> seen, List<String> followed, List<String> strays) {
        String pages = seen.stream()
                .map(f -> f.view().base() + f.page().path() + " [" + f.page().name() + "]\n  "
                        + f.differences().stream().limit(MOST_LINES).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
        return pages + "\n" + String.join("\n", followed) + "\n" + String.join("\n", strays);
    }

    /** Says what came of it, in the file of {@code traps.report} too. */
    private static void write(String report) throws IOException {
        System.out.println(report.lines().findFirst().orElse(""));
        String file = System.getProperty("traps.report", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), report);
        }
    }
}
