package io.heliograph.traps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The traps and the files that they use, as they stand in text files: each begins with a line {@code == its name}. */
final class Snippets {

    /** Traps for the body of a page, in their order. */
    static final List<Snippet> TRAPS =
            read("attributes.html", "styles.html", "scripts.html", "markup.html", "data.html");

    /** Traps after which nothing else may come. */
    static final List<Snippet> LAST = read("last.html");

    /** What may be at the head of a page. */
    static final List<Snippet> SHAPES = read("shapes.html");

    /** What every page's scripts use. */
    static final String TOOLS = text("tools.js");

    /** Waits until a page has come to rest. */
    static final String SETTLE = text("settle.js");

    /** Says what is in a document. */
    static final String DIGEST = text("digest.js");

    /** By kind. */
    static final Map<String, Kind> KINDS = kinds();

    private Snippets() {}

    /** A trap. */
    record Snippet(String name, String text) {}

    /**
     * A kind of file.
     *
     * @param mode what it is relative to: {@code self}, {@code doc} (whatever includes it) or {@code none}
     * @param options a charset, a delivery, or fields
     */
    record Kind(String name, String extension, String type, String mode, List<String> options, String text) {

        boolean has(String option) {
            return options.contains(option);
        }

        /** The value of an option; empty if it is not there. */
        String option(String name) {
            return options.stream()
                    .filter(option -> option.startsWith(name + "="))
                    .map(option -> option.substring(name.length() + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Snippet snippet : read("assets.txt")) {
            // The first line says what a redirect leads to, behind its mode.
            List<String> words = List.of(snippet.name().split(" "));
            boolean redirect = words.get(2).equals("redirect");
            String text = redirect ? words.get(4) : snippet.text();
            List<String> options = redirect ? List.of() : words.subList(4, words.size());
            kinds.put(words.get(0), new Kind(words.get(0), words.get(1), words.get(2), words.get(3), options, text));
        }
        return kinds;
    }

    private static List<Snippet> read(String... files) {
        List<Snippet> all = new ArrayList<>();
        for (String file : files) {
            for (String part : ("\n" + text(file)).split("\n== ")) {
                if (!part.isBlank()) {
                    int line = part.indexOf('\n');
                    String name = line < 0 ? part : part.substring(0, line);
                    all.add(new Snippet(name.strip(), line < 0 ? "" : part.substring(line + 1)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static String text(String file) {
        try (InputStream in = Snippets.class.getResourceAsStream("/traps/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no file traps/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
