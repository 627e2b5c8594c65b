package io.heliograph.article;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an article is at its origin: the path and query of its link, without what tells where a visitor came from. */
public final class Address {

    private static final int LONGEST = 2048;

    /** Query parameters that tell where a visitor came from, and not what to show. */
    private static final List<String> TRACKING =
            List.of("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "ref=", "source=rss", "cmp=", "at_");

    private Address() {}

    /** The address that a link leads to; empty if it is no URL of a web page. */
    public static String of(String link) {
        try {
            URI url = URI.create(link);
            if (url.getRawAuthority() == null) {
                return "";
            }
            String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            String address = of(path, url.getRawQuery() == null ? "" : url.getRawQuery());
            return address.length() > LONGEST ? "" : address;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * The address that a request asks for.
     *
     * @param query without its question mark; empty if there is none
     */
    public static String of(String path, String query) {
        String telling = telling(query);
        return telling.isEmpty() ? path : path + "?" + telling;
    }

    /** What of a query tells one page from another. */
    public static String telling(String query) {
        if (query.isEmpty()) {
            return "";
        }
        return Stream.of(query.split("&", -1))
                .filter(parameter -> {
                    String name = parameter.toLowerCase(Locale.ROOT);
                    return !parameter.isEmpty() && TRACKING.stream().noneMatch(name::startsWith);
                })
                .collect(Collectors.joining("&"));
    }
}
