package org.reelbench.media;

/**
 * How a layer's colours mix with those below it. Channel by channel, on red, green and blue as coded, from 0 to 1; what a layer
 * lets through by opacity or alpha stays as it is.
 * <p>
 * Source: W3C Compositing and Blending Level 1.
 */
public enum Blend {
    /** The layer's colour. */
    NORMAL,
    /** The sum of both, at most white. */
    ADD,
    /** The product of both: never brighter. */
    MULTIPLY,
    /** The product of what both lack to white: never darker. */
    SCREEN,
    /** Multiplied where it is dark below, screened where it is bright below. */
    OVERLAY,
    /** The lesser of both. */
    DARKEN,
    /** The greater of both. */
    LIGHTEN,
    /** How far both are apart. */
    DIFFERENCE
}
