package io.heliograph.representation;

import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;

/** Documents whose links to pages, feeds and files of ours lead below a site's prefix. */
final class Placing {

    private Placing() {}

    /** A document as a site has it. */
    static Slotted on(Site site, Slotted document) {
        return site.prefix().isEmpty() ? document : document.placed(site::placed);
    }
}
