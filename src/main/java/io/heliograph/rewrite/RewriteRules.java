package io.heliograph.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is rewritten on a mirror, and to where.
 *
 * @param hosts scheme and authority of each host the mirror has: hashes of what differs from host to host are made for
 *     these
 * @param lazyAttributes names of attributes, in small letters, from which the site's scripts take a URL that is relative
 *     to the page, or a {@code srcset} where the name ends so
 */
public record RewriteRules(OriginMap origins, List<String> hosts, Canonical canonical, Set<String> lazyAttributes) {

    /** Raise it when the same body is rewritten to something else than before: what is stored is made anew then. */
    public static final int VERSION = 4;

    /** The attributes that the common libraries for lazy loading use. */
    public static final Set<String> COMMON_LAZY_ATTRIBUTES = Set.of(
            "data-src",
            "data-srcset",
            "data-href",
            "data-original",
            "data-original-src",
            "data-original-srcset",
            "data-lazy",
            "data-lazy-src",
            "data-lazy-srcset",
            "data-lazyload",
            "data-ll-src",
            "data-ll-srcset",
            "data-bg",
            "data-bg-src",
            "data-background",
            "data-background-image",
            "data-image",
            "data-image-src",
            "data-img",
            "data-img-src",
            "data-large",
            "data-full",
            "data-zoom-image",
            "data-poster",
            "data-thumb",
            "data-video",
            "data-video-src",
            "data-mp4",
            "data-webm",
            "data-srcset-webp",
            "data-url");

    /** Which URL pages name as their canonical one. */
    public enum Canonical {
        /** The origin's, on every host. */
        ORIGIN,
        /** The one on the host that is asked. */
        HOST
    }

    public RewriteRules {
        hosts = List.copyOf(hosts);
        lazyAttributes = lazyAttributes.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Rules with the attributes that the common libraries use. */
    public RewriteRules(OriginMap origins, List<String> hosts, Canonical canonical) {
        this(origins, hosts, canonical, COMMON_LAZY_ATTRIBUTES);
    }
}
