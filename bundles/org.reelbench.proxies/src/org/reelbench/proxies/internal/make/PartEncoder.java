package org.reelbench.proxies.internal.make;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoFrame;
import org.reelbench.proxies.internal.disk.PartFile;
import org.reelbench.proxies.internal.disk.PartWriter;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;

/**
 * Decodes a medium frame by frame and encodes it in parts. Each part has an encoder of its own, so that it is the same whether it was
 * made in one go with those before or after a restart. One thread at a time.
 */
final class PartEncoder {

    /** About ten seconds: what a killed program loses at most. */
    static final int PART_FRAMES = 240;
    private static final RationalTime BEFORE_ALL = RationalTime.ofSeconds(-3600);

    private final Pipeline pipeline;
    private final ProxyPlan plan;
    private final Medium medium;
    private final Path folder;

    PartEncoder(Pipeline pipeline, ProxyPlan plan, Medium medium, Path folder) {
        this.pipeline = pipeline;
        this.plan = plan;
        this.medium = medium;
        this.folder = folder;
    }

    /** Encodes what is missing; returns all parts. */
    Parts encode(Parts before, ProxyMaker.Room room, Gate gate, DoubleConsumer progress, Cancellation cancellation)
            throws MediaException, IOException {
        Parts parts = before;
        try (ByteSource bytes = medium.open();
                FrameReader reader = pipeline.readers().openFrames(bytes, medium.info(), plan.stream().index(), 1, cancellation);
                Scaler scaler = new Scaler(pipeline.composers(), plan)) {
            Optional<VideoFrame> next = reader.frameAfter(parts.count() == 0 ? BEFORE_ALL : parts.lastTime(), cancellation);
            while (next.isPresent()) {
                room.need(plan.encoding().bitRate() / 8 * PART_FRAMES / Math.max(1, plan.encoding().frameRate().round()));
                try (VideoEncoder encoder = pipeline.encoders().openVideo(plan.encoding())) {
                    PartFile.Head head = PartFile.Head.of(encoder.parameters());
                    if (parts.head().isPresent() && !parts.head().get().equals(head)) {
                        // Another library made the parts before: they cannot be joined with these.
                        next.get().close();
                        delete(parts);
                        parts = Parts.none(folder);
                        next = reader.frameAfter(BEFORE_ALL, cancellation);
                        continue;
                    }
                    Path file = PartFile.file(folder, parts.count());
                    next = part(encoder, head, file, next.get(), reader, scaler, gate, progress, cancellation);
                    parts = parts.with(file);
                }
            }
        }
        return parts;
    }

    private static void delete(Parts parts) throws IOException {
        for (int i = parts.count() - 1; i >= 0; i--) {
            Files.delete(PartFile.file(parts.folder(), i));
        }
    }

    /** Writes one part from a frame on, which it closes; returns the frame after the part. */
    private Optional<VideoFrame> part(VideoEncoder encoder, PartFile.Head head, Path file, VideoFrame first, FrameReader reader,
            Scaler scaler, Gate gate, DoubleConsumer progress, Cancellation cancellation) throws MediaException, IOException {
        RationalTime[] times = new RationalTime[PART_FRAMES];
        Optional<VideoFrame> next = Optional.of(first);
        int count = 0;
        int[] written = new int[1];
        try (PartWriter writer = new PartWriter(file, head)) {
            while (next.isPresent() && count < PART_FRAMES) {
                RationalTime time = next.get().time();
                times[count] = time;
                try (VideoFrame picture = next.get(); VideoFrame small = scale(picture, scaler, gate, cancellation)) {
                    cancellation.check();
                    encoder.encode(small, count, count == 0,
                            packet -> write(writer, times, written, packet.ptsTicks(), packet.sync(),
                                    packet.data()));
                }
                count++;
                next = Optional.empty();
                next = reader.frameAfter(time, cancellation);
                progress.accept(share(time));
            }
            encoder.finish(packet -> write(writer, times, written, packet.ptsTicks(), packet.sync(), packet.data()));
            if (written[0] != count) {
                throw new MediaException(MediaException.Reason.NO_ENCODER, medium.name(), "the encoder '"
                        + plan.encoding().encoder() + "' made " + written[0] + " packets of " + count + " frames");
            }
            writer.finish();
            return next;
        } catch (UncheckedIOException e) {
            next.ifPresent(VideoFrame::close);
            throw new IOException(e.getMessage(), e);
        } catch (MediaException | IOException | RuntimeException e) {
            next.ifPresent(VideoFrame::close);
            throw e;
        }
    }

    /** Asks whether to go on before scaling: decoding alone may have taken long. */
    private static VideoFrame scale(VideoFrame picture, Scaler scaler, Gate gate, Cancellation cancellation)
            throws MediaException {
        gate.pass(cancellation);
        return scaler.scale(picture);
    }

    private static void write(PartWriter writer, RationalTime[] times, int[] written, long number, boolean sync,
            java.lang.foreign.MemorySegment data) throws MediaException {
        if (number != written[0]) {
            throw new MediaException(MediaException.Reason.NO_ENCODER, "", "the encoder of proxies changes the order of frames");
        }
        try {
            writer.write(times[written[0]], sync, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written[0]++;
    }

    private double share(RationalTime time) {
        RationalTime whole = medium.info().duration();
        return whole.signum() <= 0 ? 0 : Math.clamp(time.seconds().toDouble() / whole.seconds().toDouble(), 0, 1);
    }
}
