package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is put in place of parts of a document. Every byte outside them stays as it is. */
final class Edits {

    /**
     * @param from first byte that is replaced
     * @param to the byte after the last
     * @param text writes what goes there
     */
    private record Edit(int from, int to, Consumer<SlottedWriter> text) {}

    /** How many times its length a document may take when it is rewritten. */
    private static final int MOST_GROWTH = 8;

    /** Bytes that a document has for each edit; an honest one has many more. */
    private static final int MOST_DENSITY = 8;

    private static final int SMALL_COUNT = 10_000;

    /** What a small one may take more, bytes. */
    private static final int SMALL_BYTES = 1 << 20;

    private final byte[] document;
    private final BitSet kept = new BitSet();
    private final List<Edit> edits = new ArrayList<>();
    private boolean sorted = true;

    Edits(byte[] document) {
        this.document = document;
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    int size() {
        return edits.size();
    }

    /**
     * Replaces what stands in a text from one place to before another. What is replaced already stays so.
     *
     * @throws IllegalStateException as {@link #apply} does
     */
    void replace(Text text, int from, int to, Consumer<SlottedWriter> by) {
        if (edits.size() > document.length / MOST_DENSITY + SMALL_COUNT) {
            throw tooMuch();
        }
        int start = text.place(from);
        sorted &= edits.isEmpty() || edits.get(edits.size() - 1).to <= start;
        edits.add(new Edit(start, Math.max(start, text.place(to)), by));
    }

    /** Says that a part is meant to stay as it is, though it names the origin. */
    void keep(Text text, int from, int to) {
        kept.set(text.place(from), Math.max(text.place(from), text.place(to)));
    }

    /** Inserts before a place in a text. */
    void insert(Text text, int at, String what) {
        replace(text, at, at, w -> w.raw(what));
    }

    /** A text with the edits that were made in it since there were this many. */
    Slotted since(int before, Text text) {
        List<Edit> own = new ArrayList<>(edits.subList(before, edits.size()));
        own.sort(Comparator.comparingInt(Edit::from));
        SlottedWriter out = new SlottedWriter(text.length() + 64);
        int at = 0;
        for (Edit edit : own) {
            int from = text.index(edit.from);
            if (from >= at) {
                out.bytes(text.copy(at, from));
                edit.text.accept(out);
                at = text.index(edit.to);
            }
        }
        return out.bytes(text.copy(at, text.length())).finish();
    }

    /**
     * The document with its edits.
     *
     * @throws IllegalStateException if these would make many times as much of it, as those of no honest document do
     */
    Slotted apply() {
        sort();
        long most = MOST_GROWTH * (long) document.length + SMALL_BYTES;
        SlottedWriter out = new SlottedWriter(document.length + 64);
        int at = 0;
        for (Edit edit : edits) {
            if (edit.from >= at) {
                out.bytes(document, at, edit.from);
                edit.text.accept(out);
                at = edit.to;
                if (out.weight() > most) {
                    throw tooMuch();
                }
            }
        }
        return out.bytes(document, at, document.length).finish();
    }

    /** Whether what stands at a place of the document is replaced, or meant to stay. */
    boolean covers(int place) {
        sort();
        // Edits are in order and do not overlap, but for those that came too late.
        int i = first(place + 1) - 1;
        return kept.get(place) || i >= 0 && edits.get(i).to > place;
    }

    private static IllegalStateException tooMuch() {
        return new IllegalStateException("a document that would grow to many times its length");
    }

    private void sort() {
        if (!sorted) {
            edits.sort(Comparator.comparingInt(Edit::from));
            sorted = true;
        }
    }

    /** The first edit that begins at a place or after it. */
    private int first(int from) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.get(middle).from < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
