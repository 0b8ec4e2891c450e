package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.internal.segment.MemoryBytes;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentPictures;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Decodes segments out of the cache. */
@Component
public final class SegmentPicturesComponent implements SegmentPictures {

    private final PreviewService previews;
    private final MediaProbe probe;
    private final MediaReaders readers;

    /**
     * Creates the service.
     *
     * @param previews has the segments
     * @param probe finds out what they are
     * @param readers decode them
     */
    @Activate
    public SegmentPicturesComponent(@Reference PreviewService previews, @Reference MediaProbe probe,
            @Reference MediaReaders readers) {
        this.previews = previews;
        this.probe = probe;
        this.readers = readers;
    }

    @Override
    public Optional<Decoded> open(PreviewSegment segment, Cancellation cancellation) throws MediaException {
        byte[] whole;
        try (SegmentBytes bytes = previews.kept(segment.id()).orElse(null)) {
            if (bytes == null || bytes.status().state() != SegmentState.READY) {
                return Optional.empty();
            }
            byte[] init = bytes.init().bytes();
            whole = Arrays.copyOf(init, init.length + Math.toIntExact(bytes.status().availableBytes()));
            ByteBuffer body = ByteBuffer.wrap(whole, init.length, whole.length - init.length);
            while (body.hasRemaining() && bytes.read(body.position() - init.length, body, SegmentPlace.AS_KEPT) > 0) {
                // until it is whole
            }
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, segment.id(), String.valueOf(e.getMessage()), e);
        }
        MemoryBytes source = new MemoryBytes(segment.id(), whole);
        MediaInfo info = probe.probe(source, cancellation);
        int stream = info.video()
                .orElseThrow(() -> new MediaException(MediaException.Reason.NO_STREAM, segment.id(), "it holds no pictures"))
                .index();
        return Optional.of(new Pictures(segment, source, readers.openFrames(source, info, stream, 1, cancellation)));
    }

    /** One segment with its decoder. */
    private record Pictures(PreviewSegment segment, MemoryBytes source, FrameReader reader) implements Decoded {

        @Override
        public VideoFrame picture(long frame, Cancellation cancellation) throws MediaException {
            long count = segment.end() - segment.start();
            if (frame < segment.start() || frame >= segment.end()) {
                throw new IllegalArgumentException("frame " + frame + " is not in " + segment);
            }
            // The middle of a picture: its start may have been rounded up.
            Rational middle = Rational.of(segment.durationTicks() * (2 * (frame - segment.start()) + 1),
                    segment.ticksPerSecond() * 2 * count);
            return reader.frameAt(new RationalTime(middle), cancellation);
        }

        @Override
        public void close() {
            reader.close();
            source.close();
        }
    }
}
