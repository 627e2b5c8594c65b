package io.heliograph.rewrite;

import java.util.ArrayList;
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

    private final byte[] document;
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

    /** Replaces what stands in a text from one place to before another. What is replaced already stays so. */
    void replace(Text text, int from, int to, Consumer<SlottedWriter> by) {
        int start = text.place(from);
        sorted &= edits.isEmpty() || edits.get(edits.size() - 1).to <= start;
        edits.add(new Edit(start, Math.max(start, text.place(to)), by));
    }

    /** Inserts before a place in a text. */
    void insert(Text text, int at, String what) {
        replace(text, at, at, w -> w.raw(what));
    }

    /** The document with its edits. */
    Slotted apply() {
        return apply(0, document.length);
    }

    /** A part of the document with its edits. */
    Slotted apply(int from, int to) {
        sort();
        SlottedWriter out = new SlottedWriter(to - from + 64);
        int at = from;
        for (int i = first(from); i < edits.size() && edits.get(i).from < to; i++) {
            Edit edit = edits.get(i);
            if (edit.from >= at) {
                out.bytes(document, at, edit.from);
                edit.text.accept(out);
                at = edit.to;
            }
        }
        return out.bytes(document, Math.min(at, to), to).finish();
    }

    /** Whether anything in a part of the document is replaced. */
    boolean touch(int from, int to) {
        sort();
        int i = first(from);
        return i < edits.size() && edits.get(i).from < to;
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
