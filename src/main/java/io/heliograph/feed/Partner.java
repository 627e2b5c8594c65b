package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import java.time.Instant;
import java.util.Locale;

/** An RSS feed in the dialect of somebody who takes articles over, for sites that say so. */
abstract sealed class Partner implements Format permits Msn, SmartNews, Flipboard {

    private final Syndication.Partner partner;

    Partner(Syndication.Partner partner) {
        this.partner = partner;
    }

    @Override
    public final String name() {
        return partner.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public final String path(Selection selection) {
        return selection.path() + "/feed." + name() + ".rss";
    }

    @Override
    public final String contentType() {
        return "application/rss+xml; charset=utf-8";
    }

    @Override
    public final String stamp(Instant modified) {
        return Dates.rfc822(modified);
    }

    @Override
    public final boolean isOffered(Site site, Selection selection) {
        return site.syndication().isFor(partner, selection);
    }

    /** They take what is there now. */
    @Override
    public final boolean isArchived() {
        return false;
    }

    /** They take whole articles and nothing else. */
    @Override
    public boolean holds(Site site, Article article) {
        return !article.story().html().isEmpty();
    }
}
