package io.heliograph.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The header or trailer fields of a message, in their order (RFC 9110, section 5). Immutable. Names are in lower case and
 * asked for in lower case.
 */
public final class FieldLines implements Iterable<FieldLines.Line> {

    /** No field at all. */
    public static final FieldLines NONE = new FieldLines(new Line[0]);

    private static final int LINE_BYTES = 64;

    /** Never written to once it is here. */
    private final Line[] lines;

    /**
     * One field line.
     *
     * @param name in lower case
     */
    public record Line(String name, String value) {}

    private FieldLines(Line[] lines) {
        this.lines = lines;
    }

    /** Fields of these lines; names in any case. */
    public static FieldLines of(List<Line> lines) {
        Line[] all = new Line[lines.size()];
        for (int i = 0; i < all.length; i++) {
            Line line = lines.get(i);
            String name = lower(line.name());
            all[i] = name.equals(line.name()) ? line : new Line(name, line.value());
        }
        return new FieldLines(all);
    }

    /** Fields of names and values by turns. */
    public static FieldLines of(String... namesAndValues) {
        List<Line> lines = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.add(new Line(namesAndValues[i], namesAndValues[i + 1]));
        }
        return of(lines);
    }

    public boolean has(String name) {
        for (Line line : lines) {
            if (line.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a field, its lines joined by commas (RFC 9110, section 5.3); empty if it is absent. */
    public String value(String name) {
        String value = "";
        boolean found = false;
        for (Line line : lines) {
            if (line.name().equals(name)) {
                value = found ? value + ", " + line.value() : line.value();
                found = true;
            }
        }
        return value;
    }

    /** The values of a field, line by line. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Line line : lines) {
            if (line.name().equals(name)) {
                values.add(line.value());
            }
        }
        return List.copyOf(values);
    }

    /** These fields with one more line. */
    public FieldLines plus(String name, String value) {
        Line[] all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = new Line(name, value);
        return new FieldLines(all);
    }

    /** These fields, then others. */
    public FieldLines plus(FieldLines others) {
        Line[] all = Arrays.copyOf(lines, lines.length + others.lines.length);
        System.arraycopy(others.lines, 0, all, lines.length, others.lines.length);
        return new FieldLines(all);
    }

    /** These fields with one that has this value alone. */
    public FieldLines with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These fields without some. */
    public FieldLines without(String... names) {
        return where(name -> {
            for (String unwanted : names) {
                if (unwanted.equals(name)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Those of the fields whose name is wanted. */
    public FieldLines where(Predicate<String> wanted) {
        Line[] kept = new Line[lines.length];
        int n = 0;
        for (Line line : lines) {
            if (wanted.test(line.name())) {
                kept[n++] = line;
            }
        }
        return n == lines.length ? this : new FieldLines(Arrays.copyOf(kept, n));
    }

    /** About what they take in memory. */
    public long bytes() {
        long bytes = 0;
        for (Line line : lines) {
            bytes += LINE_BYTES + line.name().length() + line.value().length();
        }
        return bytes;
    }

    /** A name in lower case; the same object if it is already, as nearly all are. */
    private static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= 0x80) {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    @Override
    public Iterator<Line> iterator() {
        return Arrays.asList(lines).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldLines that && Arrays.equals(lines, that.lines);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }

    @Override
    public String toString() {
        return Arrays.toString(lines);
    }
}
