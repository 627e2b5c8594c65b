package io.heliograph.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Puts what is not to be written into a configuration in its place: {@code ${file:PATH}} is the text of a file without the
 * line feed at its end, {@code ${env:NAME}} a variable of the environment; of two dollar signs before a brace one stays.
 * What came so into a value is told by no error.
 */
final class Secrets {

    private static final String EXPECTED = "${file:PATH}, ${env:NAME}, or $${ for a dollar sign and a brace";
    private static final long MOST_BYTES = 64 * 1024;

    private final Path base;
    private final Map<String, String> environment;
    private final List<ConfigError> errors;

    /**
     * A filler of places.
     *
     * @param base folder to which relative paths are relative
     */
    Secrets(Path base, Map<String, String> environment, List<ConfigError> errors) {
        this.base = base;
        this.environment = environment;
        this.errors = errors;
    }

    /** The same mapping with every place in its values filled. */
    ConfigNode.Mapping fill(ConfigNode.Mapping mapping, String path) {
        mapping.values().replaceAll((key, value) -> fill(value, path.isEmpty() ? key : path + "." + key));
        return mapping;
    }

    private ConfigNode fill(ConfigNode node, String path) {
        if (node instanceof ConfigNode.Mapping mapping) {
            return fill(mapping, path);
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            for (int i = 0; i < sequence.values().size(); i++) {
                sequence.values().set(i, fill(sequence.values().get(i), path + "[" + i + "]"));
            }
            return sequence;
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        return scalar.text().contains("${") ? filled(scalar, path) : scalar;
    }

    private ConfigNode.Scalar filled(ConfigNode.Scalar scalar, String path) {
        String text = scalar.text();
        StringBuilder out = new StringBuilder(text.length() + 64);
        String reference = "";
        for (int at = 0; at < text.length(); ) {
            int dollar = text.indexOf("${", at);
            if (dollar < 0) {
                out.append(text, at, text.length());
                break;
            }
            if (dollar > at && text.charAt(dollar - 1) == '$') {
                out.append(text, at, dollar - 1).append("${");
                at = dollar + 2;
                continue;
            }
            int end = text.indexOf('}', dollar);
            reference = end < 0 ? text.substring(dollar) : text.substring(dollar, end + 1);
            out.append(text, at, dollar).append(value(reference, scalar.place(), path));
            at = dollar + reference.length();
        }
        return new ConfigNode.Scalar(scalar.place(), out.toString(), reference);
    }

    /** What a reference stands for; empty if it cannot be had, which is an error then. */
    private String value(String reference, String place, String path) {
        boolean whole = reference.endsWith("}");
        if (whole && reference.startsWith("${file:")) {
            return file(reference.substring(7, reference.length() - 1), place, path);
        }
        if (whole && reference.startsWith("${env:")) {
            String name = reference.substring(6, reference.length() - 1);
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                wrong(place, path, "${env:" + name + "}, which is not set or empty", "a variable of the environment");
            }
            return value;
        }
        wrong(place, path, '"' + reference + '"', EXPECTED);
        return "";
    }

    private String file(String name, String place, String path) {
        String found = "${file:" + name + "}";
        try {
            Path file = base.resolve(name);
            if (Files.size(file) > MOST_BYTES) {
                wrong(place, path, found + ", which is larger than 64 KB", "a file with a secret in it");
                return "";
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String value = text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (value.isEmpty()) {
                wrong(place, path, found + ", which is empty", "a file with a secret in it");
            }
            return value;
        } catch (NoSuchFileException e) {
            wrong(place, path, found + ", where there is no file", "a file with a secret in it");
        } catch (MalformedInputException e) {
            wrong(place, path, found + ", which is not UTF-8", "a text file in UTF-8");
        } catch (IOException | InvalidPathException e) {
            wrong(
                    place,
                    path,
                    found + ", which cannot be read (" + e.getClass().getSimpleName() + ")",
                    "a file that the gateway's user may read");
        }
        return "";
    }

    private void wrong(String place, String path, String found, String expected) {
        errors.add(new ConfigError(place, path, found, expected));
    }
}
