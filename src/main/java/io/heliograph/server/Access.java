package io.heliograph.server;

import io.heliograph.article.Host;
import io.heliograph.article.Term;
import io.heliograph.article.Terms;

/**
 * On what terms a request is answered.
 *
 * @param root what stands before the paths of feeds for this subscriber, {@code /private/} and the token; empty for what
 *     is for all
 * @param term of the feed that is asked for; {@link Term#OPEN} for all else
 * @param terms of the site's feeds
 * @param standing of the site's origins
 * @param canonical host of the site
 */
record Access(String root, Term term, Terms terms, Standing standing, Host canonical) {

    /** Whether the answer is for one subscriber alone. */
    boolean isPrivate() {
        return !root.isEmpty();
    }

    /** For how long the feed may still be given before an error is better; negative if it is. */
    long secondsLeft(long nowSeconds) {
        return standing.goodSince() + term.maxAge().toSeconds() - nowSeconds;
    }

    /** Whether the feed has to be refused, for nothing was heard for too long of what may be new. */
    boolean isTooOld(long nowSeconds) {
        return !term.maxAge().isZero() && secondsLeft(nowSeconds) < 0;
    }
}
