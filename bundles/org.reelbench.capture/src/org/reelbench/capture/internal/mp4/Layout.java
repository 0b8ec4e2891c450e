package org.reelbench.capture.internal.mp4;

import java.util.List;

/**
 * What stands before the first fragment.
 *
 * @param reservedAt where the reserved bytes are
 * @param tracks the tracks
 * @param notes what the file says of itself
 * @param headBytes where the first fragment is
 */
record Layout(long reservedAt, List<Track> tracks, FilmNotes notes, long headBytes) {
}
