package io.heliograph.config;

/**
 * Something wrong in a configuration.
 *
 * @param place file and line, or the command line's own words
 * @param key path of the value, such as {@code sites[0].hosts[1]}; empty if it is the whole file
 * @param found what is there
 * @param expected what should be
 */
public record ConfigError(String place, String key, String found, String expected) {

    /** One line for a person. */
    @Override
    public String toString() {
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + "found " + found + "; expected " + expected;
    }
}
