package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sitemap (sitemaps.org, protocol 0.9) with Google's extensions for pictures and videos, and with the translations of
 * each page. Written piece by piece, so that not all articles of a site need be in memory at once.
 */
public final class Sitemap {

    static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** Longer addresses are not allowed ("loc"). */
    private static final int LONGEST_ADDRESS = 2_047;

    /** Google reads no more of them a page. */
    private static final int MOST_IMAGES = 1000;

    /** Most bytes of an entry with everything in it but its versions: a part may have 50 MB, and a thousand entries. */
    private static final int MOST_BYTES = 6_000;

    /** Most bytes of an entry's versions; of more none is named, for each must name all others. */
    private static final int MOST_VERSION_BYTES = 30_000;

    /** What a version takes beside its address. */
    private static final int VERSION_BYTES = 80;

    private final XmlWriter xml = new XmlWriter(64 * 1024);
    private final Site site;

    public Sitemap(Site site) {
        this.site = site;
        xml.open(
                "urlset",
                "xmlns",
                NAMESPACE,
                "xmlns:image",
                "http://www.google.com/schemas/sitemap-image/1.1",
                "xmlns:video",
                VideoEntry.NAMESPACE,
                "xmlns:xhtml",
                "http://www.w3.org/1999/xhtml");
    }

    /** A page that is no article's. {@code changed} is {@link Instant#EPOCH} where nobody knows. */
    public Sitemap page(Href href, Instant changed) {
        xml.open("url").text("loc", href.value());
        if (!changed.equals(Instant.EPOCH)) {
            xml.text("lastmod", Dates.rfc3339(changed));
        }
        xml.close("url");
        return this;
    }

    /**
     * An article's page; nothing where its address is too long on any host.
     *
     * @param translations of the article, itself left out
     */
    public Sitemap article(Article whole, List<Article> translations) {
        if (!isShort(whole, site)) {
            return this;
        }
        Article article = Carried.of(whole);
        xml.open("url").text("loc", article.href().value());
        xml.text("lastmod", Dates.rfc3339(article.updated()));
        alternates(article, translations);
        int before = xml.length();
        article.story().images().stream()
                .limit(MOST_IMAGES)
                .filter(image -> hasRoom(before))
                .forEach(this::image);
        VideoEntry.of(article).stream().filter(video -> hasRoom(before)).forEach(video -> video.write(xml));
        xml.close("url");
        return this;
    }

    public Slotted finish() {
        xml.close("urlset");
        return xml.finish();
    }

    /** Whether an article's address is short enough on every host. */
    static boolean isShort(Article article, Site site) {
        int path = site.placed(article.path()).length();
        return site.hosts().stream().allMatch(host -> host.base().length() + path <= LONGEST_ADDRESS);
    }

    private boolean hasRoom(int before) {
        return xml.length() - before < MOST_BYTES;
    }

    /** Every version of an article, this one too, and each language once (Google, "Localized versions"). */
    private void alternates(Article article, List<Article> translations) {
        if (translations.isEmpty()) {
            return;
        }
        Map<String, Article> versions = new LinkedHashMap<>();
        versions.put(article.languageOr(site.language()), article);
        translations.forEach(other -> versions.putIfAbsent(other.languageOr(site.language()), other));
        int bytes = versions.values().stream()
                .mapToInt(version -> version.href().value().length() + VERSION_BYTES)
                .sum();
        if (bytes > MOST_VERSION_BYTES) {
            return;
        }
        versions.forEach((language, version) -> xml.empty(
                "xhtml:link",
                "rel",
                "alternate",
                "hreflang",
                language,
                "href",
                version.href().value()));
    }

    private void image(Image image) {
        xml.open("image:image").text("image:loc", image.href().value()).close("image:image");
    }
}
