package io.heliograph.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A letter drawn with one pen on a square of 64 by 64, so that an icon is the same on every machine whatever fonts it has.
 *
 * @param path in SVG's commands M, L and C, absolute
 */
record Glyph(String path) {

    static final double SIDE = 64;

    /** How broad the pen is. */
    static final double PEN = 6;

    /** A curve becomes so many lines. */
    private static final int STEPS = 20;

    private static final String RING = "M32 16.5C11.5 16.5 11.5 47.5 32 47.5C52.5 47.5 52.5 16.5 32 16.5";
    private static final String P = "M23 47L23 17L33 17C45.5 17 45.5 34 33 34L23 34";
    private static final String THREE =
            "M22 21C29 12 44 18 40 27C38 31 34 31 30 31C36 31 43 33 42.5 40C42 50 24 50 21 42";

    /** For scripts that have no letter here: a mirror in the sun. */
    private static final Glyph MIRROR = new Glyph(
            "M32 22C18.7 22 18.7 42 32 42C45.3 42 45.3 22 32 22"
                    + "M32 11L32 13M32 51L32 53M11 32L13 32M51 32L53 32M17 17L18.5 18.5M45.5 45.5L47 47M17 47L18.5 45.5M45.5 18.5L47 17");

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("A", "M20 47L32 17L44 47M24.5 37L39.5 37"),
            Map.entry("B", "M23 17L23 47M23 17L33 17C43.5 17 43.5 31 33 31L23 31M33 31C45.5 31 45.5 47 33 47L23 47"),
            Map.entry("C", "M44 23C35 12 19 18 19 32C19 46 35 52 44 41"),
            Map.entry("D", "M22 17L22 47L29 47C49.5 47 49.5 17 29 17L22 17"),
            Map.entry("E", "M42 17L23 17L23 47L42 47M23 32L39 32"),
            Map.entry("F", "M42 17L23 17L23 47M23 32L38 32"),
            Map.entry("G", "M44 23C35 12 18 17.5 18 32C18 46.5 36 52 45 41L45 33L35 33"),
            Map.entry("H", "M21 17L21 47M43 17L43 47M21 32L43 32"),
            Map.entry("I", "M32 17L32 47"),
            Map.entry("J", "M38 17L38 38C38 50 22 50 21 38"),
            Map.entry("K", "M22 17L22 47M42 17L22 34M29 28L43 47"),
            Map.entry("L", "M24 17L24 47L42 47"),
            Map.entry("M", "M18 47L18 17L32 38L46 17L46 47"),
            Map.entry("N", "M21 47L21 17L43 47L43 17"),
            Map.entry("O", RING),
            Map.entry("P", P),
            Map.entry("Q", RING + "M36 38L46 49"),
            Map.entry("R", P + "M32 34L43 47"),
            Map.entry("S", "M42.5 22C37 14 22 15 22 24.5C22 34 43.5 30 43.5 40C43.5 50 25 50.5 20.5 41.5"),
            Map.entry("T", "M19 17L45 17M32 17L32 47"),
            Map.entry("U", "M21 17L21 36C21 51 43 51 43 36L43 17"),
            Map.entry("V", "M20 17L32 47L44 17"),
            Map.entry("W", "M15 17L23 47L32 24L41 47L49 17"),
            Map.entry("X", "M21 17L43 47M43 17L21 47"),
            Map.entry("Y", "M20 17L32 33L44 17M32 33L32 47"),
            Map.entry("Z", "M21 17L43 17L21 47L43 47"),
            Map.entry("0", "M32 16.5C15 16.5 15 47.5 32 47.5C49 47.5 49 16.5 32 16.5"),
            Map.entry("1", "M25 22L33 17L33 47"),
            Map.entry("2", "M22 25C23 13 43 14 42 26C41.5 33 28 39 22 47L43 47"),
            Map.entry("3", THREE),
            Map.entry("4", "M37 47L37 17L20 38L45 38"),
            Map.entry("5", "M41 17L25 17L23.5 30C31 26 43.5 28 43.5 38C43.5 50 26 50.5 21 43"),
            Map.entry("6", "M38 17C26 22 21 30 21 37C21 51 43 51 43 37C43 26 26 25 22 34"),
            Map.entry("7", "M21 17L43 17L28 47"),
            Map.entry(
                    "8", "M32 31C19 31 19 16.5 32 16.5C45 16.5 45 31 32 31C17 31 17 47.5 32 47.5C47 47.5 47 31 32 31"),
            Map.entry("9", "M26 47C38 42 43 34 43 27C43 13 21 13 21 27C21 38 38 39 42 30"),
            Map.entry("\u0411", "M41 17L23 17L23 47L33 47C45 47 45 30 33 30L23 30"),
            Map.entry("\u0413", "M42 17L24 17L24 47"),
            Map.entry("\u0414", "M19 50L19 44L45 44L45 50M24 44C29 36 29 26 29 17L40 17L40 44"),
            Map.entry("\u0416", "M32 17L32 47M17 17L32 33L17 47M47 17L32 33L47 47"),
            Map.entry("\u0417", THREE),
            Map.entry("\u0418", "M21 17L21 47L43 17L43 47"),
            Map.entry("\u041b", "M19 47C27 44 27 30 27 17L42 17L42 47"),
            Map.entry("\u041f", "M21 47L21 17L43 17L43 47"),
            Map.entry("\u0424", "M32 14L32 50M32 21C12 21 12 42 32 42C52 42 52 21 32 21"),
            Map.entry("\u0426", "M21 17L21 46L41 46L41 17M41 46L46 46L46 52"),
            Map.entry("\u0427", "M22 17L22 25C22 36 34 35 42 32M42 17L42 47"),
            Map.entry("\u0428", "M17 17L17 47L47 47L47 17M32 17L32 47"),
            Map.entry("\u042d", "M20 23C29 12 45 18 45 32C45 46 29 52 20 41M30 32L44 32"),
            Map.entry("\u042e", "M18 17L18 47M18 32L26 32M37 17C21 17 21 47 37 47C53 47 53 17 37 17"),
            Map.entry("\u042f", "M41 47L41 17L31 17C18.5 17 18.5 34 31 34L41 34M32 34L21 47"));

    /** Cyrillic letters, and Latin ones that look like them, at the same place of the other text. */
    private static final String CYRILLIC = "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425";

    private static final String LATIN = "ABEKMHOPCTYX";

    /** A straight line of the pen. */
    record Line(double x1, double y1, double x2, double y2) {

        /** Whether the pen may touch a row. */
        boolean isNear(double y) {
            return y > Math.min(y1, y2) - PEN && y < Math.max(y1, y2) + PEN;
        }

        /** How far a point is from it. */
        double distance(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = dx * dx + dy * dy;
            double at = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
            double px = x - x1 - at * dx;
            double py = y - y1 - at * dy;
            return Math.sqrt(px * px + py * py);
        }
    }

    /** The first letter or digit of a name. */
    static Glyph of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        String first = plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int alike = first.isEmpty() ? -1 : CYRILLIC.indexOf(first);
        String path = PATHS.get(alike < 0 ? first : LATIN.substring(alike, alike + 1));
        return path == null ? MIRROR : new Glyph(path);
    }

    /** The strokes as straight lines. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (String command : path.split("(?=[MLC])", -1)) {
            if (command.isEmpty()) {
                continue;
            }
            String[] words = command.substring(1).split(" ", -1);
            double[] n = new double[words.length];
            for (int i = 0; i < n.length; i++) {
                n[i] = Double.parseDouble(words[i]);
            }
            char what = command.charAt(0);
            if (what == 'L') {
                lines.add(new Line(x, y, n[0], n[1]));
            } else if (what == 'C') {
                curve(x, y, n, lines);
            }
            x = n[n.length - 2];
            y = n[n.length - 1];
        }
        return lines;
    }

    private static void curve(double x, double y, double[] n, List<Line> lines) {
        double fromX = x;
        double fromY = y;
        for (int i = 1; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double toX = bezier(t, x, n[0], n[2], n[4]);
            double toY = bezier(t, y, n[1], n[3], n[5]);
            lines.add(new Line(fromX, fromY, toX, toY));
            fromX = toX;
            fromY = toY;
        }
    }

    private static double bezier(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
}
