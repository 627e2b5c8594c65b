package io.heliograph.rewrite;

import java.util.Arrays;

/** A start or end tag as it stands in a text, with the places of its attributes. Used again for the next tag. */
final class Tag {

    private static final int FIELDS = 5;
    private static final int NAME = 0;
    private static final int NAME_END = 1;
    private static final int VALUE = 2;
    private static final int VALUE_END = 3;
    private static final int END = 4;

    Text text = Text.EMPTY;
    int nameFrom;
    int nameTo;
    boolean isEnd;
    boolean isSelfClosing;
    private int[] places = new int[FIELDS * 16];
    private int count;

    void begin(Text in, int from, int to, boolean end) {
        text = in;
        nameFrom = from;
        nameTo = to;
        isEnd = end;
        isSelfClosing = false;
        count = 0;
    }

    /** Adds an attribute; it ends before {@code end}, its quote included. */
    void attribute(int name, int nameEnd, int value, int valueEnd, int end) {
        int at = count++ * FIELDS;
        if (at == places.length) {
            places = Arrays.copyOf(places, at * 2);
        }
        places[at + NAME] = name;
        places[at + NAME_END] = nameEnd;
        places[at + VALUE] = value;
        places[at + VALUE_END] = valueEnd;
        places[at + END] = end;
    }

    /** How many attributes it has. */
    int attributes() {
        return count;
    }

    int nameFrom(int attribute) {
        return places[attribute * FIELDS + NAME];
    }

    int nameTo(int attribute) {
        return places[attribute * FIELDS + NAME_END];
    }

    int end(int attribute) {
        return places[attribute * FIELDS + END];
    }

    /** An attribute's value as it is written, character references included. */
    Text raw(int attribute) {
        return text.part(places[attribute * FIELDS + VALUE], places[attribute * FIELDS + VALUE_END]);
    }

    /** An attribute's value, its character references decoded. */
    Text value(int attribute) {
        return CharacterReferences.decoded(raw(attribute));
    }

    /** The first attribute of a name; -1 if it has none. */
    int find(String name) {
        for (int i = 0; i < count; i++) {
            if (text.is(nameFrom(i), nameTo(i), name)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String name) {
        return find(name) >= 0;
    }

    /** The value of the first attribute of a name, in small letters of ASCII; empty if there is none. */
    String lower(String name) {
        int i = find(name);
        return i < 0 ? "" : value(i).lowered();
    }

    /** Its name in small letters. */
    String name() {
        return text.part(nameFrom, nameTo).lowered();
    }
}
