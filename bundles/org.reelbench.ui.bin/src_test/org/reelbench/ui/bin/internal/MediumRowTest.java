package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

class MediumRowTest {

    private static final RationalTime SIX_AND_A_HALF = seconds(65, 10);
    private static final PictureFormat HD = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    @Test
    void aFilmIsToldBySizeRateAndLength() {
        assertEquals(new MediumRow("film", "1920×1080  29.97 fps", "0:06.5", "", SIX_AND_A_HALF,
                List.of("mp4, 0:06.5", "Picture: h264, 1920×1080 yuv420p, 29.97 fps", "Sound: aac, 44.10 kHz, stereo")),
                MediumRow.of(info(SIX_AND_A_HALF, video(Optional.of(FrameRate.of(30_000, 1001)), false), audio(2))));
    }

    @Test
    void aFilmWithoutARegularRateSaysSo() {
        assertEquals("1920×1080  variable", MediumRow.of(info(SIX_AND_A_HALF, video(Optional.empty(), false))).format());
    }

    @Test
    void aStillHasNoLength() {
        assertEquals(new MediumRow("still", "1920×1080", "", "", RationalTime.ZERO,
                List.of("mp4", "Picture: h264, 1920×1080 yuv420p")),
                MediumRow.of(info(RationalTime.ZERO, video(Optional.empty(), true))));
    }

    @Test
    void soundIsToldByRateAndChannels() {
        assertEquals(new MediumRow("sound", "44.10 kHz  stereo", "0:06.5", "", SIX_AND_A_HALF,
                List.of("mp4, 0:06.5", "Sound: aac, 44.10 kHz, stereo")), MediumRow.of(info(SIX_AND_A_HALF, audio(2))));
        assertEquals("44.10 kHz  mono", MediumRow.of(info(SIX_AND_A_HALF, audio(1))).format());
        assertEquals("44.10 kHz  6 channels", MediumRow.of(info(SIX_AND_A_HALF, audio(6))).format());
    }

    @Test
    void whatHasNeitherPictureNorSoundIsAProblem() {
        assertEquals("problem", MediumRow.of(info(SIX_AND_A_HALF)).icon());
    }

    @Test
    void lengthsCarryOverFromTenthsToHours() {
        assertEquals("", MediumRow.duration(RationalTime.ZERO));
        assertEquals("0:00.1", MediumRow.duration(seconds(1, 10)));
        assertEquals("0:59.9", MediumRow.duration(seconds(599, 10)));
        assertEquals("1:00.0", MediumRow.duration(seconds(5999, 100)), "rounded first, then taken apart");
        assertEquals("59:59.9", MediumRow.duration(seconds(35_999, 10)));
        assertEquals("1:00:00.0", MediumRow.duration(seconds(3600, 1)));
    }

    private static RationalTime seconds(long numerator, long denominator) {
        return FrameRate.of(denominator, 1).timeOf(numerator);
    }

    private static MediaInfo info(RationalTime duration, StreamInfo... streams) {
        return new MediaInfo("mp4", RationalTime.ZERO, duration, List.of(streams));
    }

    private static VideoStreamInfo video(Optional<FrameRate> rate, boolean still) {
        return new VideoStreamInfo(0, "h264", HD, rate, RationalTime.ZERO, SIX_AND_A_HALF, still, 0);
    }

    private static AudioStreamInfo audio(int channels) {
        return new AudioStreamInfo(1, "aac", 44_100, channels, RationalTime.ZERO, SIX_AND_A_HALF);
    }
}
