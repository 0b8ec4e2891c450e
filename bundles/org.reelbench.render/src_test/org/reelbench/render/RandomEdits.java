package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.reelbench.time.Rational;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipValues;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MoveEdits;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TimeEdits;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackEdits;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.TrimEdits;

/** Edits of every kind at random places. */
final class RandomEdits {

    /** How much an edit changes of what is seen. */
    enum Reach {
        /** A clip or two, wherever they lie; all else of its track may move. */
        CLIPS,
        /** Whatever lies on a track. */
        TRACKS
    }

    /**
     * An edit that was made.
     *
     * @param name what it is called
     * @param reach how much it changes
     * @param frame where it was made
     * @param result the sequence after it
     */
    record Made(String name, Reach reach, long frame, Sequence result) {
    }

    private final Random random;
    private final int reachFrames;
    private int serial;

    /**
     * Creates a maker of edits.
     *
     * @param reachFrames how far clips are moved and trimmed at most
     */
    RandomEdits(Random random, int reachFrames) {
        this.random = random;
        this.reachFrames = reachFrames;
    }

    /** How many kinds of edits there are. */
    static int kinds() {
        return 30;
    }

    /** Makes an edit of a kind that the sequence does not refuse. */
    Made make(Sequence sequence, int kind) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            List<Track> tracks = sequence.tracks().stream().filter(track -> !track.items().isEmpty()).toList();
            Track track = tracks.get(random.nextInt(tracks.size()));
            int index = random.nextInt(track.items().size());
            if (track.items().get(index) instanceof Clip clip) {
                try {
                    Made made = make(sequence, kind, track, new Located(index, track.items().startOf(index), clip), clip);
                    if (made.result() != sequence) {
                        return made;
                    }
                } catch (EditRefused _) {
                    // Somewhere else it is not refused.
                }
            }
        }
        return new Made("none", Reach.CLIPS, 0, sequence);
    }

    private Made make(Sequence sequence, int kind, Track track, Located place, Clip clip) throws EditRefused {
        Id id = clip.id();
        long start = place.startFrame();
        long inside = random.nextLong(clip.durationFrames());
        long delta = 1 + random.nextInt(reachFrames);
        long either = random.nextBoolean() ? delta : -delta;
        FrameRange range = new FrameRange(start + inside, start + inside + delta);
        return switch (kind) {
        case 0 -> clips("split", start, Edits.split(sequence, track.id(), start + inside, fresh()));
        case 1 -> clips("move", start, Edits.move(sequence, id, track.id(), Math.max(0, start + either)));
        case 2 -> clips("delete", start, Edits.delete(sequence, id, false));
        case 3 -> clips("ripple delete", start, Edits.delete(sequence, id, true));
        case 4 -> clips("insert before", start,
                RangeEdits.insert(sequence, track.id(), start, clip.withId(fresh()), fresh()));
        case 5 -> clips("insert into", start,
                RangeEdits.insert(sequence, track.id(), start + inside, clip.withId(fresh()), fresh()));
        case 6 -> clips("overwrite", start,
                RangeEdits.overwrite(sequence, track.id(), Math.max(0, start + either), clip.withId(fresh()), fresh()));
        case 7 -> clips("trim start", start, Edits.trimStart(sequence, id, either));
        case 8 -> clips("trim end", start, Edits.trimEnd(sequence, id, either));
        case 9 -> clips("ripple trim start", start, TrimEdits.rippleTrimStart(sequence, id, either));
        case 10 -> clips("ripple trim end", start, TrimEdits.rippleTrimEnd(sequence, id, either));
        case 11 -> clips("roll", start, TrimEdits.roll(sequence, id, either));
        case 12 -> clips("slip", start, TrimEdits.slip(sequence, id, either));
        case 13 -> clips("slide", start, TrimEdits.slide(sequence, id, either));
        case 14 -> clips("rename", start, ClipValues.setName(sequence, id, "name " + serial++));
        case 15 -> clips("opacity", start, Edits.setOpacity(sequence, id, clip.valueAt(Animated.OPACITY, 0) == 1 ? 0.5 : 1));
        case 16 -> clips("gain", start, Edits.setGain(sequence, id, random.nextInt(20)));
        case 17 -> clips("transform", start, Edits.setTransform(sequence, id, transform(clip)));
        case 18 -> clips("effects", start, Edits.setEffects(sequence, id, clip.effects().isEmpty()
                ? List.of(new AppliedEffect("blur", new TreeMap<>()))
                : List.of()));
        case 19 -> clips("dissolve", start, Edits.dissolve(sequence, id, fresh(), delta));
        case 20 -> clips("lift", start, RangeEdits.lift(sequence, track.id(), range, fresh()));
        case 21 -> clips("extract from all tracks", start, RangeEdits.extractAll(sequence, range, fresh(sequence)));
        case 22 -> clips("speed", start, TimeEdits.setSpeed(sequence, id, Rational.of(1 + random.nextInt(3), 2), false));
        case 23 -> clips("reverse", start, TimeEdits.reverse(sequence, id));
        case 24 -> clips("freeze", start, TimeEdits.freeze(sequence, id, start + inside, delta, fresh(), fresh()));
        case 25 -> clips("move together", start, MoveEdits.moveAll(sequence, Set.of(id), either, 0,
                MoveEdits.Landing.OVERWRITE, fresh(sequence)));
        case 26 -> clips("track's name, lock and mute", start, TrackEdits.setLocked(
                Edits.setMuted(TrackEdits.rename(sequence, track.id(), "name " + serial++), track.id(), !track.muted()),
                track.id(),
                false));
        case 27 -> tracks("hide or show", start, Edits.setHidden(sequence, track.id(), !track.hidden()));
        case 28 -> tracks("solo", start, TrackEdits.setSolo(sequence, track.id(), !track.solo()));
        default -> tracks("reorder", start,
                TrackEdits.reorder(sequence, track.id(), random.nextInt(sequence.tracks().size())));
        };
    }

    private Transform transform(Clip clip) {
        return clip.valueAt(Animated.X_PX, 0) == 0 ? new Transform(3, 0, 1, 0, Crop.NONE) : Transform.IDENTITY;
    }

    private static Made clips(String name, long frame, Sequence result) {
        return new Made(name, Reach.CLIPS, frame, result);
    }

    private static Made tracks(String name, long frame, Sequence result) {
        return new Made(name, Reach.TRACKS, frame, result);
    }

    private List<Id> fresh(Sequence sequence) {
        List<Id> ids = new ArrayList<>();
        sequence.tracks().forEach(_ -> ids.add(fresh()));
        return ids;
    }

    private Id fresh() {
        return new Id("edit " + serial++);
    }
}
