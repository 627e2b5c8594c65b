/**
 * The ground: documents whose own URLs have their host left open, so that they are made once and filled for each host;
 * and the rewriters that make such documents of an origin's responses.
 *
 * <p>A {@link io.heliograph.rewrite.Rewriter} reads an {@link io.heliograph.rewrite.Original} by its {@link
 * io.heliograph.rewrite.Syntax} and gives a {@link io.heliograph.rewrite.Rewritten}, whose body is {@link
 * io.heliograph.rewrite.Slotted}. The {@link io.heliograph.rewrite.OriginMap} says which URLs are the mirror's. Readers
 * walk over a {@code Text} and note {@code Edits}; nothing outside those is ever written anew.
 *
 * <p>May import: {@code http}, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.rewrite;

import org.jspecify.annotations.NullMarked;
