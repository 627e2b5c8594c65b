package io.heliograph.store;

import java.nio.file.Path;

/**
 * Where the store lives.
 *
 * @param directory holds everything; made if it is not there
 */
public record StoreSettings(Path directory) {}
