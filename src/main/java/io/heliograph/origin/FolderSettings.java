package io.heliograph.origin;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * A folder of articles.
 *
 * @param folder absolute
 * @param followDeletions whether to delete articles even when many files vanish at once
 * @param zone of dates that name none
 * @param pictures what becomes of those that live on other hosts; those of the folder are kept in any case
 */
public record FolderSettings(Path folder, boolean followDeletions, ZoneId zone, Pictures pictures)
        implements OriginSettings {}
