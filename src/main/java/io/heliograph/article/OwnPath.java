package io.heliograph.article;

import java.util.List;
import java.util.Set;

/** The paths that are our own endpoints, or may become such: no article lives there. */
public final class OwnPath {

    private static final Set<String> ENDPOINTS = Set.of(
            "/",
            "/-",
            "/feed",
            "/feeds",
            "/search",
            "/sections",
            "/tags",
            "/authors",
            "/languages",
            "/mirrors",
            "/tv",
            "/audio",
            "/video",
            "/live",
            "/hub",
            "/media",
            "/private",
            "/assets",
            "/robots.txt",
            "/sitemap.xml",
            "/news-sitemap.xml",
            "/favicon.ico",
            "/apple-touch-icon.png");

    private static final List<String> BELOW = List.of(
            "/a/",
            "/archive/",
            "/assets/",
            "/audio/archive/",
            "/audio/feed",
            "/audio/podcast.",
            "/authors/",
            "/feed.",
            "/feed/",
            "/feeds.",
            "/feeds/",
            "/languages/",
            "/live/archive/",
            "/live/feed",
            "/live/podcast.",
            "/media/",
            "/private/",
            "/podcast.",
            "/search/",
            "/sitemap-",
            "/sections/",
            "/tags/",
            "/tv/",
            "/video/archive/",
            "/video/feed",
            "/video/podcast.",
            "/.well-known/",
            "/-/");

    private OwnPath() {}

    /** Whether a path, without its query, is one of them. */
    public static boolean isReserved(String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return ENDPOINTS.contains(bare) || BELOW.stream().anyMatch(path::startsWith);
    }

    /**
     * Where a path of ours is found on a site: an endpoint below the site's prefix, an article at its own path.
     *
     * @param path may have a query and a fragment
     */
    public static String placed(String prefix, String path) {
        if (prefix.isEmpty()) {
            return path;
        }
        int end = 0;
        while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
            end++;
        }
        String bare = path.substring(0, end);
        return isReserved(bare) && !bare.startsWith("/.well-known/") ? prefix + path : path;
    }
}
