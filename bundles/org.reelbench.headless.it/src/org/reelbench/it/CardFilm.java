package org.reelbench.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Films of test cards, written and read back without loss. */
final class CardFilm {

    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;

    private CardFilm() {
    }

    /** Writes a film whose pictures say its source and their number. */
    static void write(Path file, int source, FrameRate rate, int frames) throws Exception {
        write(file, source, frames, new VideoEncoding("ffv1", WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, COLOR,
                rate.framesPerSecond().inverted(), rate.framesPerSecond(), 1, 0, 1, new TreeMap<>(Map.of("level", "3"))));
    }

    /** Writes the same with a sync sample now and then only. */
    static void write(Path file, int source, FrameRate rate, int frames, int syncEveryFrames) throws Exception {
        write(file, source, frames, new VideoEncoding("mpeg4", WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, COLOR,
                rate.framesPerSecond().inverted(), rate.framesPerSecond(), syncEveryFrames, 4_000_000, 1, new TreeMap<>()));
    }

    private static void write(Path file, int source, int frames, VideoEncoding encoding) throws Exception {
        Cancellation never = new Cancellation();
        try (VideoEncoder encoder = Services.get(Encoders.class).openVideo(encoding);
                Muxer muxer = Services.get(Muxers.class).open(file, "matroska", List.of(encoder.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, COLOR),
                        RationalTime.ZERO)) {
            for (int i = 0; i < frames; i++) {
                TestCard.draw(frame, source, i);
                encoder.encode(frame, i, false, packet -> muxer.write(0, packet));
            }
            encoder.finish(packet -> muxer.write(0, packet));
            muxer.finish(never);
        }
    }

    /** What the pictures of a film say, in order. */
    static List<Reading> read(Path file, FrameRate rate, int frames) throws Exception {
        List<Reading> readings = new ArrayList<>();
        Cancellation never = new Cancellation();
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never)) {
                for (int i = 0; i < frames; i++) {
                    try (VideoFrame frame = reader.frameAt(rate.timeOf(i), never)) {
                        readings.add(TestCard.read(frame));
                    }
                }
            }
        }
        return readings;
    }
}
