package io.heliograph.store;

/** What a facet is of. */
public enum FacetKind {
    SECTION("/sections/"),
    TAG("/tags/"),
    AUTHOR("/authors/"),
    LANGUAGE("/languages/");

    private final String path;

    FacetKind(String path) {
        this.path = path;
    }

    /** Where the paths of such selections begin. */
    String path() {
        return path;
    }
}
