package io.heliograph.origin;

import io.heliograph.article.Host;
import io.heliograph.article.Href;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resolves the links of a feed's entry; those to a host of the site become own links, with the host left open. */
final class EntryLinks implements Cleaner.Links {

    private final URI base;
    private final Set<String> own;

    EntryLinks(URI base, List<Host> hosts) {
        this.base = base;
        this.own = new HashSet<>();
        hosts.forEach(host -> own.add(host.authority()));
    }

    @Override
    public String resolve(String raw) {
        return href(raw).map(Href::value).orElse("");
    }

    /** Where a link leads; empty if nowhere. */
    Optional<Href> href(String raw) {
        return LooseUrl.resolve(base, raw).map(url -> {
            String authority = url.getRawAuthority().toLowerCase(Locale.ROOT);
            String path = url.getRawPath();
            if (own.contains(authority) && !path.startsWith("//")) {
                String rest = url.toString().substring(url.toString().indexOf(authority) + authority.length());
                return new Href(Href.OPEN_HOST + rest);
            }
            return new Href(url.toString());
        });
    }
}
