package io.heliograph.page;

import io.heliograph.rewrite.Slotted;

/** A page, its host open. */
public record Page(Slotted slotted) {}
