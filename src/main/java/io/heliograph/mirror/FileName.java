package io.heliograph.mirror;

import io.heliograph.article.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The name of a stored file. It is held as numbers, for a folder may have millions of files, and each name is in memory.
 *
 * @param member which of its group, 60 bits
 */
record FileName(Group group, long member) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    /** Of 5 bits each, in a number. */
    private static final int CHARACTERS = 12;

    private static final String ENDING = ".response";
    private static final int LENGTH = 3 * CHARACTERS + 1 + ENDING.length();

    /** What the files of a group have in common, 120 bits. */
    record Group(long high, long low) {

        /** A group by what its files are about. */
        static Group of(String text) {
            String name = Fingerprint.of(text, 2 * CHARACTERS);
            return new Group(number(name, 0), number(name, CHARACTERS));
        }
    }

    /** The name of a file by what it is of its group. */
    static FileName of(Group group, String text) {
        return new FileName(group, number(Fingerprint.of(text, CHARACTERS), 0));
    }

    /** A name as {@link #toString} wrote it; nothing if it is none of ours. */
    static @Nullable FileName parse(String name) {
        if (name.length() != LENGTH || name.charAt(2 * CHARACTERS) != '-' || !name.endsWith(ENDING)) {
            return null;
        }
        Group group = new Group(number(name, 0), number(name, CHARACTERS));
        FileName parsed = new FileName(group, number(name, 2 * CHARACTERS + 1));
        return parsed.toString().equals(name) ? parsed : null;
    }

    /** The folder that the file is in. */
    String folder() {
        return toString().substring(0, 1);
    }

    @Override
    public String toString() {
        StringBuilder name = new StringBuilder(LENGTH);
        write(name, group.high());
        write(name, group.low());
        write(name.append('-'), member);
        return name.append(ENDING).toString();
    }

    private static void write(StringBuilder name, long number) {
        for (int shift = BITS * (CHARACTERS - 1); shift >= 0; shift -= BITS) {
            name.append(LETTERS.charAt((int) (number >>> shift) & (LETTERS.length() - 1)));
        }
    }

    private static long number(String name, int from) {
        long number = 0;
        for (int i = from; i < from + CHARACTERS; i++) {
            number = number << BITS | Math.max(0, LETTERS.indexOf(name.charAt(i)));
        }
        return number;
    }
}
