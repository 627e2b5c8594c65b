package io.heliograph.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong in it. */
public final class InvalidConfig extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigError> errors;

    InvalidConfig(List<ConfigError> errors) {
        super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** At least one, in the order of the file. */
    public List<ConfigError> errors() {
        return errors;
    }
}
