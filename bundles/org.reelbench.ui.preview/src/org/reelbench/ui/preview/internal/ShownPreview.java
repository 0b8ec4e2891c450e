package org.reelbench.ui.preview.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.PreviewStretch;

/** The preview of the sequence in the window: who looks at it there, and what is told of it. One thread, not the one that draws. */
final class ShownPreview implements AutoCloseable {

    /** Of what is seen of a very long sequence at once, so much around the playhead is encoded and told of. */
    private static final int MOST_SECONDS = 1200;

    private final Preview preview;
    private final Stretches stretches = new Stretches();
    private @Nullable Viewer viewer;
    private long playheadFrame;
    private FrameRange seen = new FrameRange(0, Long.MAX_VALUE);

    ShownPreview(Preview preview) {
        this.preview = preview;
    }

    Preview preview() {
        return preview;
    }

    void show(Sequence sequence, MediaCatalog catalog) {
        preview.show(sequence, catalog);
    }

    /**
     * Looks somewhere.
     *
     * @param frame the playhead
     * @param part what is seen in the tracks
     * @param next what may be wanted next
     * @param isWanted whether it is to be encoded, too
     */
    void look(long frame, FrameRange part, PreviewHint next, boolean isWanted) {
        playheadFrame = frame;
        seen = part;
        Viewer open = viewer;
        if (!isWanted) {
            viewer = null;
            if (open != null) {
                open.close();
            }
            return;
        }
        if (open == null) {
            open = preview.viewer();
            viewer = open;
        }
        FrameRange told = told(preview.revision().sequence());
        open.at(frame, false);
        open.visible(told.inFrame(), told.outFrame());
        open.hint(next);
    }

    /** Returns what is to be painted now. */
    List<PreviewStretch> stretches() {
        PreviewRevision revision = preview.revision();
        FrameRange told = told(revision.sequence());
        List<Stretches.Piece> pieces = new ArrayList<>();
        for (PreviewSegment segment : revision.pictures(told.inFrame(), told.outFrame())) {
            pieces.add(new Stretches.Piece(segment, revision.status(segment)));
        }
        return stretches.update(pieces);
    }

    private FrameRange told(Sequence sequence) {
        long most = sequence.rate().framesPerSecond().times(MOST_SECONDS / 2).ceil();
        long from = Math.max(Math.max(0, seen.inFrame()), playheadFrame - most);
        long to = Math.min(Math.min(sequence.durationFrames(), seen.outFrame()), playheadFrame + most);
        return new FrameRange(from, Math.max(from + 1, to));
    }

    @Override
    public void close() {
        Viewer open = viewer;
        viewer = null;
        if (open != null) {
            open.close();
        }
        preview.close();
    }
}
