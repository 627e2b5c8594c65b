package io.heliograph.representation;

import io.heliograph.article.Site;
import io.heliograph.article.Terms;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.OriginState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sites as readers see them: what the configuration says of each and, where it is silent, what the site's origins
 * say of themselves.
 */
public final class Sites {

    /**
     * A site as configured.
     *
     * @param site with an empty title, description or language where the configuration has none
     * @param origins their keys, in the order of the configuration
     * @param terms on which its feeds are given
     */
    public record Configured(Site site, List<String> origins, Terms terms) {

        /** A site whose feeds are for all. */
        public Configured(Site site, List<String> origins) {
            this(site, origins, Terms.OPEN);
        }
    }

    private final Map<String, Configured> configured;
    private final ArticleStore store;
    private final Map<String, Site> complete = new ConcurrentHashMap<>();

    public Sites(Collection<Configured> sites, ArticleStore store) {
        this.configured = sites.stream().collect(Collectors.toMap(s -> s.site().id(), Function.identity()));
        this.store = store;
    }

    /** A site, complete. Blocks. */
    Site get(String id) {
        return complete.computeIfAbsent(id, this::completed);
    }

    /** On which terms a site's feeds are given. */
    Terms terms(String id) {
        Configured known = configured.get(id);
        return known == null ? Terms.OPEN : known.terms();
    }

    /** The site's origins now say something else of themselves. */
    void forget(String id) {
        complete.remove(id);
    }

    private Site completed(String id) {
        Configured known = configured.get(id);
        if (known == null) {
            throw new IllegalArgumentException("no site " + id);
        }
        Site site = known.site();
        List<OriginState> states =
                known.origins().stream().map(key -> store.origin(id, key)).toList();
        String title = first(
                site.title(), states, OriginState::title, site.hosts().get(0).name());
        return site.told(
                title,
                first(site.description(), states, OriginState::description, title),
                first(site.language(), states, OriginState::language, "en"),
                site.authority());
    }

    private static String first(
            String own, List<OriginState> states, Function<OriginState, String> field, String otherwise) {
        return own.isEmpty()
                ? states.stream()
                        .map(field)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(otherwise)
                : own;
    }
}
