package io.heliograph.config;

import io.heliograph.article.Host;
import io.heliograph.mirror.MirroredServer;
import io.heliograph.outbound.ServerAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads which web servers a mirrored site has, on which hosts they are found, and where they are asked. */
final class MirroredServers {

    private static final String SERVER = "the URL of a web site's host alone, such as https://www.example.org";
    private static final String ADDRESS = "an IP address or a name, with a port or without, such as 192.0.2.10:8443";
    private static final URI NONE = URI.create("http://none.invalid");

    private final List<Host> hosts;
    private final Function<Host, String> site;
    /** Whose an authority is: that of a server, by its URL, or empty for a host of the site. */
    private final Map<String, String> owners = new HashMap<>();

    private final Set<Host> companions = new HashSet<>();
    private final Set<Host> servers = new HashSet<>();

    /**
     * A reader for one site.
     *
     * @param hosts of the site
     * @param site finds the id of another site that has a host, which is this site's from then on if there is none; empty if
     *     there is none
     */
    MirroredServers(List<Host> hosts, Function<Host, String> site) {
        this.hosts = hosts;
        this.site = site;
        hosts.forEach(host -> owns(host, ""));
    }

    /** The server of the site itself. */
    MirroredServer own(MappingReader mirror) {
        URI url = server(mirror);
        return new MirroredServer(url, List.of(), addresses(mirror));
    }

    /** The further ones: a URL alone, or a mapping. */
    List<MirroredServer> further(MappingReader mirror) {
        List<MappingReader> entries = mirror.entries("also", "origin", SERVER + ", or a mapping with it");
        List<MirroredServer> further = new ArrayList<>();
        List<URI> urls = entries.stream().map(this::server).toList();
        for (int i = 0; i < entries.size(); i++) {
            MappingReader entry = entries.get(i);
            further.add(new MirroredServer(urls.get(i), companions(entry, urls.get(i)), addresses(entry)));
            entry.refuseOthers();
        }
        return further;
    }

    private URI server(MappingReader reader) {
        URI url = reader.value("origin", NONE, SERVER, text -> {
            // A host of somebody else's is written as one of ours.
            Host host = Host.parse(text);
            return URI.create(host.base());
        });
        if (!reader.has("origin")) {
            reader.wrong("origin", "nothing", SERVER);
        } else if (!url.equals(NONE) && !servers.add(Host.parse(url.toString()))) {
            reader.wrong("origin", url + " a second time", "each server once");
        }
        return url;
    }

    private List<Host> companions(MappingReader entry, URI server) {
        List<Host> found = new ArrayList<>();
        entry.numbered("hosts", "the URL of a host alone, such as https://cdn.news.example", Host::parse)
                .forEach((number, companion) -> {
                    String wrong = wrong(number, companion, server);
                    if (wrong.isEmpty()) {
                        found.add(companion);
                    } else {
                        entry.wrongMember("hosts", number, wrong, expected(number));
                    }
                });
        return found;
    }

    /** What is wrong with a host for a server; empty if it is good. */
    private String wrong(int number, Host companion, URI server) {
        if (number >= hosts.size()) {
            return companion + " beside no host of the site";
        }
        if (!companion.scheme().equals(hosts.get(number).scheme())) {
            return companion + " beside " + hosts.get(number);
        }
        if (servers.stream().anyMatch(mirrored -> mirrored.authority().equals(companion.authority()))) {
            return companion + ", which is a server that is mirrored";
        }
        String owner = owns(companion, server.toString());
        if (!owner.equals(server.toString())) {
            return companion + (owner.isEmpty() ? ", a host of the site" : ", which is for " + owner);
        }
        if (!companions.add(companion)) {
            return companion + " a second time";
        }
        String other = site.apply(companion);
        return other.isEmpty() ? "" : companion + ", which site " + other + " has";
    }

    private String expected(int number) {
        return number >= hosts.size()
                ? "at most as many hosts as the site has, which are " + hosts.size()
                : "a host of its own beside " + hosts.get(number) + ", with "
                        + hosts.get(number).scheme() + "://";
    }

    /** Takes an authority, also with its port spelt out, for an owner; returns whose it is. */
    private String owns(Host host, String owner) {
        String before = owners.putIfAbsent(host.name() + ":" + host.port(), owner);
        return before == null ? owner : before;
    }

    private static List<ServerAddress> addresses(MappingReader reader) {
        Map<Integer, ServerAddress> addresses = reader.numbered("addresses", ADDRESS, ServerAddress::parse);
        List<ServerAddress> found = new ArrayList<>();
        addresses.forEach((number, address) -> {
            if (found.contains(address)) {
                reader.wrongMember("addresses", number, address + " a second time", "each address once");
            }
            found.add(address);
        });
        return found;
    }
}
