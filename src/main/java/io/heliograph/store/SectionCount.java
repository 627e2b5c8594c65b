package io.heliograph.store;

import io.heliograph.article.Section;

/** A section that readers may see, and how many articles it has. */
public record SectionCount(Section section, int articles) {}
