package org.reelbench.timeline;

/** What the clips of a track are: pictures or sounds. */
public enum TrackKind {

    /** Pictures, lying over those of the video tracks below. */
    VIDEO,

    /** Sounds, mixed with those of the other audio tracks. */
    AUDIO
}
