package io.heliograph.origin;

import io.heliograph.article.Text;

/**
 * Something that was wrong with an entry, or with a whole document, and what became of it.
 *
 * @param where names the entry for a person: a file's path, a title, or its position; cut where it is long
 * @param reason one of a small fixed set, for counting
 * @param detail for a person, one line; cut likewise
 */
public record EntryProblem(String where, Reason reason, String detail) {

    private static final int LONGEST = 300;

    public EntryProblem {
        where = Plain.cut(Text.line(where), LONGEST);
        detail = Plain.cut(Text.line(detail), LONGEST);
    }

    /** Kinds of problems; a label of metrics. */
    public enum Reason {
        /** Taken after repair: the document broke the rules of its format. */
        REPAIRED(true),
        /** Taken without the part that is bad: a picture, a recording, a date. */
        PART_LEFT_OUT(true),
        /** Taken without a picture: its host does not give it. */
        PICTURE_UNREACHABLE(true),
        /** Taken without a picture: it lives where requests must not go. */
        PICTURE_FORBIDDEN(true),
        /** Taken without a picture: it has more bytes or pixels than we take, or is one too many. */
        PICTURE_TOO_LARGE(true),
        /** Taken without a picture: it is none, or damaged. */
        PICTURE_UNREADABLE(true),
        /** Left out: cannot be read as what it should be. */
        UNREADABLE(false),
        /** Left out: says nothing. */
        EMPTY(false),
        /** Left out: has the id of another entry of the same origin. */
        DUPLICATE(false),
        /** Left out: larger, or more, than we take. */
        TOO_LARGE(false);

        private final boolean taken;

        Reason(boolean taken) {
            this.taken = taken;
        }

        /** Whether the entry was taken all the same. */
        public boolean isTaken() {
            return taken;
        }
    }
}
