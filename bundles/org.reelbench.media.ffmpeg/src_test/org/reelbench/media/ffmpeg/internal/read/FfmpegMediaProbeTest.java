package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FrameReader;
import org.reelbench.media.OtherStreamInfo;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What probing says of sound files. */
class FfmpegMediaProbeTest {

    private static final String X264 = "-c:v libx264 -preset fast ";

    private static Path clicks(int seconds) {
        return TestMedia.clicks(3, 48_000, 2, 48_000 * seconds);
    }

    @Test
    void tellsExactTimesAndRatesOfAnMp4() throws Exception {
        Path file = TestMedia.both("av.mp4", 3, "30000/1001", 90, clicks(3), X264 + "-bf 3 -c:a aac -b:a 160k");
        try (Media media = Media.of(file)) {
            VideoStreamInfo video = media.video();
            assertEquals("mp4", media.info().container());
            assertEquals("h264", video.codec());
            assertEquals(Optional.of(FrameRate.of(30_000, 1001)), video.frameRate());
            assertEquals(RationalTime.ZERO, video.start());
            assertEquals(RationalTime.of(90 * 1001, 30_000), video.duration());
            assertEquals(160, video.picture().widthPx());
            assertEquals(90, video.picture().heightPx());
            assertEquals(PixelFormat.YUV420P, video.picture().pixelFormat());
            assertEquals(ColorDescription.guessed(90), video.picture().color());
            AudioStreamInfo audio = media.info().audio().orElseThrow();
            assertEquals(new AudioStreamInfo(1, "aac", 48_000, 2, RationalTime.ZERO, RationalTime.ofSeconds(3)), audio);
            assertEquals(RationalTime.of(90 * 1001, 30_000), media.info().duration());
        }
    }

    @Test
    void keepsTheDistanceBetweenStreamsAndCountsFromTheContainersStart() throws Exception {
        Path file = TestMedia.both("av.ts", 3, "30", 90, clicks(3), X264 + "-bf 3 -c:a aac -b:a 160k");
        try (Media media = Media.of(file)) {
            // A transport stream carries the encoder's 1024 samples of run-up before the first picture.
            assertTrue(media.info().origin().signum() > 0, media.info().origin() + "");
            assertEquals(RationalTime.ZERO, media.info().audio().orElseThrow().start());
            assertEquals(RationalTime.ZERO, media.video().start());
            assertEquals(RationalTime.ofSeconds(3), media.video().duration());
            assertEquals(RationalTime.of(141 * 1024, 48_000), media.info().audio().orElseThrow().duration());
        }
    }

    @Test
    void tellsTheLengthOfEachMatroskaStream() throws Exception {
        Path file = TestMedia.both("long.mkv", 3, "25", 100, clicks(2), X264 + "-c:a flac");
        try (Media media = Media.of(file)) {
            assertEquals("matroska", media.info().container());
            assertEquals(RationalTime.ofSeconds(4), media.video().duration());
            assertEquals(RationalTime.ofSeconds(2), media.info().audio().orElseThrow().duration());
            assertEquals(RationalTime.ofSeconds(4), media.info().duration());
        }
    }

    @Test
    void measuresWhatTheContainerOnlyAllowsToGuess() throws Exception {
        try (Media media = Media.of(TestMedia.pictures("bare.h264", 7, "25", 60, X264 + "-bf 2 -g 12"))) {
            assertEquals(RationalTime.of(60, 25), media.info().duration());
        }
        try (Media media = Media.of(TestMedia.sound("bare.aac", clicks(3), "-c:a aac -b:a 128k"))) {
            assertEquals(RationalTime.of(141 * 1024, 48_000), media.info().duration());
        }
        String fragments = "-bf 0 -g 30 -movflags frag_keyframe+empty_moov+default_base_moof+skip_trailer";
        try (Media media = Media.of(TestMedia.pictures("bare-fragments.mp4", 7, "30", 120, X264 + fragments))) {
            assertEquals(RationalTime.ofSeconds(4), media.info().duration());
        }
    }

    @Test
    void knowsNoRateWhereFramesHaveNoRegularDistance() throws Exception {
        List<String> arguments = List.of("-vf", "settb=1/30000,setpts='(N*3+mod(N\\,3))*500'", "-enc_time_base", "1/30000",
                "-fps_mode",
                "passthrough", "-c:v", "libx264");
        for (String name : List.of("vfr-probe.mp4", "vfr-probe.mkv")) {
            try (Media media = Media.of(TestMedia.pictures(name, 7, "30", 60, arguments))) {
                assertEquals(Optional.empty(), media.video().frameRate(), name);
            }
        }
    }

    @Test
    void knowsTheRateBehindRoundedTimeStamps() throws Exception {
        for (String rate : List.of("24000/1001", "25", "30000/1001", "50", "60000/1001")) {
            for (String name : List.of("rate.mkv", "rate.ts", "rate.mp4", "rate.mov")) {
                try (Media media = Media.of(TestMedia.pictures(name, 7, rate, 48, X264 + "-bf 2"))) {
                    assertEquals(Optional.of(FrameRate.parse(rate)), media.video().frameRate(), name);
                }
            }
        }
    }

