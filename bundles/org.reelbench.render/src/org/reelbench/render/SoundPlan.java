package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Composers;
import org.reelbench.render.internal.RangesLeft;
import org.reelbench.render.internal.SoundKeys;
import org.reelbench.render.internal.recipe.FileHashes;
import org.reelbench.render.internal.recipe.MissingMedia;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SequenceDiff;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackChange;
import org.reelbench.timeline.TrackKind;

/**
 * The pieces of one snapshot's sound and their recipes, made when they are first asked for. The plan of the next snapshot takes
 * over all that an edit did not touch.
 * <p>
 * Pieces are not those of the picture: they lie on a grid of samples, anchored in the content of the lowest clip that sounds. A
 * clip that moves by a whole number of samples, of its source too if it runs at another speed, takes its pieces and their
 * recipes along; at 29.97 frames and 48,000 samples a second every fifth frame lies on a sample. At other frames the clip's
 * start is rounded, and with it, by less than a sample, how it lies to the clips it sounds with, where its fades and animated
 * values lie in it and where its first and last piece are cut: those pieces may have other recipes, because their samples are
 * others. Whole pieces of a clip that sounds alone, at its own speed and as loud all the time keep theirs wherever it goes.
 * <p>
 * One thread at a time. Holds no media open.
 */
public final class SoundPlan {

    /** Raised whenever the mix would make other samples of the same recipe. */
    public static final String ENGINE = "reelbench-sound/1";

    private final String natives;
    private final Composers composers;
    private final Sequence sequence;
    private final FileHashes files;
    private final SoundKeys keys;
    private final TreeMap<Long, Planned> planned = new TreeMap<>();
    private long written;

    /** A piece, and its recipe once it was asked for. */
    private static final class Planned {

        private final SoundPiece piece;
        private @Nullable Recipe recipe;

        Planned(SoundPiece piece) {
            this.piece = piece;
        }
    }

    /**
     * Creates the plan of a snapshot.
     *
     * @param natives the native library's version and build
     * @param composers knows the effects
     * @param sequence the snapshot
     * @param catalog its media and the snapshots of the sequences it plays
     */
    public SoundPlan(String natives, Composers composers, Sequence sequence, MediaCatalog catalog) {
        this(natives, composers, sequence, catalog, new FileHashes(), new MissingMedia(catalog));
    }

    private SoundPlan(String natives, Composers composers, Sequence sequence, MediaCatalog catalog, FileHashes files,
            MissingMedia missing) {
        this.natives = natives;
        this.composers = composers;
        this.sequence = sequence;
        this.files = files;
        this.keys = new SoundKeys(sequence, catalog, composers, files, missing);
    }

    /**
     * Returns the plan of another snapshot, which is an edit away or many.
     *
     * @param next the snapshot
     * @param nextCatalog its media and the snapshots of the sequences it plays
     * @return the plan; costs as much as the tracks differ and as many pieces as are known
     */
    public SoundPlan after(Sequence next, MediaCatalog nextCatalog) {
        SoundPlan plan = new SoundPlan(natives, composers, next, nextCatalog, files, keys.missing().in(nextCatalog));
        SequenceDiff diff = SequenceDiff.between(sequence, next);
        if (diff.formChanged() || sequence.limiter() != next.limiter()) {
            return plan;
        }
        RangesLeft left = new RangesLeft(soundChanges(diff));
        for (Planned each : planned.values()) {
            SoundPiece piece = each.piece;
            if (left.isFree(frameOf(piece.startSample() - keys.reachSamples()),
                    frameOf(piece.endSample() + keys.reachSamples()) + 1)
                    && keys.stays(piece.startSample(), plan.keys)) {
                plan.planned.put(piece.startSample(), each);
            }
        }
        return plan;
    }

    private static List<FrameRange> soundChanges(SequenceDiff diff) {
        List<FrameRange> ranges = new ArrayList<>();
        for (TrackChange change : diff.tracks()) {
            Track track = diff.after().findTrack(change.track()).or(() -> diff.before().findTrack(change.track())).orElseThrow();
            if (track.kind() == TrackKind.AUDIO) {
                ranges.addAll(change.ranges());
            }
        }
        return ranges;
    }

    private long frameOf(long sample) {
        return Math.max(0, sequence.rate().frameAt(RationalTime.of(sample, sequence.sampleRateHz())));
    }

    /**
     * Returns the number of samples of the sequence.
     *
     * @return the sample after the last one
     */
    public long endSample() {
        return sequence.rate().timeOf(sequence.durationFrames()).ticksRound(sequence.sampleRateHz());
    }

    /**
     * Finds the piece that holds a sample.
     *
     * @param sample the sample, from 0 to {@link #endSample} exclusive
     * @return the piece
     * @throws IndexOutOfBoundsException if the sequence has no such sample
     */
    public SoundPiece pieceAt(long sample) {
        return planned(sample).piece;
    }

    private Planned planned(long sample) {
        if (sample < 0 || sample >= endSample()) {
            throw new IndexOutOfBoundsException("sample " + sample + " of " + endSample());
        }
        Map.Entry<Long, Planned> found = planned.floorEntry(sample);
        if (found != null && sample < found.getValue().piece.endSample()) {
            return found.getValue();
        }
        SoundPiece piece = keys.pieceAt(sample, endSample());
        Planned made = new Planned(piece);
        planned.put(piece.startSample(), made);
        return made;
    }

    /**
     * Finds all pieces of a range.
     *
     * @param fromSample the first sample
     * @param toSample the sample after the last; behind the end there are none
     * @return the pieces in order, the first and the last as whole as the others
     */
    public List<SoundPiece> pieces(long fromSample, long toSample) {
        List<SoundPiece> pieces = new ArrayList<>();
        long end = Math.min(toSample, endSample());
        for (long sample = fromSample; sample < end;) {
            SoundPiece piece = pieceAt(sample);
            pieces.add(piece);
            sample = piece.endSample();
        }
        return pieces;
    }

    /**
     * Returns the recipe of a piece's samples: a canonical text of everything that can change one of them.
     *
     * @param piece a piece of this plan
     * @return the recipe
     */
    public Recipe recipeOf(SoundPiece piece) {
        Planned asked = planned(piece.startSample());
        Recipe known = asked.recipe;
        if (known == null) {
            written++;
            known = Recipe.of(() -> keys.textOf(piece.startSample(), piece.endSample(), ENGINE, natives));
            asked.recipe = known;
        }
        return known;
    }

    /**
     * Returns the recipe of the samples of any range, by the pieces in it and where they lie to its start.
     *
     * @param fromSample the first sample; before the sequence's first it is silent
     * @param toSample the sample after the last; behind the end it is silent
     * @return the recipe
     */
    public Recipe recipeOf(long fromSample, long toSample) {
        StringBuilder text = new StringBuilder("range of ").append(toSample - fromSample).append(" samples\n");
        for (SoundPiece piece : pieces(Math.max(0, fromSample), toSample)) {
            text.append(piece.startSample() - fromSample).append(' ').append(recipeOf(piece).id()).append('\n');
        }
        return Recipe.of(text::toString);
    }

    /** How many recipes were written so far, other than those taken over. */
    long written() {
        return written;
    }
}
