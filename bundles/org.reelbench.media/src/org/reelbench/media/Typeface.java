package org.reelbench.media;

/**
 * The fonts that come with the program, so that a text looks alike on every machine: Liberation Sans, Serif and Mono. They hold
 * the letters of Latin, Greek, Cyrillic and Hebrew; a letter they do not hold is drawn as a box.
 */
public enum Typeface {
    /** Without serifs. */
    SANS,
    /** Without serifs, bold. */
    SANS_BOLD,
    /** With serifs. */
    SERIF,
    /** All letters of one width. */
    MONO
}
