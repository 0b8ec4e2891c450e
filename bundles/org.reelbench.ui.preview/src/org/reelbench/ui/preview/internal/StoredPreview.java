package org.reelbench.ui.preview.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentPictures;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Scene;
import org.reelbench.playback.StoredPictures;
import org.reelbench.ui.UiThread;

/** The pictures of the previews of the sequence in the window, for the viewer while rendering does not keep up. */
@Component
public final class StoredPreview implements StoredPictures {

    private final WindowPreviews window;
    private final SegmentPictures pictures;

    /**
     * Creates the service.
     *
     * @param window has the preview of the sequence
     * @param pictures decodes its segments
     */
    @Activate
    public StoredPreview(@Reference WindowPreviews window, @Reference SegmentPictures pictures) {
        this.window = window;
        this.pictures = pictures;
    }

    @Override
    public Optional<Reel> open(Scene scene) {
        UiThread.forbid("looking for previews");
        // Snapshots share what did not change, so one instance means one picture.
        return window.preview().flatMap(preview -> {
            PreviewRevision revision = preview.revision();
            return revision.sequence() == scene.sequence() ? Optional.of(new Segments(revision)) : Optional.empty();
        });
    }

    /** One revision, of which one segment at a time is open. */
    private final class Segments implements Reel {

        private final PreviewRevision revision;
        private SegmentPictures.@Nullable Decoded decoded;

        Segments(PreviewRevision revision) {
            this.revision = revision;
        }

        @Override
        public boolean has(long fromFrame, long toFrame) {
            List<PreviewSegment> segments = revision.pictures(fromFrame, toFrame);
            return !segments.isEmpty() && segments.stream().allMatch(this::isReady);
        }

        private boolean isReady(PreviewSegment segment) {
            return revision.status(segment).state() == SegmentState.READY;
        }

        @Override
        public Optional<VideoFrame> frame(long frame, Cancellation cancellation) throws MediaException {
            SegmentPictures.Decoded open = decoded;
            if (open == null || frame < open.segment().start() || frame >= open.segment().end()) {
                close();
                PreviewSegment segment = revision.pictures(frame, frame + 1).stream().filter(this::isReady).findFirst()
                        .orElse(null);
                open = segment == null ? null : pictures.open(segment, cancellation).orElse(null);
                decoded = open;
            }
            return open == null ? Optional.empty() : Optional.of(open.picture(frame, cancellation));
        }

        @Override
        public void close() {
            SegmentPictures.Decoded open = decoded;
            decoded = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
