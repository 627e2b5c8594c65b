package io.heliograph.origin;

/** What becomes of pictures that live on other hosts than the site's. */
public enum Pictures {
    /** They are fetched, kept and served from the site's hosts: a reader's browser asks nobody else. */
    MIRROR,
    /** They stay where they are, and readers' browsers ask there. */
    LINK
}
