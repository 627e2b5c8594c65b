package io.heliograph.server;

import io.heliograph.article.Host;
import io.heliograph.mirror.Companion;
import org.jspecify.annotations.Nullable;

/**
 * A host, and the site it belongs to.
 *
 * @param companion what it stands for, if that is a further server of a mirrored site; then nothing of ours is on it
 */
public record SiteHost(String site, Host host, @Nullable Companion companion) {

    /** A host of the site itself. */
    public SiteHost(String site, Host host) {
        this(site, host, null);
    }

    /** A host that stands for a further server of a mirrored site. */
    public SiteHost(String site, Companion companion) {
        this(site, companion.host(), companion);
    }

    /** The host of the site: itself, or the one that it is beside. */
    Host beside() {
        return companion == null ? host : companion.beside();
    }

    /** The further server that it stands for, by scheme and authority; empty for none. */
    String server() {
        return companion == null ? "" : companion.server().toString();
    }

    /** The same at another port. */
    SiteHost atPort(int port) {
        return companion == null ? new SiteHost(site, host.atPort(port)) : new SiteHost(site, companion.atPort(port));
    }
}
