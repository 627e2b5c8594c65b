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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return address(connection.remoteAddress(true)).filter(this::isTrusted).isPresent();
    }

    /**
     * The network a request comes from: the peer's or, where that is a trusted proxy, of whom it speaks for. Of a chain of
     * proxies, the nearest that is not trusted counts, since it may say of others what it likes.
     */
    long client(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        Optional<InetAddress> peer = address(connection.remoteAddress(true));
        if (peer.isEmpty() || !isTrusted(peer.get())) {
            return peer.map(ClientNetwork::of).orElse(ClientNetwork.NEIGHBOUR);
        }
        Optional<InetAddress> spokenFor = address(connection.remoteAddress());
        if (spokenFor.isPresent() && !isTrusted(spokenFor.get())) {
            return ClientNetwork.of(spokenFor.get());
        }
        List<String> standard = request.headers().getAll("forwarded");
        List<String> chain = standard.isEmpty()
                ? List.of(String.join(",", request.headers().getAll("x-forwarded-for"))
                        .split(",", -1))
                : Forwarded.clients(String.join(",", standard));
        for (int i = chain.size() - 1; i >= 0; i--) {
            Optional<InetAddress> node = Network.node(chain.get(i));
            if (node.isEmpty()) {
                return ClientNetwork.NEIGHBOUR;
            }
            if (!isTrusted(node.get())) {
                return ClientNetwork.of(node.get());
            }
        }
        return ClientNetwork.NEIGHBOUR;
    }

    private boolean isTrusted(InetAddress address) {
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The address of a socket's end, which is a literal. */
    private static Optional<InetAddress> address(@Nullable SocketAddress end) {
        String literal = end == null ? null : end.hostAddress();
        if (literal == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
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
