package io.heliograph.outbound;

import java.net.URI;

/** Hears how the addresses are that the configuration gives a server. Called on event loops, so it must not block. */
@FunctionalInterface
public interface AddressListener {

    /**
     * An address is in another state than before.
     *
     * @param server scheme and authority
     * @param state {@link Standby#UP}, or why it is asked only after the others
     */
    void changed(URI server, ServerAddress address, String before, String state);
}
