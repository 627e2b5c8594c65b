package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Where a fetch may go: its first hop, which the configuration names, and those to which it is redirected. */
final class HopRules {

    private final FetchSettings settings;

    HopRules(FetchSettings settings) {
        this.settings = settings;
    }

    /** Checks what can be told by the URL alone: scheme, port, user. */
    void checkForm(FetchRequest request, URI url) throws FetchFailure {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || url.getHost() == null) {
            throw new FetchFailure(Reason.FORBIDDEN, "only http and https URLs are fetched");
        }
        if (url.getRawUserInfo() != null) {
            throw new FetchFailure(Reason.FORBIDDEN, "URLs with a user name in them are not fetched");
        }
        boolean typed = url.getHost().equalsIgnoreCase(request.url().getHost()) && port(url) == port(request.url());
        if (port(url) != 80 && port(url) != 443 && !typed) {
            throw new FetchFailure(
                    Reason.FORBIDDEN,
                    "a redirect leads to port " + port(url) + " of " + url.getHost() + ", where we do not follow");
        }
        if (scheme.equals("http") && request.url().getScheme().equalsIgnoreCase("https")) {
            throw new FetchFailure(Reason.FORBIDDEN, "a redirect leads from https to http at " + url.getHost());
        }
    }

    /** Checks that every address of a hop's name is public, unless the operator meant it not to be. */
    void checkAddresses(FetchRequest request, URI url, List<InetAddress> addresses) throws FetchFailure {
        if (mayBePrivate(request, url)) {
            return;
        }
        for (InetAddress address : addresses) {
            if (!AddressGuard.isPublic(address)) {
                throw new FetchFailure(
                        Reason.FORBIDDEN,
                        url.getHost() + " has the private address " + address.getHostAddress()
                                + ": if it is yours, list it under outbound.allow");
            }
        }
    }

    /** Whether the operator named this very host, and in a way that says it is meant to be private. */
    private boolean mayBePrivate(FetchRequest request, URI url) {
        String host = bare(url.getHost()).toLowerCase(Locale.ROOT);
        if (!host.equals(bare(request.url().getHost()).toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean literal = url.getHost().startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        return literal
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || settings.allow().contains(host);
    }

    static int port(URI url) {
        return url.getPort() != -1 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** An IPv6 literal without its brackets; any other host as it is. */
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