    @Test
    void readsRotationInQuarterTurns() throws Exception {
        Path upright = TestMedia.pictures("upright.mp4", 7, "30", 10, X264 + "-bf 0");
        for (int degrees : new int[] { 90, 180, 270 }) {
            // The program's option says how far the picture is turned back, counter-clockwise.
            Path turned = TestMedia.copy("turned.mp4", upright, "-display_rotation " + (360 - degrees), "-c copy");
            try (Media media = Media.of(turned)) {
                assertEquals(degrees, media.video().rotationDegrees());
            }
        }
        try (Media media = Media.of(upright)) {
            assertEquals(0, media.video().rotationDegrees());
        }
    }

    @Test
    void readsColorsFromTheStream() throws Exception {
        String tagged = "-color_range pc -colorspace bt709 -color_primaries bt709 -color_trc bt709";
        try (Media media = Media.of(TestMedia.pictures("tagged.mp4", 7, "30", 5, X264 + tagged))) {
            assertEquals(new ColorDescription(ColorDescription.Matrix.BT709, ColorDescription.Range.FULL),
                    media.video().picture().color());
        }
    }

    @Test
    void takesNoCoverForTheVideo() throws Exception {
        Path cover = TestMedia.pictures("cover.png", 7, "30", 1, "-c:v png");
        Path song = TestMedia.sound("song.mp3", clicks(1), "-i " + cover
                + " -map 0:a -map 1:v -c:a libmp3lame -c:v copy -id3v2_version 3");
        try (Media media = Media.of(song)) {
            assertFalse(media.info().video().isPresent());
            assertTrue(media.info().streams().get(1) instanceof OtherStreamInfo);
            assertTrue(media.info().audio().isPresent());
        }
    }

    @Test
    void showsAPictureFileForEver() throws Exception {
        for (String name : List.of("still.png", "still.jpg", "still.bmp", "still.tif", "still.webp")) {
            String codec = name.endsWith("png") ? "-c:v png -pix_fmt rgba" : name.endsWith("webp") ? "-c:v libwebp" : "-q:v 2";
            try (Media media = Media.of(TestMedia.pictures(name, 9, "30", 1, codec)); FrameReader reader = media.frames()) {
                VideoStreamInfo video = media.video();
                assertTrue(video.still(), name);
                assertEquals(RationalTime.ZERO, media.info().duration(), name);
                for (int second : new int[] { 0, 1000, -5, 3 }) {
                    try (VideoFrame frame = reader.frameAt(RationalTime.ofSeconds(second), new Cancellation())) {
                        assertEquals(RationalTime.ZERO, frame.time(), name);
                        assertEquals(video.picture(), frame.format(), name);
                    }
                }
                assertEquals(1, reader.decodedFrames(), name);
            }
        }
    }

    @Test
    void readsAnAnimationAsVideo() throws Exception {
        try (Media media = Media.of(TestMedia.pictures("moving.gif", 9, "25", 10, "-c:v gif"));
                FrameReader reader = media.frames()) {
            assertFalse(media.video().still());
            assertEquals(RationalTime.of(10, 25), media.info().duration());
            assertEquals(6, Media.number(reader, RationalTime.of(13, 50)));
            assertEquals(2, Media.number(reader, RationalTime.of(5, 50)));
        }
    }

    @Test
    void handsOutTenBitFramesAsTheyAre() throws Exception {
        try (Media media = Media.of(TestMedia.pictures("ten.mp4", 9, "25", 10, X264 + "-pix_fmt yuv420p10le"));
                FrameReader reader = media.frames();
                VideoFrame frame = reader.frameAt(RationalTime.ZERO, new Cancellation())) {
            assertEquals(PixelFormat.NATIVE, media.video().picture().pixelFormat());
            assertEquals(media.video().picture(), frame.format());
            assertThrows(IllegalStateException.class, () -> frame.plane(0));
        }
    }

    @Test
    void keepsTransparency() throws Exception {
        String arguments = "-vf format=yuva420p,geq=lum='lum(X,Y)':a='X' -c:v libvpx-vp9 -deadline realtime -cpu-used 8";
        try (Media media = Media.of(TestMedia.pictures("alpha.webm", 9, "25", 5, arguments));
                FrameReader reader = media.frames();
                VideoFrame frame = reader.frameAt(RationalTime.ZERO, new Cancellation())) {
            assertEquals(PixelFormat.YUVA420P, frame.format().pixelFormat());
            int left = Byte.toUnsignedInt(frame.plane(3).get(ValueLayout.JAVA_BYTE, 10));
            int right = Byte.toUnsignedInt(frame.plane(3).get(ValueLayout.JAVA_BYTE, 150));
            assertTrue(Math.abs(left - 10) < 8 && Math.abs(right - 150) < 8, left + " " + right);
        }
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        byte[] bytes = BytesSource.read(TestMedia.pictures("upright.mp4", 7, "30", 10, X264 + "-bf 0"));
        BytesSource source = new BytesSource(bytes, _ -> cancellation.cancel());
        assertThrows(CancelledException.class, () -> new FfmpegMediaProbe(Media.THREADS).probe(source, cancellation));
    }
}
