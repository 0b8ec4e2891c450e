package org.reelbench.it;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

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
 * A film of test cards whose clock is as odd as that of real ones, and the truth about it.
 *
 * @param name the name in test reports and of the file
 * @param encoder the encoder
 * @param tick the length of a tick of its time stamps
 * @param rate the rate it is said to have, zero if none
 * @param stamps when its pictures are shown, in ticks
 */
record OddFilm(String name, String encoder, Rational tick, Rational rate, List<Long> stamps) {

    static final int SOURCE = 9;
    static final int WIDTH_PX = 160;
    static final int HEIGHT_PX = 90;

    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;
    private static final int PICTURES = 60;

    static List<OddFilm> all() {
        List<OddFilm> films = new ArrayList<>();
        for (Rational rate : List.of(Rational.of(24_000, 1001), Rational.of(25), Rational.of(30_000, 1001), Rational.of(50),
                Rational.of(60_000, 1001))) {
            films.add(film("regular" + films.size() + ".mkv", "ffv1", rate.inverted(), n -> n));
            films.add(film("regular" + films.size() + ".mp4", "libopenh264", rate.inverted(), n -> n));
        }
        films.add(film("varying.mkv", "ffv1", Rational.of(1, 1000), n -> n * 40L + (n % 3) * 13));
        films.add(film("varying.mp4", "libopenh264", Rational.of(1, 90_000), n -> n * 3003L + (n % 3) * 1000));
        films.add(film("longer.mp4", "libopenh264", Rational.of(1, 1000), n -> 7L * n * n));
        films.add(film("missing.mkv", "ffv1", Rational.of(1, 25), n -> n < 10 ? n : n < 30 ? n + 8 : n + 11));
        films.add(film("missing.mp4", "libopenh264", Rational.of(1, 25), n -> n < 10 ? n : n < 30 ? n + 8 : n + 11));
        films.add(film("hours.mkv", "ffv1", Rational.of(1, 25), n -> n + 100L * 3600 * 25));
        films.add(film("hours.mp4", "libopenh264", Rational.of(1, 25), n -> n + 100L * 3600 * 25));
        return films;
    }

    private static OddFilm film(String name, String encoder, Rational tick, IntToLongFunction stamp) {
        List<Long> stamps = new ArrayList<>();
        for (int n = 0; n < PICTURES; n++) {
            stamps.add(stamp.applyAsLong(n));
        }
        // A tick that is no usual frame belongs to a film of no rate.
        Rational rate = tick.inverted().compareTo(Rational.of(100)) < 0 ? tick.inverted() : Rational.ZERO;
        return new OddFilm(name, encoder, tick, rate, stamps);
    }

    /** Writes it. */
    Path write(Path folder) throws Exception {
        Map<String, String> options = encoder.equals("ffv1") ? Map.of("level", "3") : Map.of();
        VideoEncoding encoding = new VideoEncoding(encoder, WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, COLOR, tick,
                rate, 12, encoder.equals("ffv1") ? 0 : 1_000_000, 1, new TreeMap<>(options));
        Path file = folder.resolve(name);
        String container = name.endsWith("mkv") ? "matroska" : "mp4";
        try (VideoEncoder pictures = Services.get(Encoders.class).openVideo(encoding);
                Muxer muxer = Services.get(Muxers.class).open(file, container, List.of(pictures.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, COLOR),
                        RationalTime.ZERO)) {
            for (int n = 0; n < stamps.size(); n++) {
                TestCard.draw(frame, SOURCE, n);
                pictures.encode(frame, stamps.get(n), false, packet -> muxer.write(0, packet));
            }
            pictures.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
        return file;
    }

    /** How long it is up to its last picture, in milliseconds. */
    long lengthMs() {
        return tick.times(stamps.getLast() - stamps.getFirst()).times(1000).ceil();
    }

    /**
     * Says which picture is shown at a frame, by the rule alone and in whole numbers of any length: the last that does not begin
     * later than in + frame · speed ÷ rate, else the first.
     */
    int numberAt(Rational in, Rational speed, Rational rate, long frame) {
        BigInteger below = big(speed.denominator()).multiply(big(rate.numerator()));
        BigInteger step = big(frame).multiply(big(speed.numerator())).multiply(big(rate.denominator()));
        BigInteger asked = big(in.numerator()).multiply(below).add(step.multiply(big(in.denominator())));
        BigInteger askedBelow = big(in.denominator()).multiply(below);
        int shown = 0;
        for (int n = 0; n < stamps.size(); n++) {
            BigInteger begins = big(stamps.get(n) - stamps.getFirst()).multiply(big(tick.numerator())).multiply(askedBelow);
            if (begins.compareTo(asked.multiply(big(tick.denominator()))) <= 0) {
                shown = n;
            }
        }
        return shown;
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
