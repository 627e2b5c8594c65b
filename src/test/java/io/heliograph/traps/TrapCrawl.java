package io.heliograph.traps;

import io.heliograph.browser.Chromium;
import io.heliograph.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at every page at its origin and on the hosts of a mirror, in real browsers, and says where they differ. */
final class TrapCrawl implements AutoCloseable {

    private static final int LOOKS = 3;

    private final Chromium truth;
    private final Chromium mirrored;
    private final ExecutorService tabs;
    private final boolean pictured;
    private final Queue<Tab> idleOfTruth = new ConcurrentLinkedQueue<>();
    private final Queue<Tab> idleOfMirror = new ConcurrentLinkedQueue<>();

    /** What differs on a host, and is not known to be meant. */
    record Finding(Pages.Page page, View view, List<String> differences) {}

    TrapCrawl(Path directory, TrapSite site, TrapGateway gateway, int tabs, boolean pictured) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--disable-site-isolation-trials",
                "--disable-features=IsolateOrigins,site-per-process,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
                "--autoplay-policy=no-user-gesture-required",
                "--renderer-process-limit=4",
                "--mute-audio"));
        StringBuilder secure = new StringBuilder("--unsafely-treat-insecure-origin-as-secure=" + Server.WWW.base());
        TrapGateway.VIEWS.forEach(view -> secure.append(',').append(view.base()));
        options.add(secure.toString());
        truth = Chromium.start(directory.resolve("truth"), site.rules(), options);
        mirrored = Chromium.start(directory.resolve("mirrored"), gateway.rules(), options);
        this.tabs = Executors.newFixedThreadPool(tabs);
        this.pictured = pictured;
    }

    /**
     * What differs, by page and host.
     *
     * @param rotating whether each page is looked at on one of the hosts, in turn, and not on all
     */
    List<Finding> crawl(List<Pages.Page> pages, List<View> views, boolean rotating) throws Exception {
        Map<Integer, List<Finding>> found = new ConcurrentSkipListMap<>();
        List<Future<?>> all = new ArrayList<>();
        for (Pages.Page page : pages) {
            List<View> own = rotating ? List.of(views.get(page.number() % views.size())) : views;
            all.add(tabs.submit(() -> found.put(page.number(), findings(page, own))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    private List<Finding> findings(Pages.Page page, List<View> views) {
        List<Finding> findings = new ArrayList<>();
        Look origin = look(truth, View.origin(), page);
        for (View view : views) {
            List<String> differences =
                    MeantDifferences.unexplained(origin.differences(look(mirrored, view, page)), view, page);
            // What differs once may be late; what differs each time is different.
            for (int i = 1; i < LOOKS && !differences.isEmpty(); i++) {
                Look again = look(truth, View.origin(), page);
                List<String> then =
                        MeantDifferences.unexplained(again.differences(look(mirrored, view, page)), view, page);
                Map<String, String> still = new LinkedHashMap<>();
                then.forEach(line -> still.put(key(line), line));
                differences = differences.stream()
                        .filter(line -> still.containsKey(key(line)))
                        .toList();
            }
            if (!differences.isEmpty()) {
                findings.add(new Finding(page, view, differences));
            }
        }
        return findings;
    }

    private static String key(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 ? line : line.substring(0, colon);
    }

    private Look look(Chromium browser, View view, Pages.Page page) {
        Tab tab = Objects.requireNonNullElseGet(idle(browser).poll(), () -> Visitor.tab(browser));
        try {
            Look look = new Visitor(tab, view).look(page.path(), pictured);
            idle(browser).add(tab);
            return look;
        } catch (IllegalStateException | CompletionException e) {
            tab.close();
            return new Look(Map.of("no look", e.toString()), Map.of(), List.of(), List.of(), "");
        }
    }

    private Queue<Tab> idle(Chromium browser) {
        return browser == truth ? idleOfTruth : idleOfMirror;
    }

    @Override
    public void close() {
        tabs.shutdownNow();
        truth.close();
        mirrored.close();
    }
}
