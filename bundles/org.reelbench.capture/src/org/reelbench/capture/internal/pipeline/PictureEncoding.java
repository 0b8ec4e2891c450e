package org.reelbench.capture.internal.pipeline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.internal.adapt.Level;
import org.reelbench.capture.internal.mp4.NalUnits;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

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
    private final @Nullable ScreenConverters converters;
    private final PictureFormat pictures;
    private final Rational rate;
    private final long bitRate;
    private final String name;
    private final Rational timeBase;
    private final byte[] firstSets;
    private final CodecParameters parameters;
    private VideoEncoder encoder;
    private byte[] sets = new byte[0];
    private Level level = Level.FULL;
    private @Nullable ScreenConverter converter;
    private @Nullable MemoryFrame small;

    PictureEncoding(Encoders encoders, @Nullable ScreenConverters converters, PictureFormat pictures, Rational rate, long bitRate)
            throws CaptureException, MediaException {
        this.encoders = encoders;
        this.converters = converters;
        this.pictures = pictures;
        this.rate = rate;
        this.bitRate = bitRate > 0 ? bitRate : usualBitRate();
        List<String> there = encoders.names();
        name = ENCODERS.stream().filter(there::contains).findFirst().orElseThrow(() -> new CaptureException(Reason.NO_ENCODER,
                "no encoder of H.264 is installed; install a build of FFmpeg with one of " + String.join(", ", ENCODERS)));
        timeBase = Rational.of(1, rate.numerator() * Math.ceilDiv(LEAST_TICKS_PER_SECOND, rate.numerator()));
        encoder = encoders.openVideo(encoding(level, pictures));
        parameters = encoder.parameters();
        firstSets = parameters.extraData();
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

    /** Takes packets, with their bytes as files hold them. */
    @FunctionalInterface
    interface Taker {
        void take(EncodedPacket packet, byte[] bytes);
    }

    /** Changes the level; what the old encoder still held is delivered first. */
    void to(Level next, Taker taker) throws MediaException {
        encoder.finish(sink(taker));
        encoder.close();
        level = next;
        PictureFormat shape = pictures;
        MemoryFrame old = small;
        small = null;
        if (old != null) {
            old.close();
        }
        if (next.scale() < 1) {
            shape = PictureFormat.of(even(pictures.widthPx() * next.scale()), even(pictures.heightPx() * next.scale()),
                    PixelFormat.BGRA, new ColorDescription(ColorDescription.Matrix.RGB, ColorDescription.Range.FULL));
            small = MemoryFrame.allocate(shape, RationalTime.ZERO);
        }
        encoder = encoders.openVideo(encoding(next, shape));
        byte[] now = encoder.parameters().extraData();
        sets = Arrays.equals(now, firstSets) ? new byte[0] : now;
    }

    private static int even(double value) {
        return Math.max(2, (int) Math.round(value / 2) * 2);
    }

    void encode(VideoFrame frame, long slot, Taker taker) throws MediaException {
        encoder.encode(sized(frame), ticksOf(slot), false, sink(taker));
    }

    private VideoFrame sized(VideoFrame frame) throws MediaException {
        MemoryFrame to = small;
        ScreenConverters from = converters;
        if (to == null || from == null) {
            return frame;
        }
        ScreenConverter with = converter;
        if (with == null) {
            with = from.open();
            converter = with;
        }
        with.convert(frame, to.plane(0), to.format().widthPx(), to.format().heightPx(), to.strideBytes(0));
        return to;
    }

    void finish(Taker taker) throws MediaException {
        encoder.finish(sink(taker));
    }

    private PacketSink sink(Taker taker) {
        return packet -> {
            MemorySegment data = packet.data();
            byte[] stream = data.toArray(ValueLayout.JAVA_BYTE);
            taker.take(packet, NalUnits.withLengths(stream, packet.sync() ? sets : new byte[0]));
        };
    }

    @Override
    public void close() {
        encoder.close();
        ScreenConverter with = converter;
        if (with != null) {
            with.close();
        }
        MemoryFrame frame = small;
        if (frame != null) {
            frame.close();
        }
    }
}
