package org.reelbench.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A film of test cards that proxies are made of.
 *
 * @param name the file's name
 * @param widthPx its width
 * @param heightPx its height
 * @param color what its numbers mean
 * @param timeBase a tick, in seconds
 * @param ticks when its frames come
 */
record ProxyFilm(String name, int widthPx, int heightPx, ColorDescription color, Rational timeBase, List<Long> ticks) {

    static final int SOURCE = 7;
    private static final int GOP_FRAMES = 10;

    /** A film of a steady rate. */
    static ProxyFilm steady(String name, int widthPx, int heightPx, ColorDescription color, int frames) {
        List<Long> ticks = new ArrayList<>();
        for (long i = 0; i < frames; i++) {
            ticks.add(i * 1001);
        }
        return new ProxyFilm(name, widthPx, heightPx, color, Rational.of(1, 30_000), ticks);
    }

    /** Returns when a frame comes. */
    RationalTime timeOf(int frame) {
        return new RationalTime(timeBase.times(ticks.get(frame)));
    }

    /** Writes the film; its frames come at exactly these times. */
    Path write(Path folder) throws Exception {
        Path file = folder.resolve(name);
        VideoEncoding encoding = new VideoEncoding("mpeg4", widthPx, heightPx, PixelFormat.YUV420P, color, timeBase,
                Rational.of(30), GOP_FRAMES, 30L * widthPx * heightPx, 1, new TreeMap<>());
        try (VideoEncoder encoder = Services.get(Encoders.class).openVideo(encoding);
                Muxer muxer = Services.get(Muxers.class).open(file, "mp4", List.of(encoder.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, color),
                        RationalTime.ZERO)) {
            for (int i = 0; i < ticks.size(); i++) {
                TestCard.draw(frame, SOURCE, i);
                encoder.encode(frame, ticks.get(i), false, packet -> muxer.write(0, packet));
            }
            encoder.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
        return file;
    }
}
