package io.heliograph.server;

import io.heliograph.http.Network;
import java.time.Duration;
import java.util.List;

/**
 * Where the public listener is.
 *
 * @param port 0 for any that is free
 * @param bind address or name of the interface
 * @param trusted networks of proxies in front, whose forwarded fields are believed
 * @param proxyProtocol whether those proxies begin each connection with the PROXY protocol
 * @param drain how long requests under way may take when the gateway ends
 * @param allowance how many whole feeds a visitor may have who keeps none
 */
public record ServerSettings(
        int port,
        String bind,
        List<Network> trusted,
        boolean proxyProtocol,
        Duration drain,
        AllowanceSettings allowance) {

    public ServerSettings {
        trusted = List.copyOf(trusted);
    }
}
