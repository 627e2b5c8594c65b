package io.heliograph.origin;

import io.heliograph.article.Draft;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Entries that no reader was made for. One that cannot be read costs no other. */
final class Unexpected {

    private Unexpected() {}

    /**
     * What a reader makes of an entry; nothing, and a problem, if it fails as it never should.
     *
     * @param where names the entry for a person
     */
    static Optional<Draft> caught(String where, List<EntryProblem> problems, Supplier<Optional<Draft>> reader) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            problems.add(new EntryProblem(where, EntryProblem.Reason.UNREADABLE, "holds what was not expected: " + e));
            return Optional.empty();
        }
    }
}
