/**
 * Pages for people: front, section, article, feeds, mirrors, errors.
 *
 * <p>{@link io.heliograph.page.Pages} writes each from a template that is compiled with the project, into a document
 * whose own URLs leave the host open. Nothing here does I/O or asks for the time.
 *
 * <p>May import: {@code article}, {@code feed}, {@code rewrite}, jte, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.page;

import org.jspecify.annotations.NullMarked;
