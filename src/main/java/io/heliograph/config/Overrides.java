package io.heliograph.config;

import java.util.List;

/** Values from the command line: {@code --set server.port=0}, {@code --set sites.0.title=News}. */
final class Overrides {

    private Overrides() {}

    /**
     * Puts values into a configuration, in place of those that are there.
     *
     * @param settings {@code key=value}; the key's parts are joined by dots, members of a list named by number from 0 or,
     *     for sites, by id; the value is YAML
     */
    static void apply(ConfigNode.Mapping root, List<String> settings, List<ConfigError> errors) {
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String place = "--set " + setting;
            if (equals <= 0) {
                errors.add(new ConfigError(place, "", "no equals sign", "key=value, such as server.port=8081"));
                continue;
            }
            String key = setting.substring(0, equals);
            ConfigNode value = YamlFile.value(setting.substring(equals + 1), place, errors);
            put(root, key.split("\\.", -1), 0, value, place, errors);
        }
    }

    private static void put(
            ConfigNode in, String[] key, int at, ConfigNode value, String place, List<ConfigError> errors) {
        boolean last = at == key.length - 1;
        if (in instanceof ConfigNode.Mapping mapping) {
            ConfigNode below = mapping.values().get(key[at]);
            if (last) {
                mapping.values().put(key[at], value);
            } else if (below == null
                    || below instanceof ConfigNode.Scalar scalar
                            && scalar.text().isEmpty()) {
                ConfigNode.Mapping created = new ConfigNode.Mapping(place);
                mapping.values().put(key[at], created);
                put(created, key, at + 1, value, place, errors);
            } else {
                put(below, key, at + 1, value, place, errors);
            }
        } else if (in instanceof ConfigNode.Sequence sequence) {
            int index = index(sequence, key[at]);
            if (index < 0 || index > sequence.values().size()) {
                errors.add(new ConfigError(
                        place,
                        key[at],
                        "no such member",
                        "a number from 0 to " + sequence.values().size()));
            } else if (last) {
                sequence.values().add(index, value);
                if (index + 1 < sequence.values().size()) {
                    sequence.values().remove(index + 1);
                }
            } else if (index == sequence.values().size()) {
                ConfigNode.Mapping created = new ConfigNode.Mapping(place);
                sequence.values().add(created);
                put(created, key, at + 1, value, place, errors);
            } else {
                put(sequence.values().get(index), key, at + 1, value, place, errors);
            }
        } else {
            errors.add(new ConfigError(
                    place, String.join(".", List.of(key).subList(0, at)), in.describe(), "something with keys in it"));
        }
    }

    private static int index(ConfigNode.Sequence sequence, String name) {
        if (name.matches("\\d{1,6}")) {
            return Integer.parseInt(name);
        }
        for (int i = 0; i < sequence.values().size(); i++) {
            if (sequence.values().get(i) instanceof ConfigNode.Mapping mapping
                    && mapping.values().get("id") instanceof ConfigNode.Scalar id
                    && id.text().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
