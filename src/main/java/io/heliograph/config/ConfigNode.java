package io.heliograph.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of the configuration, and where it stands. */
sealed interface ConfigNode {

    /** File and line, or the command line's own words. */
    String place();

    /** What it is, for a person who reads an error. */
    String describe();

    /** Names and values, in order. */
    record Mapping(String place, Map<String, ConfigNode> values) implements ConfigNode {
        Mapping(String place) {
            this(place, new LinkedHashMap<>());
        }

        @Override
        public String describe() {
            return "a mapping";
        }
    }

    /** Several values. */
    record Sequence(String place, List<ConfigNode> values) implements ConfigNode {
        Sequence(String place) {
            this(place, new ArrayList<>());
        }

        @Override
        public String describe() {
            return values.isEmpty() ? "an empty list" : "a list";
        }
    }

    /**
     * One value.
     *
     * @param text as it is written, or as what stood in its place; empty if there is nothing
     * @param reference to where the text, or a part of it, came from; empty if it is all there
     */
    record Scalar(String place, String text, String reference) implements ConfigNode {
        Scalar(String place, String text) {
            this(place, text, "");
        }

        /** What came from elsewhere may be a secret. */
        boolean isSecret() {
            return !reference.isEmpty();
        }

        @Override
        public String describe() {
            return isSecret() ? "what " + reference + " holds" : text.isEmpty() ? "nothing" : '"' + text + '"';
        }
    }
}
