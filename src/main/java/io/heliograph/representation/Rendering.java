package io.heliograph.representation;

import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/** A document with its host open. */
sealed interface Rendering {

    /**
     * A document that exists.
     *
     * @param tag fingerprint of the document: the same on every host
     * @param modified when it last changed, whole seconds
     */
    record Document(Slotted slotted, String tag, Instant modified, String contentType, Shown shown)
            implements Rendering {}

    /** There is no document, for this reason. */
    record Absent(Answer reason) implements Rendering {}
}
