package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.List;

/**
 * What references in a manifest of DASH are relative to (ISO/IEC 23009-1, section 5.6): the {@code BaseURL} of the element
 * they are in, or else of one around that, each relative to the next one outwards. Of several in one element, which are
 * places of the same files, the first counts.
 */
final class ManifestBases {

    /** Deeper than any manifest is. */
    private static final int DEEPEST = 64;

    private final OriginMap origins;
    private final List<Level> open = new ArrayList<>();

    private int deeper;

    /**
     * An open element.
     *
     * @param inherited of what is around it
     * @param base what counts in it
     * @param own whether it has one of its own
     */
    private record Level(BaseUrl inherited, BaseUrl base, boolean own) {}

    ManifestBases(OriginMap origins, BaseUrl document) {
        this.origins = origins;
        open.add(new Level(document, document, false));
    }

    /** Of the innermost open element. */
    BaseUrl base() {
        return open.get(open.size() - 1).base();
    }

    void open() {
        if (open.size() < DEEPEST) {
            open.add(new Level(base(), base(), false));
        } else {
            deeper++;
        }
    }

    void close() {
        if (deeper > 0) {
            deeper--;
        } else if (open.size() > 1) {
            open.remove(open.size() - 1);
        }
    }

    /** Takes the text of a {@code BaseURL} that is the innermost open element: it is for the one around it. */
    void found(String reference) {
        int around = open.size() - 2;
        if (around < 1 || deeper > 0) {
            return;
        }
        Level level = open.get(around);
        String url = level.inherited().resolve(reference);
        if (!level.own() && !url.isEmpty()) {
            open.set(around, new Level(level.inherited(), BaseUrl.of(origins, url), true));
        }
    }
}
