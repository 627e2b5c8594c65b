package io.heliograph.store;

/**
 * What became of a batch of drafts.
 *
 * @param added articles that are new
 * @param updated articles that got a revision
 * @param unchanged drafts that say what is stored already
 * @param duplicates drafts of articles that another origin of the site gives
 */
public record Saved(Changes changes, int added, int updated, int unchanged, int duplicates) {}
