package org.reelbench.media.ffmpeg.internal.compose;

import java.nio.file.Path;
import java.util.List;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Canvas;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composer;
import org.reelbench.media.Composition;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaProbe;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaReaders;
import org.reelbench.media.ffmpeg.internal.read.ReadThreads;
import org.reelbench.time.RationalTime;

/** A film in a test that is read as the product reads it, and composed. */
final class Film implements AutoCloseable {

    private static final ReadThreads THREADS = new ReadThreads();

    private final ByteSource bytes;
    private final VideoStreamInfo stream;
    private final FrameReader reader;

    private Film(ByteSource bytes) throws Exception {
        this.bytes = bytes;
        MediaInfo info = new FfmpegMediaProbe(THREADS).probe(bytes, new Cancellation());
        stream = info.video().orElseThrow();
        reader = new FfmpegMediaReaders(THREADS).openFrames(bytes, info, stream.index(), 1, new Cancellation());
    }

    static Film open(Path file) throws Exception {
        return new Film(FileByteSource.open(file));
    }

    VideoStreamInfo stream() {
        return stream;
    }

    VideoFrame frameAt(RationalTime time) throws Exception {
        return reader.frameAt(time, new Cancellation());
    }

    /** Composes the frame shown at a time alone, at its own size. */
    VideoFrame composed(RationalTime time) throws Exception {
        return composed(time, null, layer -> layer);
    }

    /** Composes the frame shown at a time over another picture. */
    VideoFrame composed(RationalTime time, @org.eclipse.jdt.annotation.Nullable VideoFrame below,
            java.util.function.UnaryOperator<LayerSpec> change) throws Exception {
        try (VideoFrame frame = frameAt(time)) {
            int width = frame.format().widthPx() + 1 & ~1;
            int height = frame.format().heightPx() + 1 & ~1;
            Canvas canvas = new Canvas(width, height, Pictures.CANVAS.rate(), Pictures.CANVAS.color());
            LayerSpec layer = change.apply(LayerSpec.opaque(frame.format(),
                    Placement.at(0, 0, frame.format().widthPx(), frame.format().heightPx())));
            List<LayerSpec> layers = below == null
                    ? List.of(layer)
                    : List.of(LayerSpec.opaque(below.format(), Placement.at(0, 0, width, height)), layer);
            try (Composer composer = new FfmpegComposers().open(new Composition(canvas, layers))) {
                return composer.compose(0, below == null
                        ? List.of(Pictures.input(frame))
                        : List.of(Pictures.input(below), Pictures.input(frame)));
            }
        }
    }

    @Override
    public void close() throws Exception {
        reader.close();
        bytes.close();
    }
}
