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
            // A path that begins with two slashes would be another host's where it stands alone.
            boolean mine = own.contains(authority(url)) && !url.getRawPath().startsWith("//");
            return mine ? Href.own(target(url)) : new Href(url.toString());
        });
    }

    /** As {@link Host#authority} has it: without the port that the scheme has anyway. */
    private static String authority(URI url) {
        String authority = url.getRawAuthority().toLowerCase(Locale.ROOT);
        String usual = url.getScheme().equals("https") ? ":443" : ":80";
        return Host.canonical(
                authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority);
    }

    private static String target(URI url) {
        return url.getRawPath()
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment());
    }
}
