package io.heliograph.rewrite;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of names in small letters, in which a name that stands in a text is found without copying it. */
final class Names {

    private final @Nullable String[] table;
    private final int mask;

    Names(Collection<String> names) {
        int size = Integer.highestOneBit(Math.max(8, names.size() * 3)) << 1;
        table = new String[size];
        mask = size - 1;
        for (String name : names) {
            int slot = hash(name);
            while (table[slot & mask] != null && !name.equals(table[slot & mask])) {
                slot++;
            }
            table[slot & mask] = name;
        }
    }

    static Names of(String spaced) {
        return new Names(List.of(spaced.split(" ", -1)));
    }

    /** The name that stands in a text in letters of either case; empty if it is not in the set. */
    String find(Text text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.lower(i);
        }
        for (int slot = spread(hash); ; slot++) {
            String name = table[slot & mask];
            if (name == null) {
                return "";
            }
            if (text.is(from, to, name)) {
                return name;
            }
        }
    }

    boolean has(String name) {
        for (int slot = hash(name); ; slot++) {
            String found = table[slot & mask];
            if (found == null) {
                return false;
            }
            if (found.equals(name)) {
                return true;
            }
        }
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return spread(hash);
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
