package org.reelbench.timeline;

/**
 * How a clip's picture is put together with what lies below it. Of each channel, with values from 0 to 1 as they are coded
 * (gamma and all), a is the clip's and b the one below; the opacity and the picture's own transparency then say how much of the
 * result stands in place of b.
 */
public enum BlendMode {
    /** a. */
    NORMAL,
    /** a + b, at most 1. */
    ADD,
    /** a × b. */
    MULTIPLY,
    /** 1 − (1 − a) × (1 − b). */
    SCREEN,
    /** 2 × a × b where b is below a half, 1 − 2 × (1 − a) × (1 − b) elsewhere. */
    OVERLAY,
    /** The smaller one of a and b. */
    DARKEN,
    /** The larger one of a and b. */
    LIGHTEN,
    /** The distance between a and b. */
    DIFFERENCE
}
