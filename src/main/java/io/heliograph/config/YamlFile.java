package io.heliograph.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into nodes that know where they stand. */
final class YamlFile {

    private YamlFile() {}

    /** Reads a file; what cannot be read is added to the errors. */
    static ConfigNode.Mapping read(Path file, List<ConfigError> errors) {
        String name = file.toString();
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            errors.add(new ConfigError(name, "", "no such file", "a configuration file"));
            return new ConfigNode.Mapping(name);
        } catch (MalformedInputException e) {
            errors.add(new ConfigError(name, "", "bytes that are not UTF-8", "a text file in UTF-8"));
            return new ConfigNode.Mapping(name);
        } catch (IOException e) {
            errors.add(new ConfigError(
                    name, "", "a file that cannot be read (" + e.getClass().getSimpleName() + ")", "a readable file"));
            return new ConfigNode.Mapping(name);
        }
        ConfigNode root = parse(text, lines(name), errors);
        if (root instanceof ConfigNode.Mapping mapping) {
            return mapping;
        }
        if (errors.isEmpty()) {
            errors.add(new ConfigError(name, "", root.describe(), "names and values, such as server: { port: 8080 }"));
        }
        return new ConfigNode.Mapping(name);
    }

    /** Reads a single value as it is written on the command line, where nobody comments: {@code #943a0d} is a colour. */
    static ConfigNode value(String text, String place, List<ConfigError> errors) {
        return text.startsWith("#") ? new ConfigNode.Scalar(place, text) : parse(text, mark -> place, errors);
    }

    /** @param places says where a mark is; the beginning, if there is none */
    private static ConfigNode parse(String text, Function<Optional<Mark>, String> places, List<ConfigError> errors) {
        String whole = places.apply(Optional.empty());
        LoadSettings settings = LoadSettings.builder()
                .setLabel(whole)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.isPresent() ? node(root.get(), places, 0, errors) : new ConfigNode.Scalar(whole, "");
        } catch (MarkedYamlEngineException e) {
            errors.add(new ConfigError(places.apply(e.getProblemMark()), "", e.getProblem(), "valid YAML"));
        } catch (YamlEngineException e) {
            errors.add(new ConfigError(whole, "", String.valueOf(e.getMessage()), "valid YAML"));
        }
        return new ConfigNode.Scalar(whole, "");
    }

    private static ConfigNode node(
            Node node, Function<Optional<Mark>, String> places, int depth, List<ConfigError> errors) {
        String place = places.apply(node.getStartMark());
        if (depth > 20) {
            errors.add(new ConfigError(place, "", "values nested deeper than 20", "less"));
        } else if (node instanceof MappingNode mapping) {
            ConfigNode.Mapping result = new ConfigNode.Mapping(place);
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                ConfigNode value = node(tuple.getValueNode(), places, depth + 1, errors);
                if (result.values().putIfAbsent(key, value) != null) {
                    errors.add(new ConfigError(value.place(), key, "the same key again", "each key once"));
                }
            }
            return result;
        } else if (node instanceof SequenceNode sequence) {
            ConfigNode.Sequence result = new ConfigNode.Sequence(place);
            sequence.getValue().forEach(member -> result.values().add(node(member, places, depth + 1, errors)));
            return result;
        } else if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.getTag().getValue().endsWith(":null");
            return new ConfigNode.Scalar(place, nothing ? "" : scalar.getValue());
        }
        return new ConfigNode.Scalar(place, "");
    }

    private static Function<Optional<Mark>, String> lines(String name) {
        return mark -> mark.map(at -> name + ":" + (at.getLine() + 1)).orElse(name);
    }
}
