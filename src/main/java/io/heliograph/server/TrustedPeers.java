package io.heliograph.server;

import io.heliograph.http.Authority;
import io.heliograph.http.BadRequest;
import io.heliograph.http.Network;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** The proxies in front whose word counts. From anybody else, forwarded fields are as if they were not there. */
final class TrustedPeers {

    private final List<Network> networks;

    TrustedPeers(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * What the visitor asked for, before proxies.
     *
     * @param authority as {@link Authority#parse} gives it
     * @param scheme empty if unknown
     */
    record Forwarded(String authority, String scheme) {}

    /**
     * What a trusted proxy says of the visitor's request: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-Host} and
     * {@code X-Forwarded-Proto}. For other peers, and where a field is no good, what the request itself says.
     */
    Forwarded forwarded(HttpServerRequest request, String authority) {
        if (networks.isEmpty() || !isTrusted(request.connection())) {
            return new Forwarded(authority, "");
        }
        MultiMap fields = request.headers();
        String standard = last(fields.getAll("forwarded"));
        String host = standard.isEmpty() ? last(fields.getAll("x-forwarded-host")) : parameter(standard, "host");
        String scheme = standard.isEmpty() ? last(fields.getAll("x-forwarded-proto")) : parameter(standard, "proto");
        try {
            return new Forwarded(host.isEmpty() ? authority : Authority.parse(host), scheme.toLowerCase(Locale.ROOT));
        } catch (BadRequest e) {
            return new Forwarded(authority, scheme.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether the other end of a connection itself, and not whom it speaks for, is in a trusted network. */
    boolean isTrusted(HttpConnection connection) {
        SocketAddress peer = connection.remoteAddress(true);
        String literal = peer == null ? null : peer.hostAddress();
        if (literal == null) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return networks.stream().anyMatch(network -> network.contains(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Of a list, the member that the nearest proxy wrote. */
    private static String last(List<String> fields) {
        if (fields.isEmpty()) {
            return "";
        }
        String field = fields.get(fields.size() - 1);
        return field.substring(field.lastIndexOf(',') + 1).strip();
    }

    private static String parameter(String element, String name) {
        for (String pair : element.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return pair.substring(equals + 1).strip().replace("\"", "");
            }
        }
        return "";
    }
}
