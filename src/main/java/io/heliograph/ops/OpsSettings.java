package io.heliograph.ops;

/**
 * Where the operations listener is.
 *
 * @param port 0 for any that is free
 * @param bind address or name of the interface
 */
public record OpsSettings(int port, String bind) {}
