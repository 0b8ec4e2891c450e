package org.reelbench.demo.internal.verify;

import org.reelbench.testcard.ClickTrack;

/**
 * A click of a source in the film.
 *
 * @param source the source id
 * @param sample where its onset lies, at 48 kHz from the start of the film
 * @param certain whether it must be found; one that is cut or faint may be
 */
record ExpectedClick(int source, long sample, boolean certain) {

    /** Returns which of the click shapes it is. */
    int voice() {
        return source % ClickTrack.VOICES;
    }
}
