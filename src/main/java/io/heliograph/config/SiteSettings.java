package io.heliograph.config;

import io.heliograph.article.Site;
import io.heliograph.article.Terms;
import io.heliograph.origin.OriginSettings;
import java.util.List;

/**
 * A site as configured.
 *
 * @param site with an empty title, description or language where the configuration has none, and an authority made from
 *     the canonical host where it names none
 * @param terms on which its feeds are given
 */
public record SiteSettings(Site site, List<OriginSettings> origins, Terms terms) {

    public SiteSettings {
        origins = List.copyOf(origins);
    }
}
