package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.outbound.ServerAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A web server whose pages and files a site has.
 *
 * @param url scheme and authority
 * @param companions hosts that stand for it, each beside a host of the site in their order; for hosts that come after
 *     these it lies under a path
 * @param addresses where it is asked, the first if it is well; empty for those that its name has
 */
public record MirroredServer(URI url, List<Host> companions, List<ServerAddress> addresses) {

    public MirroredServer {
        companions = List.copyOf(companions);
        addresses = List.copyOf(addresses);
    }

    /** A server without hosts or addresses of its own. */
    public MirroredServer(URI url) {
        this(url, List.of(), List.of());
    }

    /** Its companions, with the hosts of the site that they are beside. */
    public List<Companion> beside(List<Host> hosts) {
        List<Companion> all = new ArrayList<>();
        for (int i = 0; i < Math.min(hosts.size(), companions.size()); i++) {
            all.add(new Companion(companions.get(i), hosts.get(i), url));
        }
        return all;
    }

    /** The bases of its companions, by those of the hosts of the site. */
    Map<String, String> basesBeside(List<Host> hosts) {
        Map<String, String> bases = new LinkedHashMap<>();
        beside(hosts)
                .forEach(pair -> bases.put(pair.beside().base(), pair.host().base()));
        return bases;
    }
}
