package org.reelbench.interchange.internal.otio;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;

/**
 * What a clip takes its pictures or sounds from.
 *
 * @param content the content; empty leaves a gap
 * @param moves whether time in it matters: not for stills and colours
 * @param range the available range the file gives; null if it gives none
 * @param duration how long the medium is by its own account; zero if that is not known
 * @param leftOver what of the reference is kept with the clip; null if the medium keeps it all
 */
record Source(Optional<Content> content, boolean moves, @Nullable Span range, RationalTime duration,
        Json.@Nullable ObjectValue leftOver) {

    /** Returns the time of the medium's first frame: the file counts from there, clips here count from zero. */
    RationalTime start() {
        Span available = range;
        return available == null ? RationalTime.ZERO : available.start();
    }
}
