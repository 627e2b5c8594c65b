package io.heliograph.representation;

/** What there is of a target. */
public sealed interface Answer permits Representation, Answer.Moved, Answer.Elsewhere, Answer.Gone, Answer.Missing {

    /** It lives at another path of the same site, which has a query if what was asked for has one that counts. */
    record Moved(String path) implements Answer {}

    /** What this stands for is at another path of the same site now, and may be at a third one later. */
    record Elsewhere(String path) implements Answer {}

    /** It was deleted. */
    record Gone() implements Answer {}

    /** There is no such thing. */
    record Missing() implements Answer {}
}
