package org.reelbench.demo.internal.media;

import java.util.List;
import java.util.Optional;

import org.reelbench.demo.internal.media.MovieSpec.Pictures;
import org.reelbench.demo.internal.media.MovieSpec.Sound;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * The media of the demo film, one of each kind that behaves in its own way.
 *
 * @param city 1920x1080 at 30, H.264 and AAC: the usual camera
 * @param walk 1280x720 at 30000/1001, H.264 and AAC: a rate that fits no other
 * @param phone H.264 whose frames have no regular distance
 * @param drone 3840x2160 at 30, H.264, short and heavy
 * @param screen 1280x720 at 25, VP9 and Opus in WebM: another container, codec and rate
 * @param music FLAC at 44.1 kHz, so that it must be resampled
 * @param title a PNG
 */
public record DemoMedia(MovieSpec city, MovieSpec walk, MovieSpec phone, MovieSpec drone, MovieSpec screen, MovieSpec music,
        StillSpec title) {

    private static final FrameRate RATE_30 = FrameRate.of(30, 1);
    private static final FrameRate RATE_29_97 = FrameRate.of(30_000, 1001);
    private static final long PHONE_TICKS_HZ = 90_000;
    private static final long PHONE_SEED = 20;
    private static final int AAC_HZ = 48_000;

    /**
     * Describes the media.
     *
     * @param shrink by what the sides of all pictures are divided: 1, or 2 for a quick demo
     * @return the media
     */
    public static DemoMedia of(int shrink) {
        Optional<Sound> aac = Optional.of(new Sound(Codec.AAC, AAC_HZ, RationalTime.parse("6.5s")));
        MovieSpec city = new MovieSpec(1, name("city-", 1080 / shrink, "p30.mp4"), "mp4",
                h264(1920 / shrink, 1080 / shrink, FrameTimes.constant(RATE_30, 195)), aac);
        MovieSpec walk = new MovieSpec(2, name("walk-", 720 / shrink, "p29.97.mp4"), "mp4",
                h264(1280 / shrink, 720 / shrink, FrameTimes.constant(RATE_29_97, 195)), aac);
        MovieSpec phone = new MovieSpec(3, name("phone-", 720 / shrink, "p-variable.mp4"), "mp4",
                h264(1280 / shrink, 720 / shrink, FrameTimes.irregular(PHONE_TICKS_HZ, 150, PHONE_SEED)), Optional.empty());
        MovieSpec drone = new MovieSpec(4, name("drone-", 2160 / shrink, "p30.mp4"), "mp4",
                h264(3840 / shrink, 2160 / shrink, FrameTimes.constant(RATE_30, 90)), Optional.empty());
        MovieSpec screen = new MovieSpec(5, name("screen-", 720 / shrink, "p30.webm"), "webm",
                Optional.of(new Pictures(Codec.VP9, 1280 / shrink, 720 / shrink, FrameTimes.constant(RATE_30, 195), 0)),
                Optional.of(new Sound(Codec.OPUS, 48_000, RationalTime.parse("6.5s"))));
        MovieSpec music = new MovieSpec(6, "music-44100.flac", "flac", Optional.empty(),
                Optional.of(new Sound(Codec.FLAC, 44_100, RationalTime.ofSeconds(22))));
        return new DemoMedia(city, walk, phone, drone, screen, music,
                new StillSpec(7, name("title-", 720 / shrink, "p.png"), 1280 / shrink, 720 / shrink));
    }

    /**
     * Returns all media.
     *
     * @return them in the order of their source ids
     */
    public List<MediaSpec> all() {
        return List.of(city, walk, phone, drone, screen, music, title);
    }

    private static Optional<Pictures> h264(int widthPx, int heightPx, FrameTimes times) {
        return Optional.of(new Pictures(Codec.H264, widthPx, heightPx, times, 0));
    }

    private static String name(String before, int heightPx, String after) {
        return before + heightPx + after;
    }
}
