package org.reelbench.ui.tracks.internal.canvas;

import java.util.Optional;
import java.util.function.Supplier;

import org.reelbench.playback.Players;
import org.reelbench.sketches.Sketches;
import org.reelbench.ui.SequencePreviews;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.decoration.Decorators;

/**
 * What the canvas asks others for; what is supplied may be there or not whenever it is asked for.
 *
 * @param sketches makes small pictures and outlines
 * @param players show the frames on both sides of a cut
 * @param previewing has what is seen encoded
 * @param loads tells how far tracks are loaded
 * @param decorators say something of what lies on tracks
 */
public record CanvasServices(Supplier<Optional<Sketches>> sketches, Supplier<Optional<Players>> players,
        Supplier<Optional<SequencePreviews>> previewing, TrackLoads loads, Decorators decorators) {
}
