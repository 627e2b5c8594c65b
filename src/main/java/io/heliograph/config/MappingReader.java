package io.heliograph.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of one mapping as what they should be. What is wrong is added to the errors, and something harmless
 * is returned, so that reading goes on and finds the rest.
 */
final class MappingReader {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(B|KB|MB|GB)");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private final ConfigNode.Mapping mapping;
    private final String path;
    private final List<ConfigError> errors;
    /** The key that is not written; empty where all are. */
    private final String alone;

    private final Set<String> asked = new TreeSet<>();

    MappingReader(ConfigNode.Mapping mapping, String path, List<ConfigError> errors) {
        this(mapping, path, errors, "");
    }

    /** A mapping that is written as the value of one key alone. */
    private MappingReader(ConfigNode.Mapping mapping, String path, List<ConfigError> errors, String alone) {
        this.mapping = mapping;
        this.path = path;
        this.errors = errors;
        this.alone = alone;
    }

    /** Where this mapping stands in the configuration, such as {@code sites[0]}. */
    String path() {
        return path;
    }

    /** A mapping below this one; an empty one if it is absent. */
    MappingReader mapping(String key) {
        Optional<ConfigNode> node = find(key);
        if (node.isPresent() && node.get() instanceof ConfigNode.Mapping below) {
            return new MappingReader(below, key(key), errors);
        }
        node.filter(n -> !isNothing(n)).ifPresent(n -> wrong(n, key(key), "a mapping"));
        return new MappingReader(new ConfigNode.Mapping(mapping.place()), key(key), errors);
    }

    /** The mappings of a list; none if it is absent. */
    List<MappingReader> mappings(String key) {
        return entries(key, "", "a mapping");
    }

    /**
     * The mappings of a list in which a value alone stands for a mapping with nothing else; none if it is absent.
     *
     * @param alone key that such a value is the value of; empty if none stands for a mapping
     */
    List<MappingReader> entries(String key, String alone, String expected) {
        List<MappingReader> readers = new ArrayList<>();
        int i = 0;
        for (ConfigNode member : sequence(key)) {
            String name = key(key) + "[" + i++ + "]";
            if (member instanceof ConfigNode.Mapping below) {
                readers.add(new MappingReader(below, name, errors));
            } else if (member instanceof ConfigNode.Scalar scalar
                    && !scalar.text().isEmpty()
                    && !alone.isEmpty()) {
                ConfigNode.Mapping made = new ConfigNode.Mapping(scalar.place());
                made.values().put(alone, scalar);
                readers.add(new MappingReader(made, name, errors, alone));
            } else {
                wrong(member, name, expected);
            }
        }
        return readers;
    }

    /** A text; {@code otherwise} if it is absent. */
    String text(String key, String otherwise) {
        return scalar(key, "a text").map(ConfigNode.Scalar::text).orElse(otherwise);
    }

