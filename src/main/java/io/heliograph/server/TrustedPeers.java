package io.heliograph.server;

import io.heliograph.http.Authority;
import io.heliograph.http.BadRequest;
import io.heliograph.http.Forwarded;
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
    record Asked(String authority, String scheme) {}

    /**
     * What a trusted proxy says of the visitor's request: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-Host} and
     * {@code X-Forwarded-Proto}. For other peers, and where a field is no good, what the request itself says.
     */
    Asked forwarded(HttpServerRequest request, String authority) {
        if (networks.isEmpty() || !isTrusted(request.connection())) {
            return new Asked(authority, "");
        }
        MultiMap fields = request.headers();
        List<String> standard = fields.getAll("forwarded");
        Forwarded said = standard.isEmpty()
                ? new Forwarded(last(fields.getAll("x-forwarded-host")), last(fields.getAll("x-forwarded-proto")))
                : Forwarded.last(standard.get(standard.size() - 1));
        String scheme = said.proto().toLowerCase(Locale.ROOT);
        try {
            return new Asked(said.host().isEmpty() ? authority : Authority.parse(said.host()), scheme);
        } catch (BadRequest e) {
            return new Asked(authority, scheme);
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
}
