package io.heliograph.article;

import java.time.Duration;
import java.util.List;

/**
 * How a feed is given.
 *
 * @param maxAge how long its origins may have been silent before an error is better than it; zero if it never is
 * @param subscribers who alone may have it; empty if all may
 */
public record Term(Duration maxAge, List<Subscriber> subscribers) {

    /** To all, for ever. */
    public static final Term OPEN = new Term(Duration.ZERO, List.of());

    public Term {
        subscribers = List.copyOf(subscribers);
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("an age below zero");
        }
    }

    /** Whether it is for subscribers alone. */
    public boolean isReserved() {
        return !subscribers.isEmpty();
    }

    /** Whether somebody may have it who sent this for a token. */
    public boolean admits(String token) {
        String digest = Subscriber.digest(token);
        boolean known = false;
        for (Subscriber subscriber : subscribers) {
            // All are compared, so that the time tells nothing about which.
            known |= subscriber.has(digest);
        }
        return known;
    }

    /** This, and where it says nothing, the other. */
    Term or(Term other) {
        return new Term(
                maxAge.isZero() ? other.maxAge : maxAge, subscribers.isEmpty() ? other.subscribers : subscribers);
    }
}
