package io.heliograph.server;

import io.heliograph.article.Host;
import io.heliograph.article.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the public listener knows of sites beside their documents: on which terms their feeds are given, and whether their
 * origins answer. Written by whoever asks the origins, read for each request.
 */
public final class SiteBoard {

    private final Map<String, Terms> terms;
    private final Map<String, Host> canonical;
    private final Map<String, Map<String, Origin>> origins = new ConcurrentHashMap<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /**
     * An origin, as it was last heard of.
     *
     * @param goodSince seconds since 1970; 0 if it never answered well
     */
    private record Origin(boolean failing, long goodSince) {}

    /**
     * A board without news.
     *
     * @param terms by site
     * @param canonical the host that is the first of a site
     */
    public SiteBoard(Map<String, Terms> terms, Map<String, Host> canonical) {
        this.terms = Map.copyOf(terms);
        this.canonical = Map.copyOf(canonical);
    }

    /**
     * An origin has been asked, or is known from an earlier run.
     *
     * @param goodSince when it last answered well, in seconds since 1970; 0 if it never did
     */
    public void heard(String site, String origin, boolean failing, long goodSince) {
        Map<String, Origin> all = origins.computeIfAbsent(site, s -> new ConcurrentHashMap<>());
        all.put(origin, new Origin(failing, goodSince));
        List<Origin> failed = all.values().stream().filter(Origin::failing).toList();
        standings.put(site, new Standing(oldest(all.values()), !failed.isEmpty(), oldest(failed)));
    }

    private static long oldest(Collection<Origin> some) {
        return some.stream().mapToLong(Origin::goodSince).min().orElse(0);
    }

    /** An origin has failed; it answered well when it did before. */
    public void failed(String site, String origin) {
        Map<String, Origin> all = origins.computeIfAbsent(site, s -> new ConcurrentHashMap<>());
        Origin before = all.get(origin);
        heard(site, origin, true, before == null ? 0 : before.goodSince());
    }

    Terms terms(String site) {
        return terms.getOrDefault(site, Terms.OPEN);
    }

    /** The host of a site that {@code rel=canonical} names. */
    Host canonical(SiteHost of) {
        return canonical.getOrDefault(of.site(), of.host());
    }

    Standing standing(String site) {
        return standings.getOrDefault(site, Standing.UNKNOWN);
    }
}
