package io.heliograph.server;

import io.heliograph.article.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts of all sites, companions among them, by the authority that a request names. */
public final class HostTable {

    private final Map<String, List<SiteHost>> byAuthority = new HashMap<>();

    private HostTable() {}

    /** A table of these hosts; of two with one authority the earlier is the usual one. */
    public static HostTable of(Collection<SiteHost> hosts) {
        HostTable table = new HostTable();
        for (SiteHost host : hosts) {
            table.add(host.host().authority(), host);
            // Either way of writing the scheme's own port is right (RFC 9110, section 4.2.3).
            table.add(host.host().name() + ":" + host.host().port(), host);
        }
        return table;
    }

    /**
     * The same hosts and, for those whose names mean this machine, the listener's own port: so that a gateway that was
     * given another port can be opened in a browser.
     */
    public HostTable withLocalPort(int port) {
        HostTable table = new HostTable();
        byAuthority.forEach((authority, hosts) -> table.byAuthority.put(authority, new ArrayList<>(hosts)));
        for (List<SiteHost> hosts : byAuthority.values()) {
            SiteHost usual = hosts.get(0);
            if (usual.host().isLoopback() && usual.host().scheme().equals("http")) {
                SiteHost local = usual.atPort(port);
                table.byAuthority
                        .computeIfAbsent(local.host().name() + ":" + port, a -> new ArrayList<>())
                        .add(local);
            }
        }
        return table;
    }

    /**
     * The host that a request names.
     *
     * @param authority as {@link io.heliograph.http.Authority#parse} gives it
     * @param scheme in which the visitor asked, as a trusted proxy says; empty if unknown
     */
    Optional<SiteHost> find(String authority, String scheme) {
        List<SiteHost> hosts = byAuthority.get(authority);
        if (hosts == null && authority.startsWith("[")) {
            hosts = byAuthority.get(Host.canonical(authority));
        }
        if (hosts == null) {
            return Optional.empty();
        }
        for (SiteHost host : hosts) {
            if (host.host().scheme().equals(scheme)) {
                return Optional.of(host);
            }
        }
        return Optional.of(hosts.get(0));
    }

    private void add(String authority, SiteHost host) {
        List<SiteHost> hosts = byAuthority.computeIfAbsent(authority, a -> new ArrayList<>());
        if (!hosts.contains(host)) {
            hosts.add(host);
        }
    }
}
