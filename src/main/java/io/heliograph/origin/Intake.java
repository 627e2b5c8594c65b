package io.heliograph.origin;

import io.heliograph.article.Draft;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.OriginState;
import io.heliograph.store.Saved;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes into the store what an origin gave, in batches. Blocks. */
final class Intake {

    private static final int BATCH = 500;

    private final ArticleStore store;
    private final InstantSource clock;

    Intake(ArticleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a poll changed, transaction by transaction, and the sums. */
    record Stored(List<Changes> changes, Saved sum) {}

    /**
     * Stores what was gathered, and only then the state that lets the origin skip it next time.
     *
     * @param before what was remembered of the origin
     * @param state what is to be remembered from now on
     */
    Stored store(SiteOrigin of, Gathered gathered, OriginState before, OriginState state) {
        String key = of.origin().key();
        List<Changes> changes = new ArrayList<>();
        int added = 0;
        int updated = 0;
        int unchanged = 0;
        int duplicates = 0;
        List<Draft> drafts = gathered.drafts();
        // The last batch holds the oldest: stored first, it gets the lowest numbers.
        for (int end = drafts.size(); end > 0; end -= BATCH) {
            Saved saved = store.save(
                    of.site(), of.authority(), key, drafts.subList(Math.max(0, end - BATCH), end), clock.instant());
            changes.add(saved.changes());
            added += saved.added();
            updated += saved.updated();
            unchanged += saved.unchanged();
            duplicates += saved.duplicates();
        }
        if (!gathered.deleted().isEmpty()) {
            changes.add(store.delete(of.site(), key, gathered.deleted(), clock.instant()));
        }
        // A folder has no validators: nothing of its state is worth a write each second.
        if (of.origin().isRemote() || !before.hasSucceeded()) {
            store.remember(of.site(), key, state);
        }
        boolean renamed = !state.title().equals(before.title())
                || !state.description().equals(before.description())
                || !state.language().equals(before.language());
        if (renamed) {
            changes.add(new Changes(of.site(), 0, clock.instant(), Map.of(), Set.of(), true));
        }
        changes.removeIf(Changes::isEmpty);
        return new Stored(
                changes, new Saved(Changes.none(of.site(), clock.instant()), added, updated, unchanged, duplicates));
    }
}
