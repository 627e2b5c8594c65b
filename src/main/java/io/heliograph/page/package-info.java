/**
 * Pages for people: front, section, article, search, feeds, mirrors, errors; and the files that they name, such as the
 * stylesheet and icons.
 *
 * <p>{@link io.heliograph.page.Pages} writes each page from a template that is compiled with the project, into a document
 * whose own URLs leave the host open, in the site's language as far as there are texts in it. Nothing here does I/O or asks
 * for the time.
 *
 * <p>May import: {@code article}, {@code feed}, {@code rewrite}, jte, ICU4J, qrcodegen, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.page;

import org.jspecify.annotations.NullMarked;
