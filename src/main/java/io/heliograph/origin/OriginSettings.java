package io.heliograph.origin;

/** An origin as configured. */
public sealed interface OriginSettings permits FeedSettings, FolderSettings {}
