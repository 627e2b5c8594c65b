package io.heliograph.mirror;

import io.heliograph.rewrite.Leak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a site's pages lead to its origin still: as rewriting measured it, and as browsers reported. Bounded. */
public final class Leaks {

    private static final int MOST_PAGES = 500;
    private static final int MOST_OF_A_PAGE = 20;
    private static final int MOST_REPORTS = 500;
    private static final int LONGEST_PAGE = 512;

    private final Map<String, List<Entry>> measured = bounded(MOST_PAGES);
    private final Map<String, Entry> reported = bounded(MOST_REPORTS);

    /**
     * A leak.
     *
     * @param page URL of the document: at the origin where it was measured, on our host where it was reported
     * @param context where in it, or the directive of the policy by which a browser reported it
     * @param host of the origin
     * @param count how often
     * @param sample the first with some text around it; empty if a browser reported it
     * @param seen the last time
     */
    public record Entry(
            String page, String context, String host, boolean isReported, int count, String sample, Instant seen) {}

    /** What is left in a document now; what it was before is forgotten. */
    synchronized void measured(String page, List<Leak> leaks, Instant now) {
        String name = shortened(page);
        measured.remove(name);
        if (!leaks.isEmpty()) {
            measured.put(
                    name,
                    leaks.stream()
                            .limit(MOST_OF_A_PAGE)
                            .map(leak -> new Entry(
                                    name,
                                    leak.context().name().toLowerCase(Locale.ROOT),
                                    leak.host(),
                                    false,
                                    leak.count(),
                                    leak.sample(),
                                    now))
                            .toList());
        }
    }

    /** A browser says that a page wanted something of the origin. */
    synchronized void reported(String page, String directive, String host, Instant now) {
        String name = shortened(page);
        String key = name + ' ' + directive + ' ' + host;
        Entry before = reported.remove(key);
        reported.put(key, new Entry(name, directive, host, true, before == null ? 1 : before.count() + 1, "", now));
    }

    /** All that is known, the latest last. */
    public synchronized List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        measured.values().forEach(all::addAll);
        all.addAll(reported.values());
        return all;
    }

    private static String shortened(String page) {
        return page.length() > LONGEST_PAGE ? page.substring(0, LONGEST_PAGE) : page;
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
