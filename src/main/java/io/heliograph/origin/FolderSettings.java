package io.heliograph.origin;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * A folder of articles.
 *
 * @param folder absolute
 * @param followDeletions whether to delete articles even when many files vanish at once
 * @param zone of dates that name none
 */
public record FolderSettings(Path folder, boolean followDeletions, ZoneId zone) implements OriginSettings {}
