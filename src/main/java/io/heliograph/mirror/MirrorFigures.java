package io.heliograph.mirror;

/**
 * What a mirror holds.
 *
 * @param memoryBytes of stored responses, and of what was made of them for hosts and codings
 * @param diskBytes of files with stored responses, as a file system counts them
 */
public record MirrorFigures(long memoryBytes, long diskBytes) {}
