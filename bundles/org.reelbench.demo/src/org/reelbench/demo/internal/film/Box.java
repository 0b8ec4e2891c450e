package org.reelbench.demo.internal.film;

/**
 * A rectangle of the canvas.
 *
 * @param x its left side, in pixels
 * @param y its upper side
 * @param width its width
 * @param height its height
 */
public record Box(double x, double y, double width, double height) {
}
