package org.example.reelbench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;

/** Each service of the API used once, as its documentation shows it; compiled so that the documentation stays true. */
public final class Walkthrough {

    private Walkthrough() {
    }

    static MediaInfo probe(MediaProbe probe, Path file) throws MediaException, IOException {
        try (ByteSource bytes = FileByteSource.open(file)) {
            return probe.probe(bytes, new Cancellation());
        }
    }

    static VideoFrame oneFrame(MediaReaders readers, ByteSource bytes, MediaInfo info) throws MediaException {
        Cancellation cancellation = new Cancellation();
        try (FrameReader frames = readers.openFrames(bytes, info, 0, 1, cancellation)) {
            return frames.frameAt(RationalTime.parse("1.5s"), cancellation);
        }
    }

    static VideoFrame compose(Composers composers, VideoFrame frame, Canvas canvas) throws MediaException {
        Placement place = Placement.at(0, 0, canvas.widthPx(), canvas.heightPx());
        try (Composer composer = composers.open(new Composition(canvas, List.of(LayerSpec.opaque(frame.format(), place))))) {
            return composer.compose(0, List.of(new ComposerInput(frame, 1, RationalTime.ZERO)));
        }
    }

    static void encode(Encoders encoders, Muxers muxers, VideoEncoding encoding, VideoFrame frame, Path file)
            throws MediaException {
        try (VideoEncoder encoder = encoders.openVideo(encoding);
                Muxer muxer = muxers.open(file, "mp4", List.of(encoder.parameters()), Map.of("movflags", "+faststart"))) {
            encoder.encode(frame, 0, true, packet -> muxer.write(0, packet));
            encoder.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
    }

    static VideoFrame render(Renderers renderers, Sequence sequence, MediaCatalog catalog) throws RenderException {
        try (VideoRenderer renderer = renderers.video(sequence, catalog)) {
            return renderer.frame(48, new Cancellation());
        }
    }

    static ExportSummary export(Exports exports, Sequence sequence, MediaCatalog catalog)
            throws ExportException, InterruptedException {
        ExportJob job = exports.start(ExportRequest.whole(sequence, catalog, Path.of("film.mp4"), ExportPreset.H264));
        while (!job.awaitEnd(Duration.ofMillis(100))) {
            System.out.println(job.progress());
        }
        return job.result();
    }

    static ByteBuffer preview(PreviewService previews, Sequence sequence, MediaCatalog catalog)
            throws IOException, InterruptedException {
        try (Preview preview = previews.open(sequence, catalog); Viewer viewer = preview.viewer()) {
            viewer.at(250, true);
            PreviewSegment segment = preview.revision().pictures(250, 251).getFirst();
            try (SegmentBytes bytes = preview.revision().open(segment)) {
                ByteBuffer first = ByteBuffer.allocate(65_536);
                bytes.await(0, Duration.ofSeconds(10));
                bytes.read(0, first, segment.place(1));
                return first.flip();
            }
        }
    }
}
