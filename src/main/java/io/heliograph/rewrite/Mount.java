package io.heliograph.rewrite;

import java.util.regex.Pattern;

/**
 * An origin and where it is found on the mirror.
 *
 * @param origin scheme and authority
 * @param path under which it lies on every host, without a slash at the end, such as {@code /-/o/cdn.example.org};
 *     empty for the root; or scheme and authority of another host that stands for this origin
 */
public record Mount(WebOrigin origin, String path) {

    /** Nothing that HTML, CSS, JSON, XML or a script would want escaped, whatever the quotes around it. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~:\\[\\]-]+)*|https?://[A-Za-z0-9.:\\[\\]-]+");

    public Mount {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("neither a plain path nor a host: " + path);
        }
    }

    /** The origin whose paths are those of the mirror. */
    public static Mount root(String origin) {
        return new Mount(WebOrigin.parse(origin), "");
    }

    /** An origin under a path of its own: {@code <prefix>/o/<authority>}. */
    public static Mount under(String prefix, String origin) {
        WebOrigin parsed = WebOrigin.parse(origin);
        return new Mount(parsed, prefix + "/o/" + parsed.authority());
    }

    /** An origin that another host stands for, by scheme and authority. */
    public static Mount onto(String host, String origin) {
        return new Mount(WebOrigin.parse(origin), WebOrigin.parse(host).toString());
    }

    /** Whether it lies on the host that is asked. */
    boolean isLocal() {
        return path.isEmpty() || path.startsWith("/");
    }

    /** Whether its paths are not those of the mirror, so that what begins with a slash has to be changed too. */
    boolean isPrefixed() {
        return path.startsWith("/");
    }

    /** Where another host stands for it: scheme and authority. */
    WebOrigin host() {
        return WebOrigin.parse(path);
    }
}
