/**
 * Whether a feed is what its format's specifications say, found out in the finished document. {@link
 * io.heliograph.feed.profile.Press} lets nothing out that is not, and leaves no more out than it must.
 *
 * <p>May import: what {@code feed} may; the streaming core of Jackson, and the JDK's streaming XML parser.
 */
@NullMarked
package io.heliograph.feed.profile;

import org.jspecify.annotations.NullMarked;
