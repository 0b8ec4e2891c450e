package org.reelbench.encoding.preview;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/**
 * One snapshot of a sequence as segments. A view that is frozen, such as a playlist, keeps the revision it began with; it stays
 * what it is for as long as the preview is open.
 * <p>
 * For every thread; never on one that draws: the first question about a place may look at media.
 */
@ProviderType
public interface PreviewRevision {

    /**
     * Returns the number.
     *
     * @return 1 for the first snapshot of the preview, one more for each after it
     */
    long number();

    /**
     * Returns the snapshot.
     *
     * @return the sequence
     */
    Sequence sequence();

    /**
     * Returns where the snapshot's media are found, for whoever shows something of it that is no segment.
     *
     * @return the catalog the preview was given with the snapshot
     */
    MediaCatalog catalog();

    /**
     * Finds the segments of pictures of a range. Of several qualities, the best that is ready is named, else the one that is made
     * now: asking again may name another one for the same place.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last; what lies behind the end has no segments
     * @return the segments in order, the first and the last as whole as the others
     */
    List<PreviewSegment> pictures(long fromFrame, long toFrame);

    /**
     * Returns the qualities in which pictures can be asked for.
     *
     * @return the qualities, best first; empty if there is no choice
     */
    default List<PreviewRung> rungs() {
        return List.of();
    }

    /**
     * Finds the segments of pictures of a range in one quality, whatever is ready in others, so that all need one init segment for
     * as long as the encoder works.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last; what lies behind the end has no segments
     * @param rung where in {@link #rungs} the quality is, from 0; without a choice it says nothing
     * @return the segments in order, the first and the last as whole as the others
     */
    default List<PreviewSegment> pictures(long fromFrame, long toFrame, int rung) {
        return pictures(fromFrame, toFrame);
    }

    /**
     * Finds the segments of pictures of a range in one quality, of which the first and the last are cut so that together they are
     * the range and nothing else. Such a cut piece is a segment of its own: if nobody needed it before, it is encoded.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last; what lies behind the end has no segments
     * @param rung where in {@link #rungs} the quality is, from 0; without a choice it says nothing
     * @return the segments in order
     * @throws UnsupportedOperationException if the revision has no pieces but its own
     */
    default List<PreviewSegment> exactly(long fromFrame, long toFrame, int rung) {
        throw new UnsupportedOperationException("pieces of this revision cannot be cut");
    }

    /**
     * Finds the segments of sound of a range.
     *
     * @param fromSample the first sample
     * @param toSample the sample after the last; behind the end there are none
     * @return the segments in order, the first and the last as whole as the others
     */
    List<PreviewSegment> sound(long fromSample, long toSample);

    /**
     * Finds the runs of sound of a range in AAC, for players that take nothing else. They lie on a grid of packets of the whole
     * sequence, so an edit that moves sound makes them anew; they are encoded only if somebody opens them. Where playing begins, a
     * decoder needs the first packet to find in: 1,024 samples fade in. From there on no sample is late, lost or doubled.
     *
     * @param fromSample the first sample
     * @param toSample the sample after the last; behind the end there are none
     * @return the runs in order, whole; the last one may reach behind the end, where it is silent
     * @throws UnsupportedOperationException if there is no such encoder
     */
    default List<PreviewSegment> aac(long fromSample, long toSample) {
        throw new UnsupportedOperationException("there is no encoder of AAC");
    }

    /**
     * Returns how much sound there is.
     *
     * @return the sample after the last one
     */
    long endSample();

    /**
     * Finds a segment by its id.
     *
     * @param id the id
     * @return a place at which it lies, if it was named by this revision before; or empty
     */
    Optional<PreviewSegment> find(String id);

    /**
     * Returns how far a segment is.
     *
     * @param segment a segment of this revision
     * @return the status now
     */
    SegmentStatus status(PreviewSegment segment);

    /**
     * Opens a segment for reading. If it is not there it is encoded, before all others.
     *
     * @param segment a segment of this revision
     * @return the bytes, to be closed by the caller
     * @throws IOException if the preview is closed
     */
    SegmentBytes open(PreviewSegment segment) throws IOException;

    /**
     * Returns where pictures can be played now without waiting.
     *
     * @return the ranges of frames whose segments are ready, in order, neighbours joined
     */
    List<FrameRange> seekable();

    /**
     * Returns how much of the pictures is ready.
     *
     * @return 0 to 1; 1 of an empty sequence
     */
    double progress();
}
