package io.heliograph;

import io.heliograph.article.Site;
import io.heliograph.article.TagAuthority;
import io.heliograph.config.SiteSettings;
import io.heliograph.representation.Sites;
import io.heliograph.server.HostTable;
import io.heliograph.server.SiteBoard;
import io.heliograph.server.SiteHost;
import io.heliograph.store.ArticleStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sites of a gateway, as the configuration and the store together have them. */
record ConfiguredSites(List<SiteSettings> all) {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredSites.class);

    /** Ids never change: who mints them is what the store was first told. */
    static ConfiguredSites of(List<SiteSettings> configured, ArticleStore store) {
        List<SiteSettings> known = new ArrayList<>();
        for (SiteSettings settings : configured) {
            Site site = settings.site();
            TagAuthority stored = store.authority(site.id(), site.authority());
            if (!stored.equals(site.authority())) {
                LOG.atWarn()
                        .addKeyValue("site", site.id())
                        .addKeyValue("configured", site.authority())
                        .addKeyValue("used", stored)
                        .log("The authority was another when this site was first run; ids never change, so it stays");
            }
            known.add(new SiteSettings(
                    site.told(site.title(), site.description(), site.language(), stored),
                    settings.origins(),
                    settings.terms(),
                    settings.mirror()));
        }
        return new ConfiguredSites(List.copyOf(known));
    }

    /** The sites as readers see them. */
    Sites book(ArticleStore store) {
        return new Sites(
                all.stream()
                        .map(settings -> new Sites.Configured(
                                settings.site(),
                                settings.origins().stream().map(Origins::key).toList(),
                                settings.terms()))
                        .toList(),
                store);
    }

    /** What the public listener is to know of each. */
    SiteBoard board() {
        return new SiteBoard(
                all.stream().collect(Collectors.toMap(s -> s.site().id(), SiteSettings::terms)),
                all.stream()
                        .collect(Collectors.toMap(
                                s -> s.site().id(), s -> s.site().canonical())));
    }

    /** The hosts of all sites, and those that stand for further servers. */
    HostTable hostTable() {
        List<SiteHost> hosts = new ArrayList<>();
        for (SiteSettings settings : all) {
            Site site = settings.site();
            site.hosts().forEach(host -> hosts.add(new SiteHost(site.id(), host)));
            settings.companions().forEach(companion -> hosts.add(new SiteHost(site.id(), companion)));
        }
        return HostTable.of(hosts);
    }
}
