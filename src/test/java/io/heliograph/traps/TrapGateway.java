package io.heliograph.traps;

import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.List;

/** A gateway that mirrors the site of traps on three hosts: two with a companion of the CDN, one without. */
final class TrapGateway implements AutoCloseable {

    static final List<View> VIEWS = List.of(
            View.mirror("http://news.example", "http://cdn.news.example"),
            View.mirror("http://third.example:8081", ""),
            View.mirror("http://mirror.example", "http://cdn.mirror.example"));

    private static final List<String> NAMES =
            List.of("news.example", "cdn.news.example", "mirror.example", "cdn.mirror.example", "third.example");

    private final TestGateway gateway;
    private final TrapSite site;

    private TrapGateway(TestGateway gateway, TrapSite site) {
        this.gateway = gateway;
        this.site = site;
    }

    static TrapGateway start(Path directory, TrapSite site) {
        return new TrapGateway(
                TestGateway.start(
                        directory,
                        "sites.0.hosts=[http://news.example, http://mirror.example, \"http://third.example:8081\"]",
                        "sites.0.mirror={ origin: \"" + Server.WWW.base() + "\", addresses: [\"127.0.0.1:"
                                + site.port(Server.WWW)
                                + "\"], memory: 256MB, websockets: true, methods: [GET, HEAD, POST],"
                                + " cookies: { allow: [lamp] }, also: [{ origin: \"" + Server.IMG.base()
                                + "\", addresses: [\"127.0.0.1:" + site.port(Server.IMG) + "\"] }, { origin: \""
                                + Server.CDN.base() + "\", addresses: [\"127.0.0.1:" + site.port(Server.CDN)
                                + "\"], hosts: [http://cdn.news.example, http://cdn.mirror.example] }] }"),
                site);
    }

    int port() {
        return gateway.port();
    }

    int opsPort() {
        return gateway.opsPort();
    }

    /** Where a browser finds it. */
    String rules() {
        return site.rules(NAMES, gateway.port());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
