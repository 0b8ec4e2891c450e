package org.reelbench.project.decoration;

/** What a decoration means, which tells its colour: the theme of the window has one for each. */
public enum Tone {
    /** Something to know. */
    NOTE,
    /** Something is as it should be. */
    GOOD,
    /** Something to look at. */
    WARNING,
    /** Something is wrong. */
    PROBLEM
}
