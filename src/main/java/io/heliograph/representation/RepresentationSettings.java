package io.heliograph.representation;

/**
 * How much is kept.
 *
 * @param memoryBytes most bytes of bodies and documents in memory
 */
public record RepresentationSettings(long memoryBytes) {

    public RepresentationSettings {
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("no memory for representations");
        }
    }
}
