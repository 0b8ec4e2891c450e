package org.reelbench.render.internal.slate;

import org.reelbench.media.MediaException;

/**
 * A medium for which a slate may stand in.
 *
 * @param name the medium's name
 * @param replacements notes what slates stand in for
 */
record Replaced(String name, Replacements replacements) {

    /** Notes that a slate is seen, or silence heard, from now on; returns why, naming the medium. */
    MediaException broke(MediaException why) {
        return replacements.add(name, why);
    }
}
