package org.reelbench.encoding.preview;

import java.util.Optional;

import org.reelbench.media.AudioEncoding;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipe;
import org.reelbench.timeline.Sequence;

/**
 * What a worker is asked to make. The recipe says all that decides the bytes; the snapshot and its media are how it is rendered
 * by whoever has our renderer. All but the catalog is plain data.
 *
 * @param segment the segment
 * @param recipe whose text says all that decides the samples, with media by their fingerprints
 * @param video how pictures are encoded; empty for sound
 * @param audio how sound is encoded; empty for pictures
 * @param black whether nothing is seen or heard, so that all pictures are the same: such a segment need not be rendered
 * @param sequence the snapshot
 * @param catalog its media and the sequences it shows
 */
public record SegmentOrder(PreviewSegment segment, Recipe recipe, Optional<VideoEncoding> video, Optional<AudioEncoding> audio,
        boolean black,
        Sequence sequence, MediaCatalog catalog) {

    /**
     * Tells whether this order goes on where another one ended, so that what was opened for it is of use.
     *
     * @param before the other order
     * @return true if both are of one snapshot and one encoding and lie side by side
     */
    public boolean continues(SegmentOrder before) {
        return before.sequence == sequence && before.catalog.equals(catalog) && before.video.equals(video)
                && before.audio.equals(audio)
                && before.segment.end() == segment.start() && before.segment.kind() == segment.kind();
    }
}
