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
    public static final FieldLines NONE = new FieldLines(List.of());

    private static final int LINE_BYTES = 64;

    private final List<Line> lines;

    /**
     * One field line.
     *
     * @param name in lower case
     */
    public record Line(String name, String value) {}

    private FieldLines(List<Line> lines) {
        this.lines = lines;
    }

    /** Fields of these lines; names in any case. */
    public static FieldLines of(List<Line> lines) {
        return new FieldLines(lines.stream()
                .map(line -> new Line(line.name().toLowerCase(Locale.ROOT), line.value()))
                .toList());
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
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::value)
                .toList();
    }

    /** These fields with one more line. */
    public FieldLines plus(String name, String value) {
        List<Line> all = new ArrayList<>(lines);
        all.add(new Line(name, value));
        return new FieldLines(List.copyOf(all));
    }

    /** These fields, then others. */
    public FieldLines plus(FieldLines others) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(others.lines);
        return new FieldLines(List.copyOf(all));
    }

    /** These fields with one that has this value alone. */
    public FieldLines with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These fields without some. */
    public FieldLines without(String... names) {
        List<String> unwanted = Arrays.asList(names);
        return where(name -> !unwanted.contains(name));
    }

    /** Those of the fields whose name is wanted. */
    public FieldLines where(Predicate<String> wanted) {
        return new FieldLines(
                lines.stream().filter(line -> wanted.test(line.name())).toList());
    }

    /** About what they take in memory. */
    public long bytes() {
        long bytes = 0;
        for (Line line : lines) {
            bytes += LINE_BYTES + line.name().length() + line.value().length();
        }
        return bytes;
    }

    @Override
    public Iterator<Line> iterator() {
        return lines.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldLines that && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
