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
        if (port(url) != 80 && port(url) != 443 && !isTyped(request, url)) {
            throw new FetchFailure(
                    Reason.FORBIDDEN,
                    (url.equals(request.url()) ? "it lives at port " : "a redirect leads to port ") + port(url) + " of "
                            + url.getHost() + ", where requests do not go");
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
                        isTyped(request, url)
                                ? url.getHost() + " has the private address " + address.getHostAddress()
                                        + ": if it is yours, list it under outbound.allow"
                                : (url.equals(request.url()) ? "it lives at " : "a redirect leads to ") + url.getHost()
                                        + ", which has the private address " + address.getHostAddress());
            }
        }
    }

    /** Whether the operator named this very host, and in a way that says it is meant to be private. */
    private boolean mayBePrivate(FetchRequest request, URI url) {
        if (!isTyped(request, url)) {
            return false;
        }
        String host = bare(url.getHost()).toLowerCase(Locale.ROOT);
        boolean literal = url.getHost().startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        return literal
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || settings.allow().contains(host);
    }

    /** Whether the configuration itself names this host and port. */
    private static boolean isTyped(FetchRequest request, URI url) {
        URI typed = request.typed();
        return bare(url.getHost()).equalsIgnoreCase(bare(typed.getHost())) && port(url) == port(typed);
    }

    static int port(URI url) {
        return url.getPort() != -1 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** An IPv6 literal without its brackets; any other host as it is. */
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
