package io.heliograph.origin;

import io.heliograph.article.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a file says about its article, by name. Names are read without regard to case; the names that other tools use for
 * the same thing are understood too.
 */
record FrontMatter(Map<String, Object> values) {

    private static final String FENCE = "---";

    /** What we call it, then what Hugo, Jekyll, JSON Feed and others do. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "date", List.of("date", "published", "pubdate", "publishdate", "date_published"),
            "updated", List.of("updated", "lastmod", "modified", "last_modified_at", "date_modified"),
            "authors", List.of("authors", "author", "by"),
            "section", List.of("section", "category", "categories"),
            "tags", List.of("tags", "keywords"),
            "language", List.of("language", "lang"),
            "summary", List.of("summary", "description", "excerpt", "standfirst"),
            "translationKey", List.of("translationkey", "translation_key"),
            "image", List.of("image", "cover", "featured_image", "thumbnail"));

    /**
     * A file parted in two.
     *
     * @param body what comes after the front matter
     */
    record Parted(FrontMatter matter, String body) {}

    /**
     * Parts a text file: front matter between two lines of three hyphens, and the rest.
     *
     * @throws OriginFailure if the front matter is no YAML mapping
     */
    static Parted part(String text) throws OriginFailure {
        String normal = text.replace("\r\n", "\n").replace('\r', '\n');
        if (normal.startsWith("+++\n")) {
            throw unreadable("the front matter is TOML: write it in YAML, between lines of ---");
        }
        if (!normal.startsWith(FENCE + "\n")) {
            return new Parted(new FrontMatter(Map.of()), normal);
        }
        int end = normal.indexOf("\n" + FENCE, FENCE.length());
        while (end >= 0 && !isFenceEnd(normal, end + 1 + FENCE.length())) {
            end = normal.indexOf("\n" + FENCE, end + 1);
        }
        if (end < 0) {
            throw unreadable("the front matter has no line of --- at its end");
        }
        String yaml = normal.substring(FENCE.length() + 1, Math.max(end + 1, FENCE.length() + 1));
        int body = normal.indexOf('\n', end + 1);
        return new Parted(ofYaml(yaml), body < 0 ? "" : normal.substring(body + 1));
    }

    private static boolean isFenceEnd(String text, int at) {
        int line = text.indexOf('\n', at);
        return text.substring(at, line < 0 ? text.length() : line).isBlank();
    }

    private static FrontMatter ofYaml(String yaml) throws OriginFailure {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel("front matter")
                    .setCodePointLimit(256 * 1024)
                    .setMaxAliasesForCollections(20)
                    .build();
            Object root = new Load(settings).loadFromString(yaml);
            if (root == null) {
                return new FrontMatter(Map.of());
            }
            if (!(root instanceof Map<?, ?> map)) {
                throw unreadable("the front matter is no list of names and values");
            }
            return of(map);
        } catch (YamlEngineException e) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE,
                    "the front matter is no valid YAML: " + Text.line(String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Front matter from any mapping, such as a JSON object. */
    static FrontMatter of(Map<?, ?> map) {
        Map<String, Object> values = new HashMap<>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                values.put(String.valueOf(key).toLowerCase(Locale.ROOT), value);
            }
        });
        return new FrontMatter(values);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** A text, or what a single number or truth value is as text; of a list, its first; empty if it is absent. */
    String text(String name) {
        return texts(name).stream().findFirst().orElse("");
    }

    /** Texts: those of a list, or a single one; a single text of {@code tags} is parted at its commas. */
    List<String> texts(String name) {
        return find(name).map(FrontMatter::list).orElse(List.of()).stream()
                .filter(value -> !(value instanceof Map))
                .map(String::valueOf)
                .flatMap(text -> name.equals("tags") ? Stream.of(text.split(",", -1)) : Stream.of(text))
                .map(Text::line)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Mappings: those of a list, or a single one. A member that is a text becomes a mapping with that text alone. */
    List<FrontMatter> mappings(String name, String onlyText) {
        List<FrontMatter> found = new ArrayList<>();
        for (Object member : find(name).map(FrontMatter::list).orElse(List.of())) {
            found.add(member instanceof Map<?, ?> map ? of(map) : of(Map.of(onlyText, member)));
        }
        return found;
    }

    boolean isTrue(String name) {
        return text(name).toLowerCase(Locale.ROOT).matches("true|yes|on|1");
    }

    private Optional<Object> find(String name) {
        return NAMES.getOrDefault(name, List.of(name)).stream()
                .filter(values::containsKey)
                .map(values::get)
                .findFirst();
    }

    private static List<Object> list(Object value) {
        List<Object> members = new ArrayList<>();
        if (value instanceof Iterable<?> iterable) {
            iterable.forEach(member -> {
                if (member != null) {
                    members.add(member);
                }
            });
        } else {
            members.add(value);
        }
        return members;
    }

    private static OriginFailure unreadable(String message) {
        return new OriginFailure(OriginFailure.Reason.UNREADABLE, message);
    }
}
