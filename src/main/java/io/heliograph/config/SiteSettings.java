package io.heliograph.config;

import io.heliograph.article.Site;
import io.heliograph.article.Terms;
import io.heliograph.mirror.Companion;
import io.heliograph.mirror.MirrorSettings;
import io.heliograph.origin.OriginSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as configured.
 *
 * @param site with an empty title, description or language where the configuration has none, and an authority made from
 *     the canonical host where it names none
 * @param terms on which its feeds are given
 * @param mirror the web site that is mirrored; nothing where there is none
 */
public record SiteSettings(
        Site site,
        List<OriginSettings> origins,
        Terms terms,
        @Nullable MirrorSettings mirror) {

    public SiteSettings {
        origins = List.copyOf(origins);
    }

    /** The hosts that stand for further servers of the site that is mirrored, each beside one of its own. */
    public List<Companion> companions() {
        return mirror == null
                ? List.of()
                : mirror.also().stream()
                        .flatMap(server -> server.beside(site.hosts()).stream())
                        .toList();
    }
}
