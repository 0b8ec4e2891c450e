package org.reelbench.proxies.internal.make;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.Muxer;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.internal.disk.PartFile;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Joins parts to a film by copying packets, and checks that every frame of it can be decoded and comes at its time. */
final class PartJoiner {

    private final Pipeline pipeline;
    private final ProxyPlan plan;
    private final Parts parts;

    PartJoiner(Pipeline pipeline, ProxyPlan plan, Parts parts) {
        this.pipeline = pipeline;
        this.plan = plan;
        this.parts = parts;
    }

    /** Writes the film; its first frame comes at its start. */
    void join(Path film, Cancellation cancellation) throws MediaException, IOException {
        try (Muxer muxer = pipeline.muxers().open(film, "mp4", List.of(parameters()), Map.of());
                Parts.Frames frames = new Parts.Frames(parts)) {
            PartFile.Frame frame = frames.next();
            long usual = Math.max(1, plan.encoding().timeBase().times(parts.ticksPerSecond()).round());
            while (frame != null) {
                cancellation.check();
                PartFile.Frame after = frames.next();
                long ticks = ticks(frame);
                usual = after == null ? usual : ticks(after) - ticks;
                write(muxer, frame, ticks, usual);
                frame = after;
            }
            muxer.finish(cancellation);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void write(Muxer muxer, PartFile.Frame frame, long ticks, long duration) throws MediaException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(frame.data().length);
            MemorySegment.copy(frame.data(), 0, data, ValueLayout.JAVA_BYTE, 0, frame.data().length);
            muxer.write(0, new EncodedPacket(ticks, ticks, duration, frame.sync(), 0, data));
        }
    }

    private long ticks(PartFile.Frame frame) {
        return frame.time().minus(parts.firstTime()).seconds().times(parts.ticksPerSecond()).round();
    }

    private CodecParameters parameters() throws MediaException {
        try (VideoEncoder encoder = pipeline.encoders().openVideo(plan.encoding())) {
            CodecParameters one = encoder.parameters();
            return new CodecParameters(one.codec(), Rational.of(1, parts.ticksPerSecond()),
                    parts.head().map(PartFile.Head::extraData).orElseGet(one::extraData), one.video(), null, 0, 0, one.profile(),
                    one.codecTag());
        }
    }

    /** Decodes all of the film: as many frames as there are in the parts, of the right size, each at exactly its time. */
    void check(Path film, String medium, Gate gate, DoubleConsumer progress, Cancellation cancellation)
            throws MediaException, IOException {
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = shifted(pipeline.probe().probe(bytes, cancellation), parts.firstTime());
            VideoStreamInfo stream = info.video().orElseThrow(() -> wrong(medium, "it has no pictures"));
            if (stream.picture().widthPx() != plan.widthPx() || stream.picture().heightPx() != plan.heightPx()) {
                throw wrong(medium, "its pictures are " + stream.picture().widthPx() + "x" + stream.picture().heightPx());
            }
            try (FrameReader reader = pipeline.readers().openFrames(bytes, info, stream.index(), 1, cancellation);
                    Parts.Frames frames = new Parts.Frames(parts)) {
                RationalTime time = parts.firstTime().minus(RationalTime.ofSeconds(1));
                for (long n = 0; n < parts.frames(); n++) {
                    gate.pass(cancellation);
                    time = check(frames.next(), reader.frameAfter(time, cancellation), n, medium);
                    progress.accept((double) n / parts.frames());
                }
                Optional<VideoFrame> more = reader.frameAfter(time, cancellation);
                more.ifPresent(VideoFrame::close);
                if (more.isPresent()) {
                    throw wrong(medium, "it has more frames");
                }
            }
        }
    }

    private static RationalTime check(PartFile.@Nullable Frame expected, Optional<VideoFrame> found, long number, String medium)
            throws MediaException {
        if (found.isEmpty() || expected == null) {
            throw wrong(medium, "it ends after " + number + " frames");
        }
        try (VideoFrame frame = found.get()) {
            if (!frame.time().equals(expected.time())) {
                throw wrong(medium, "its frame " + number + " comes at " + frame.time() + " instead of " + expected.time());
            }
            return frame.time();
        }
    }

    private static MediaException wrong(String medium, String what) {
        return new MediaException(MediaException.Reason.DAMAGED, medium, "its proxy was not made as it should be: " + what);
    }

    /** Returns what a film is whose first frame stands for one that a medium shows at some time. */
    static MediaInfo shifted(MediaInfo film, RationalTime firstTime) {
        return new MediaInfo(film.container(), film.origin().minus(firstTime), film.duration(), film.streams(), film.notes());
    }
}
