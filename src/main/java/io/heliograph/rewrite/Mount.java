package io.heliograph.rewrite;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An origin and where it is found on the mirror: at the root, below a path, or on companions, which are hosts of its own
 * beside those of the site. Where a host has no companion, the origin lies below a path of that host.
 */
public final class Mount {

    /** Nothing that HTML, CSS, JSON, XML or a script would want escaped, whatever the quotes around it. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~:\\[\\]-]+)*");

    private static final Pattern HOST = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]_-]+");

    private final WebOrigin origin;
    private final String path;
    private final Map<String, String> companions;
    private final boolean everywhere;
    private final Map<Beside.Part, Beside> open = new EnumMap<>(Beside.Part.class);

    /**
     * A place for an origin.
     *
     * @param origin scheme and authority
     * @param path under which it lies on hosts that have no companion, without a slash at the end, such as
     *     {@code /-/o/cdn.example.org}; empty for the root
     * @param companions by the hosts that they are beside; both by scheme and authority
     * @param everywhere whether each host of the site has one
     */
    Mount(WebOrigin origin, String path, Map<String, String> companions, boolean everywhere) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a plain path: " + path);
        }
        companions.forEach((host, companion) -> {
            if (!HOST.matcher(host).matches() || !HOST.matcher(companion).matches()) {
                throw new IllegalArgumentException("not a host alone: " + host + " or " + companion);
            }
        });
        this.origin = origin;
        this.path = path;
        this.companions = Map.copyOf(companions);
        this.everywhere = everywhere;
        for (Beside.Part part : Beside.Part.values()) {
            open.put(part, new Beside(part, this));
        }
    }

    /** An origin that is found on the hosts of the site themselves. */
    public Mount(WebOrigin origin, String path) {
        this(origin, path, Map.of(), false);
    }

    /** The origin whose paths are those of the mirror. */
    public static Mount root(String origin) {
        return new Mount(WebOrigin.parse(origin), "");
    }

    /** An origin under a path of its own: {@code <prefix>/o/<authority>}. */
    public static Mount under(String prefix, String origin) {
        return beside(prefix, origin, Map.of(), false);
    }

    /**
     * An origin that has companions.
     *
     * @param companions by the hosts that they are beside; both by scheme and authority
     * @param everywhere whether each host of the site has one
     */
    public static Mount beside(String prefix, String origin, Map<String, String> companions, boolean everywhere) {
        WebOrigin parsed = WebOrigin.parse(origin);
        return new Mount(parsed, prefix + "/o/" + parsed.authority(), companions, everywhere);
    }

    /** Scheme and authority. */
    public WebOrigin origin() {
        return origin;
    }

    /** Under which it lies on hosts that have no companion; empty for the root. */
    public String path() {
        return path;
    }

    /** The same where paths do not count. */
    Mount bare() {
        return new Mount(origin, "", companions, everywhere);
    }

    /** Whether it has hosts of its own beside some of the site's. */
    public boolean hasCompanions() {
        return !companions.isEmpty();
    }

    /** Whether its paths are those of whatever host is asked. */
    boolean isRoot() {
        return path.isEmpty() && companions.isEmpty();
    }

    /** Whether its paths are somewhere not those of the host, so that what begins with a slash has to be changed too. */
    boolean isPrefixed() {
        return !path.isEmpty() && !everywhere;
    }

    /**
     * Its host beside another; nothing if there is none.
     *
     * @param base scheme and authority of a host of the site; at the listener's own port too, where that is another
     */
    public @Nullable String companion(String base) {
        String companion = companions.get(base);
        return companion != null || companions.isEmpty() ? companion : atPort(WebOrigin.parse(base));
    }

    /** A host that is asked at another port than it says has its companion at that port. */
    private @Nullable String atPort(WebOrigin asked) {
        for (Map.Entry<String, String> pair : companions.entrySet()) {
            WebOrigin host = WebOrigin.parse(pair.getKey());
            WebOrigin companion = WebOrigin.parse(pair.getValue());
            if (host.host().equals(asked.host())
                    && host.scheme().equals(asked.scheme())
                    && host.port() == companion.port()) {
                return new WebOrigin(companion.scheme(), companion.host(), asked.port()).toString();
            }
        }
        return null;
    }

    /** Where it is found for the visitors of a host: scheme, authority and path. */
    String on(String base) {
        String companion = companion(base);
        return companion == null ? base + path : companion;
    }

    /** The place for a part of where it is found. */
    Beside open(Beside.Part part) {
        return open.getOrDefault(part, new Beside(part, this));
    }

    /** Writes what stands before the paths of this origin on the host where they are found. */
    void writePath(SlottedWriter out) {
        if (companions.isEmpty()) {
            out.raw(path);
        } else if (isPrefixed()) {
            out.mark(open(Beside.Part.PATH));
        }
    }

    /** Companions and what they are beside, for those who compare. */
    String described() {
        return origin + " " + path + " " + new TreeMap<>(companions);
    }

    @Override
    public String toString() {
        return described();
    }
}