    /** A whole number within bounds, both counted in. */
    int number(String key, int otherwise, int least, int most) {
        return value(key, otherwise, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of bounds");
            }
            return number;
        });
    }

    boolean truth(String key, boolean otherwise) {
        return value(key, otherwise, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    /** A duration such as {@code 15m}. */
    Duration duration(String key, Duration otherwise, Duration least) {
        return value(
                key,
                otherwise,
                "a duration of at least " + least.toSeconds() + " s, such as 30s, 15m, 2h or 7d",
                text -> {
                    Matcher matcher = DURATION.matcher(text);
                    if (!matcher.matches()) {
                        throw new IllegalArgumentException("no duration");
                    }
                    long number = Long.parseLong(matcher.group(1));
                    Duration duration = switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
                    if (duration.compareTo(least) < 0 || duration.compareTo(Duration.ofDays(3650)) > 0) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return duration;
                });
    }

    /** A size in bytes, such as {@code 64MB}; units are powers of 1024. */
    long size(String key, long otherwise, long least) {
        return value(key, otherwise, "a size of at least " + least + " bytes, such as 64MB or 1.5GB", text -> {
            Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no size");
            }
            long bytes = new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(UNITS.getOrDefault(matcher.group(2), 1L)))
                    .longValue();
            if (bytes < least) {
                throw new IllegalArgumentException("too small");
            }
            return bytes;
        });
    }

    /** A value of any kind; {@code otherwise} if it is absent or wrong. */
    <T> T value(String key, T otherwise, String expected, Function<String, T> reader) {
        Optional<ConfigNode.Scalar> scalar = scalar(key, expected);
        return scalar.isEmpty()
                ? otherwise
                : read(scalar.get(), key(key), expected, reader).orElse(otherwise);
    }

    /**
     * A value that must come from a file or the environment, and that no error tells; empty if it is absent or wrong,
     * which is an error.
     *
     * @param reader the message of whose exception says what is wrong with a value, without it
     */
    <T> Optional<T> secret(String key, String expected, Function<String, T> reader) {
        Optional<ConfigNode.Scalar> scalar = scalar(key, expected);
        if (scalar.filter(ConfigNode.Scalar::isSecret).isEmpty()) {
            boolean told = find(key)
                    .filter(node -> node instanceof ConfigNode.Scalar s && s.isSecret())
                    .isPresent();
            if (!told) {
                wrong(key, scalar.isEmpty() ? "nothing" : "a secret that is written out", expected);
            }
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(scalar.get().text()));
        } catch (IllegalArgumentException e) {
            wrong(key, String.valueOf(e.getMessage()), expected);
            return Optional.empty();
        }
    }

    /** The values of a list; none if it is absent. Those that are wrong are left out. */
    <T> List<T> values(String key, String expected, Function<String, T> reader) {
        return List.copyOf(numbered(key, expected, reader).values());
    }

    /** The values of a list by their place in it, from 0. Those that are wrong are left out. */
    <T> Map<Integer, T> numbered(String key, String expected, Function<String, T> reader) {
        Map<Integer, T> values = new LinkedHashMap<>();
        int i = 0;
        for (ConfigNode member : sequence(key)) {
            int number = i++;
            String name = key(key) + "[" + number + "]";
            if (member instanceof ConfigNode.Scalar scalar && !scalar.text().isEmpty()) {
                read(scalar, name, expected, reader).ifPresent(value -> values.put(number, value));
            } else {
                wrong(member, name, expected);
            }
        }
        return values;
    }

    /** Whether there is anything; an empty list is nothing. */
    boolean has(String key) {
        return find(key).filter(node -> !isNothing(node)).isPresent();
    }

    /** Whether there is one value, and neither a list nor a mapping. */
    boolean isText(String key) {
        return find(key)
                .filter(ConfigNode.Scalar.class::isInstance)
                .filter(node -> !isNothing(node))
                .isPresent();
    }

    /** Adds an error about a value of this mapping, or about the mapping itself if it has no such value. */
    void wrong(String key, String found, String expected) {
        String place = find(key).map(ConfigNode::place).orElse(mapping.place());
        errors.add(new ConfigError(place, key(key), found, expected));
    }

    /** Adds an error about one member of a list of this mapping. */
    void wrongMember(String key, int member, String found, String expected) {
        List<ConfigNode> members = sequence(key);
        String place = member < members.size() ? members.get(member).place() : mapping.place();
        errors.add(new ConfigError(place, key(key) + "[" + member + "]", found, expected));
    }

    /** Adds an error for each key that nobody asked for. Called last. */
    void refuseOthers() {
        mapping.values().forEach((key, value) -> {
            if (!asked.contains(key)) {
                errors.add(new ConfigError(
                        value.place(), key(key), "a key that is not known", "one of " + String.join(", ", asked)));
            }
        });
    }

    private Optional<ConfigNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.values().get(key));
    }

    private Optional<ConfigNode.Scalar> scalar(String key, String expected) {
        Optional<ConfigNode> node = find(key);
        if (node.isPresent() && !(node.get() instanceof ConfigNode.Scalar)) {
            wrong(node.get(), key(key), expected);
        }
        return node.filter(ConfigNode.Scalar.class::isInstance)
                .map(ConfigNode.Scalar.class::cast)
                .filter(scalar -> !scalar.text().isEmpty());
    }

    private List<ConfigNode> sequence(String key) {
        Optional<ConfigNode> node = find(key);
        if (node.isPresent() && node.get() instanceof ConfigNode.Sequence sequence) {
            return sequence.values();
        }
        node.filter(n -> !isNothing(n)).ifPresent(n -> wrong(n, key(key), "a list"));
        return List.of();
    }

    private <T> Optional<T> read(ConfigNode.Scalar scalar, String name, String expected, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            errors.add(new ConfigError(scalar.place(), name, scalar.describe(), expected));
            return Optional.empty();
        }
    }

    private void wrong(ConfigNode node, String name, String expected) {
        errors.add(new ConfigError(node.place(), name, node.describe(), expected));
    }

    private static boolean isNothing(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.text().isEmpty()
                || node instanceof ConfigNode.Sequence sequence
                        && sequence.values().isEmpty();
    }

    private String key(String key) {
        return path.isEmpty() ? key : key.equals(alone) ? path : path + "." + key;
    }
}
