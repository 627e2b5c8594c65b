package io.heliograph.origin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which articles of a folder are gone: those that are missing in two looks, one after the other. Many that
 * vanish at once are kept, since an empty disk in place of a full one is no wish to delete. Used by one look at a time.
 */
final class Vanishing {

    /** So many may vanish at once whatever their share. */
    private static final int FEW = 5;

    private final FolderSettings settings;
    private Set<String> missingBefore = Set.of();
    private boolean awaitsAnotherLook;

    Vanishing(FolderSettings settings) {
        this.settings = settings;
    }

    /** A look that could not see everything: what is missing in it says nothing. */
    Set<String> uncertain() {
        missingBefore = Set.of();
        awaitsAnotherLook = false;
        return Set.of();
    }

    /**
     * A look that saw everything.
     *
     * @param missing articles that are stored and have no file
     * @param stored how many are stored
     * @param problems gets a note where many are kept
     * @return those that are gone
     */
    Set<String> look(Set<String> missing, int stored, List<EntryProblem> problems) {
        boolean many = missing.size() > FEW && missing.size() * 2 > stored;
        if (many && !settings.followDeletions()) {
            if (!missing.equals(missingBefore)) {
                problems.add(new EntryProblem(
                        settings.folder().toString(),
                        EntryProblem.Reason.PART_LEFT_OUT,
                        missing.size() + " of " + stored
                                + " articles have no file any more; they are kept. If they are meant to be"
                                + " deleted, start with deletions: follow for this folder"));
            }
            missingBefore = Set.copyOf(missing);
            awaitsAnotherLook = false;
            return Set.of();
        }
        Set<String> gone = new HashSet<>(missing);
        gone.retainAll(missingBefore);
        Set<String> unsure = new HashSet<>(missing);
        unsure.removeAll(gone);
        missingBefore = unsure;
        awaitsAnotherLook = !unsure.isEmpty();
        return gone;
    }

    /** Whether something is missing for the first time, so that another look should come soon. */
    boolean awaitsAnotherLook() {
        return awaitsAnotherLook;
    }
}
