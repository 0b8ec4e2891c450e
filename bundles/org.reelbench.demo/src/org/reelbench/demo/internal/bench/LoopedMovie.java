package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A large movie made quickly: two seconds are encoded, and their packets written again and again, as a stream copy does.
 *
 * @param file the file's name
 * @param source the source id on its pictures
 * @param widthPx the width of its pictures
 * @param heightPx their height
 * @param bitsPerSecond how much the encoder may use
 * @param loops how often the two seconds are written
 */
record LoopedMovie(String file, int source, int widthPx, int heightPx, long bitsPerSecond, int loops) {

    static final int RATE = 30;
    static final int GOP_SECONDS = 2;
    private static final int GOP_FRAMES = RATE * GOP_SECONDS;
    private static final int NOISE_LEVELS = 24;
    private static final long NOISY_BITS = 5_000_000;

    long frames() {
        return (long) loops * GOP_FRAMES;
    }

    /** Makes the movie, unless one of its length lies there; it takes its name when it is whole. */
    Path provide(Path folder, Services services, Cancellation cancellation) throws CommandException {
        Path whole = folder.resolve(file);
        Path partial = folder.resolve(file + ".part");
        try {
            if (!Files.exists(whole)) {
                write(partial, services, cancellation);
                Files.move(partial, whole);
            }
            return whole;
        } catch (MediaException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw Failures.of(whole, e);
        }
    }

    private void write(Path target, Services services, Cancellation cancellation) throws MediaException {
        PictureFormat format = PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        VideoEncoding encoding = new VideoEncoding("libopenh264", widthPx, heightPx, PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, Rational.of(1, RATE), Rational.of(RATE, 1), GOP_FRAMES, bitsPerSecond, 2,
                new TreeMap<>());
        List<EncodedPacket> gop = new ArrayList<>();
        try (VideoEncoder encoder = services.encoders().openVideo(encoding);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int i = 0; i < GOP_FRAMES; i++) {
                cancellation.check();
                TestCard.draw(frame, source, i);
                if (bitsPerSecond >= NOISY_BITS) {
                    noise(frame.plane(0), new SplittableRandom(i));
                }
                encoder.encode(frame, i, i == 0, packet -> gop.add(kept(packet)));
            }
            encoder.finish(packet -> gop.add(kept(packet)));
            try (Muxer muxer = services.muxers().open(target, "mp4", List.of(encoder.parameters()), Map.of())) {
                for (long loop = 0; loop < loops; loop++) {
                    cancellation.check();
                    for (EncodedPacket packet : gop) {
                        muxer.write(0, at(packet, loop * GOP_FRAMES));
                    }
                }
                muxer.finish(cancellation);
            }
        }
    }

    /** So that the encoder uses the bits it may: a picture in sixteen blocks of rows, one of which changes. */
    private static void noise(MemorySegment luma, SplittableRandom random) {
        long from = luma.byteSize() / 2;
        for (long i = from; i + Long.BYTES <= from + luma.byteSize() / 4; i += Long.BYTES) {
            long bytes = luma.get(ValueLayout.JAVA_LONG_UNALIGNED, i);
            luma.set(ValueLayout.JAVA_LONG_UNALIGNED, i, bytes ^ random.nextLong() & NOISE_LEVELS * 0x0101_0101_0101_0101L);
        }
    }

    private static EncodedPacket kept(EncodedPacket packet) {
        MemorySegment copy = MemorySegment.ofArray(packet.data().toArray(ValueLayout.JAVA_BYTE));
        return new EncodedPacket(packet.ptsTicks(), packet.dtsTicks(), packet.durationTicks(), packet.sync(),
                packet.trimEndSamples(), copy);
    }

    private static EncodedPacket at(EncodedPacket packet, long offsetTicks) {
        return new EncodedPacket(packet.ptsTicks() + offsetTicks, packet.dtsTicks() + offsetTicks, packet.durationTicks(),
                packet.sync(), packet.trimEndSamples(), packet.data());
    }
}
