package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Mount> companions;
    /** By host name; one host may have several ports. */
    private final Map<String, List<Mount>> byHost = new HashMap<>();

    private volatile @Nullable OriginMap bare;

    /**
     * A map.
     *
     * @param mounts the first is that of the mirrored site itself, at the root; the same origin counts once, the first time
     * @throws IllegalArgumentException if the first is not at the root
     */
    public OriginMap(List<Mount> mounts) {
        if (mounts.isEmpty() || !mounts.get(0).isRoot()) {
            throw new IllegalArgumentException("the first origin is not at the root");
        }
        root = mounts.get(0);
        List<Mount> longestFirst = new ArrayList<>(mounts);
        longestFirst.sort(Comparator.comparingInt((Mount m) -> -m.path().length()));
        this.mounts = List.copyOf(longestFirst);
        companions = mounts.stream().filter(Mount::hasCompanions).toList();
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
        OriginMap made = bare;
        if (made == null) {
            made = new OriginMap(Stream.concat(Stream.of(root), mounts.stream())
                    .map(mount -> mount.isRoot() ? mount : mount.bare())
                    .toList());
            bare = made;
        }
        return made;
    }

    /** Where the site's own origin is. */
    Mount root() {
        return root;
    }

    /** The site's own origin. */
    public WebOrigin origin() {
        return root.origin();
    }

    /** Names of all hosts that are mapped, in lower case and ASCII. */
    public Set<String> hosts() {
        return byHost.keySet();
    }

    /** Whether a host name is one that always lies on the host that is asked. */
    boolean isLocal(String host) {
        return byHost.getOrDefault(host, List.of()).stream().anyMatch(mount -> !mount.hasCompanions());
    }

    /** Names above that of the site's own host for which cookies may be set: those with a dot. */
    List<String> parents() {
        List<String> parents = new ArrayList<>();
        String name = root.origin().host();
        for (int dot = name.indexOf('.'); dot >= 0 && !isAddress(name); dot = name.indexOf('.', dot + 1)) {
            if (name.indexOf('.', dot + 1) >= 0) {
                parents.add(name.substring(dot + 1));
            }
        }
        return parents;
    }

    private static boolean isAddress(String name) {
        return name.startsWith("[") || Character.isDigit(name.charAt(name.length() - 1));
    }

    /** Whether an absolute URL leads to a mapped origin. One with a user name in it never does. */
    public boolean isMapped(String url) {
        return mount(url) != null;
    }

    /**
     * The path under which the origin of an absolute URL lies on a host; empty for the root, for what has a companion beside
     * that host, and for what is not mapped.
     */
    public String pathOn(String url, String base) {
        Mount mount = mount(url);
        return mount == null || mount.companion(base) != null ? "" : mount.path();
    }

    /** The origins that have companions. */
    List<Mount> companions() {
        return companions;
    }

    /** The companions beside a host, by the origins that they stand for. */
    public Map<WebOrigin, String> companions(String base) {
        Map<WebOrigin, String> all = new LinkedHashMap<>();
        for (Mount mount : companions) {
            String companion = mount.companion(base);
            if (companion != null) {
                all.put(mount.origin(), companion);
            }
        }
        return all;
    }

    /** The places of the origins whose names end so. */
    List<Mount> mounts(String suffix) {
        return mounts.stream()
                .filter(mount -> mount.origin().host().endsWith(suffix))
                .toList();
    }

    /** The places of all origins of a host, whatever their ports. */
    List<Mount> mountsOf(String host) {
        return byHost.getOrDefault(WebOrigin.name(host), List.of());
    }

    /**
     * The origin with companions of which this is the place on one of some hosts, written as in a policy; null if there is
     * none.
     */
    @Nullable Mount mountAt(String source, List<String> hosts) {
        String place = source.endsWith("/") ? source.substring(0, source.length() - 1) : source;
        for (Mount mount : companions) {
            if (hosts.stream().anyMatch(host -> mount.on(host).equals(place))) {
                return mount;
            }
        }
        return null;
    }

    /** The origin for which a companion of a host stands; empty if it is none. */
    public String serverOf(String companion, String base) {
        for (Mount mount : companions) {
            if (companion.equalsIgnoreCase(mount.companion(base))) {
                return mount.origin().toString();
            }
        }
        return "";
    }

    /** Scheme and authority of the mapped origin that an absolute URL leads to, however it is written; empty if to none. */
    public String originOf(String url) {
        Mount mount = mount(url);
        return mount == null ? "" : mount.origin().toString();
    }

    /** Path and query of an absolute URL, however its authority is written. */
    public String targetOf(String url) {
        return BaseUrl.target(url);
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
            String rest = below(mount, pathAndQuery);
            if (!rest.isEmpty()) {
                return mount.origin() + rest;
            }
        }
        return root.origin() + pathAndQuery;
    }

    /**
     * Where on a companion a path of its host leads that is the place of an origin only where there is none.
     *
     * @param base scheme and authority of the host that was asked
     * @return the absolute URL; nothing if it is no such path, or the host has no companion for it
     */
    public Optional<String> moved(String pathAndQuery, String base) {
        for (Mount mount : companions) {
            String rest = below(mount, pathAndQuery);
            String companion = rest.isEmpty() ? null : mount.companion(base);
            if (companion != null) {
                return Optional.of(companion + rest);
            }
        }
        return Optional.empty();
    }

    /** What of a request's path and query is that of an origin under its path; empty if it is not under it. */
    private static String below(Mount mount, String pathAndQuery) {
        if (mount.path().isEmpty() || !pathAndQuery.startsWith(mount.path())) {
            return "";
        }
        String rest = pathAndQuery.substring(mount.path().length());
        return rest.isEmpty() || rest.startsWith("?") ? "/" + rest : rest.startsWith("/") ? rest : "";
    }

    /**
     * A URL that a client sent, such as its {@code Referer}, as the origin knows it.
     *
     * @param base scheme and authority of the host that was asked
     * @return the URL at the origin; unchanged if it is neither on that host nor on a companion of it
     */
    public String back(String url, String base) {
        if (isAt(url, base)) {
            String rest = url.substring(base.length());
            return rest.isEmpty() ? root.origin().toString() : target(rest);
        }
        for (Mount mount : companions) {
            String companion = mount.companion(base);
            if (companion != null && isAt(url, companion)) {
                return mount.origin() + url.substring(companion.length());
            }
        }
        return url;
    }

    private static boolean isAt(String url, String base) {
        return url.regionMatches(true, 0, base, 0, base.length())
                && (url.length() == base.length() || "/?#".indexOf(url.charAt(base.length())) >= 0);
    }
}
