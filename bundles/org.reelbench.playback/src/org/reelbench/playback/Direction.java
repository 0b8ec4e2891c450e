package org.reelbench.playback;

/** Which way a sequence plays. */
public enum Direction {

    /** As it is meant, with its sound. */
    FORWARD,

    /** From its end to its start, at the same speed, its sound turned round. */
    BACKWARD
}
