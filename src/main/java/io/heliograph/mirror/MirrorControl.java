package io.heliograph.mirror;

import java.util.List;

/** What the owner of a site may do with its mirror. */
public interface MirrorControl {

    /** Makes what is stored for a URL of the site stale: the origin is asked when it is wanted next. */
    void purgeUrl(String path, String query);

    /** The same for all that belongs to a group: {@code Cache-Groups}, {@code Surrogate-Key} or {@code Cache-Tag}. */
    void purgeGroup(String group);

    /** The same for everything. */
    void purgeAll();

    /** Where its pages lead to the origin still, as far as is known; the latest last. */
    List<Leaks.Entry> leaks();

    /** How much is stored. */
    MirrorFigures figures();
}
