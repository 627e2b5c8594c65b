package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which origins a mirror stands for, and where on it each is found; and back again, for requests.
 *
 * <p>Hosts match whole, never as a part of a longer name. Where an origin has its scheme's own port, the other scheme's
 * origin on its own port is the same one: sites mix http and https. Nothing else is mapped.
 */
public final class OriginMap {

    private final Mount root;
    private final List<Mount> mounts;
    /** By host name; one host may have several ports. */
    private final Map<String, List<Mount>> byHost = new HashMap<>();

    /**
     * A map.
     *
     * @param mounts the first is that of the mirrored site itself, at the root; the same origin counts once, the first time
     * @throws IllegalArgumentException if the first is not at the root
     */
    public OriginMap(List<Mount> mounts) {
        if (mounts.isEmpty() || !mounts.get(0).path().isEmpty()) {
            throw new IllegalArgumentException("the first origin is not at the root");
        }
        root = mounts.get(0);
        List<Mount> longestFirst = new ArrayList<>(mounts);
        longestFirst.sort(Comparator.comparingInt((Mount m) -> -m.path().length()));
        this.mounts = List.copyOf(longestFirst);
        mounts.forEach(mount -> byHost.computeIfAbsent(mount.origin().host(), h -> new ArrayList<>())
                .add(mount));
    }

    /** The site's own origin alone. */
    public static OriginMap of(String origin) {
        return new OriginMap(List.of(Mount.root(origin)));
    }

    /** The site's own origin, and others under paths of their own below a prefix. */
    public static OriginMap of(String origin, String prefix, List<String> also) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(Mount.root(origin));
        also.forEach(other -> mounts.add(Mount.under(prefix, other)));
        return new OriginMap(mounts);
    }

    /** The same origins where paths do not count: all at the root. */
    OriginMap withoutPaths() {
        return new OriginMap(Stream.concat(Stream.of(root), mounts.stream())
                .map(mount -> mount.isPrefixed() ? new Mount(mount.origin(), "") : mount)
                .toList());
    }

    /** The site's own origin. */
    public WebOrigin origin() {
        return root.origin();
    }

    /** Names of all hosts that are mapped, in lower case and ASCII. */
    public Set<String> hosts() {
        return byHost.keySet();
    }

    /** Whether an absolute URL leads to a mapped origin. One with a user name in it never does. */
    public boolean isMapped(String url) {
        return mount(url) != null;
    }

    /** The path under which the origin of an absolute URL lies on every host; empty for the root, and what is not mapped. */
    public String path(String url) {
        Mount mount = mount(url);
        return mount == null || !mount.isPrefixed() ? "" : mount.path();
    }

    /** The host of an absolute URL, as it is compared; empty if it has none. */
    String hostOf(String url) {
        try {
            return WebOrigin.parse(url).host();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Nullable Mount mount(String url) {
        try {
            WebOrigin origin = WebOrigin.parse(url);
            return mount(origin.scheme(), origin.host(), origin.port());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where an origin is found; null if it is not mapped. */
    @Nullable Mount mount(String scheme, String host, int port) {
        List<Mount> candidates = byHost.get(host);
        if (candidates == null) {
            return null;
        }
        Mount pair = null;
        for (Mount mount : candidates) {
            WebOrigin origin = mount.origin();
            if (origin.port() == port && origin.scheme().equals(scheme)) {
                return mount;
            }
            if (pair == null
                    && origin.port() == WebOrigin.defaultPort(origin.scheme())
                    && port == WebOrigin.defaultPort(scheme)) {
                pair = mount;
            }
        }
        return pair;
    }

    /**
     * What a request is for: the absolute URL at the origin.
     *
     * @param pathAndQuery of the request, the path normalised
     */
    public String target(String pathAndQuery) {
        for (Mount mount : mounts) {
            if (mount.isPrefixed() && pathAndQuery.startsWith(mount.path())) {
                String rest = pathAndQuery.substring(mount.path().length());
                if (rest.isEmpty() || rest.startsWith("?")) {
                    return mount.origin() + "/" + rest;
                }
                if (rest.startsWith("/")) {
                    return mount.origin() + rest;
                }
            }
        }
        return root.origin() + pathAndQuery;
    }

    /**
     * A URL that a client sent, such as its {@code Referer}, as the origin knows it.
     *
     * @param base scheme and authority of the host that was asked
     * @return the URL at the origin; unchanged if it is not on that host
     */
    public String back(String url, String base) {
        if (!url.toLowerCase(Locale.ROOT).startsWith(base)) {
            return url;
        }
        String rest = url.substring(base.length());
        return rest.isEmpty() ? root.origin().toString() : "/?#".indexOf(rest.charAt(0)) >= 0 ? target(rest) : url;
    }
}
