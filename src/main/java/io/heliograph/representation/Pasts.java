package io.heliograph.representation;

import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.store.Archive;
import io.heliograph.store.ArticleStore;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what feeds were before. */
final class Pasts {

    /** To be raised whenever the same articles are written otherwise: then pages get other names. */
    private static final int EDITION = 1;

    /** With more pages than this, no feed shows all there is, and it need not be counted. */
    private static final int MOST_COUNTED = 20;

    private final ArticleStore store;

    Pasts(ArticleStore store) {
        this.store = store;
    }

    /** The archive of a feed; nothing where none is kept. */
    Past of(Feed feed) {
        Site site = feed.site();
        List<Selection> meant = Catalogue.meant(site, feed.selection());
        List<Selection> kept = meant.size() == 1
                ? meant
                : meant.stream()
                        .filter(one -> store.count(site.id(), List.of(one)) > 0)
                        .toList();
        if (kept.size() != 1 || !feed.selection().isLasting()) {
            // Articles that name the site's language and those that name none came in two rows that nothing orders.
            return Past.NOTHING;
        }
        Selection selection = kept.get(0);
        String facts = EDITION + "\n" + feed.title() + "\n" + feed.description() + "\n" + site.title() + "\n"
                + site.language() + "\n" + site.authority() + "\n"
                + site.syndication().rights() + "\n" + site.theme().logo() + "\n"
                + site.hosts().stream().map(Host::base).collect(Collectors.joining(" ")) + "\n";
        Archive archive = store.archive(site.id(), selection);
        boolean mayShowAll = archive.fingerprints().size() <= MOST_COUNTED;
        int articles = mayShowAll ? store.count(site.id(), List.of(selection)) : Integer.MAX_VALUE;
        return new Past(selection, facts, archive, articles);
    }
}
