package io.heliograph.feed;

import io.heliograph.article.Artwork;
import io.heliograph.article.Href;
import io.heliograph.article.Logo;

/**
 * Where a site's pictures of itself are. Their URLs hold no fingerprint, so that a feed's bytes do not change with them:
 * readers ask for icons again by themselves.
 */
final class Icons {

    private Icons() {}

    /** 144 pixels on each side, PNG. */
    static Href small() {
        return Href.own("/assets/icon-144.png");
    }

    /** 192 pixels. */
    static Href favicon() {
        return Href.own("/assets/icon-192.png");
    }

    /** 512 pixels. */
    static Href large() {
        return Href.own("/assets/icon-512.png");
    }

    static Href logo(Logo logo) {
        return Href.own("/assets/logo." + logo.ending());
    }

    /** A show's picture, or else one with the site's initial. */
    static Href artwork(Artwork artwork) {
        return Href.own("/assets/podcast." + (artwork.isNone() ? "png" : artwork.ending()));
    }

    /** A logo that SmartNews shows. */
    static Href smartNews(boolean dark) {
        return Href.own(dark ? "/assets/smartnews-dark.png" : "/assets/smartnews.png");
    }
}
