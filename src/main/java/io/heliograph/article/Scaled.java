package io.heliograph.article;

/**
 * The same picture with fewer pixels.
 *
 * @param width pixels
 * @param height pixels
 */
public record Scaled(Href href, int width, int height) {}
