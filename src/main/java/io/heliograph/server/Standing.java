package io.heliograph.server;

/**
 * How current what a site's origins gave is. Moments are seconds since 1970, 0 if there never was one.
 *
 * @param goodSince when the origin that has been silent longest last answered well
 * @param failing whether an origin does not answer well just now
 * @param silentSince when the one of those that has been silent longest last did
 */
record Standing(long goodSince, boolean failing, long silentSince) {

    /** Nothing was heard yet. */
    static final Standing UNKNOWN = new Standing(0, false, 0);
}
