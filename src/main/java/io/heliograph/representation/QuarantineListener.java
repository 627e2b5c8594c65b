package io.heliograph.representation;

import io.heliograph.feed.profile.Rule;

/** Hears of articles that are left out of feeds. Called on workers. */
@FunctionalInterface
public interface QuarantineListener {

    /** A feed has been written without an article that breaks a rule. */
    void quarantined(String site, String format, Rule rule);
}
