/**
 * The configuration: a YAML file and what the command line sets on top, read into each room's own settings.
 *
 * <p>Everything that is wrong is found in one go; each {@link io.heliograph.config.ConfigError} says where it is, what
 * was found and what is expected.
 *
 * <p>May import: the rooms, for their settings records; snakeyaml-engine; the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.config;

import org.jspecify.annotations.NullMarked;
