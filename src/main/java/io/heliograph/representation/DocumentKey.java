package io.heliograph.representation;

/** A document of a site, the same for all hosts. */
public record DocumentKey(String site, Target target) {}
