package org.reelbench.capture.internal.pipeline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.internal.adapt.Level;
import org.reelbench.capture.internal.mp4.NalUnits;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/**
 * Encodes pictures at a level that may change: another level is another encoder, which begins with a sync sample. One thread at a
 * time.
 */
final class PictureEncoding implements AutoCloseable {

    /** The quickest first; encoders of devices need a device and are not among those that are sure to work. */
    private static final List<String> ENCODERS = List.of("libx264", "libopenh264");
    private static final Map<String, Map<String, String>> OPTIONS = Map.of("libx264",
            Map.of("preset", "ultrafast", "tune", "zerolatency"), "libopenh264", Map.of("allow_skip_frames", "0"));
    private static final double BITS_PER_PIXEL = 0.12;
    private static final long LEAST_BITS = 300_000;
    private static final int SYNC_SECONDS = 2;
    private static final int LEAST_TICKS_PER_SECOND = 10_000;
    private static final int MOST_THREADS = 4;

    private final Encoders encoders;
    private final PictureFormat pictures;
    private final Rational rate;
    private final long bitRate;
    private final String name;
    private final Rational timeBase;
    private final CodecParameters parameters;
    private VideoEncoder encoder;
    /** Said at each sync sample, not in the file's head alone: a smaller picture has others, and players jump to and fro. */
    private byte[] sets;
    private Level level = Level.FULL;
    private @Nullable HalfSize smaller;

    PictureEncoding(Encoders encoders, PictureFormat pictures, Rational rate, long bitRate)
            throws CaptureException, MediaException {
        this.encoders = encoders;
        this.pictures = pictures;
        this.rate = rate;
        this.bitRate = bitRate > 0 ? bitRate : usualBitRate();
        List<String> there = encoders.names();
        name = ENCODERS.stream().filter(there::contains).findFirst().orElseThrow(() -> new CaptureException(Reason.NO_ENCODER,
                "no encoder of H.264 is installed; install a build of FFmpeg with one of " + String.join(", ", ENCODERS)));
        timeBase = Rational.of(1, rate.numerator() * Math.ceilDiv(LEAST_TICKS_PER_SECOND, rate.numerator()));
        encoder = encoders.openVideo(encoding(level, pictures));
        parameters = encoder.parameters();
        sets = parameters.extraData();
    }

    private long usualBitRate() {
        return Math.max(LEAST_BITS, (long) (pictures.widthPx() * (long) pictures.heightPx() * rate.toDouble() * BITS_PER_PIXEL));
    }

    private VideoEncoding encoding(Level at, PictureFormat shape) {
        Rational kept = rate.dividedBy(Rational.of(at.divisor()));
        int gopFrames = (int) Math.max(1, kept.times(SYNC_SECONDS).round());
        // Fewer pictures of the same quality take fewer bits, but each of them changes more.
        double bits = bitRate * at.quality() * at.scale() * at.scale() / Math.sqrt(at.divisor());
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new VideoEncoding(name, shape.widthPx(), shape.heightPx(), shape.pixelFormat(), shape.color(), timeBase, kept,
                gopFrames, Math.max(LEAST_BITS, (long) bits), threads, new TreeMap<>(OPTIONS.getOrDefault(name, Map.of())));
    }

    CodecParameters parameters() {
        return parameters;
    }

    /** Returns how many ticks a slot of the full rate is long; whole, as the time scale is a multiple of the rate. */
    long ticksOf(long slot) {
        return Rational.of(slot).dividedBy(rate.times(timeBase)).round();
    }

    /** Changes the level; what the old encoder still held is delivered first. */
    void to(Level next, PacketSink sink) throws MediaException {
        encoder.finish(sink);
        encoder.close();
        level = next;
        HalfSize old = smaller;
        smaller = next.scale() < 1 ? new HalfSize(pictures) : null;
        if (old != null) {
            old.close();
        }
        encoder = encoders.openVideo(encoding(next, smaller == null ? pictures : smaller.format()));
        sets = encoder.parameters().extraData();
    }

    void encode(VideoFrame frame, long slot, PacketSink sink) throws MediaException {
        HalfSize to = smaller;
        encoder.encode(to == null ? frame : to.of(frame), ticksOf(slot), false, sink);
    }

    void finish(PacketSink sink) throws MediaException {
        encoder.finish(sink);
    }

    /** Returns a packet's bytes as files hold them; to be called while it is delivered. */
    byte[] bytes(EncodedPacket packet) {
        MemorySegment data = packet.data();
        return NalUnits.withLengths(data.toArray(ValueLayout.JAVA_BYTE), packet.sync() ? sets : new byte[0]);
    }

    @Override
    public void close() {
        encoder.close();
        HalfSize open = smaller;
        if (open != null) {
            open.close();
        }
    }
}
