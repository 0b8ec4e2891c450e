package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

class EncodingPlanTest {

    @Test
    void picturesTakeSizeRateAndTimeBaseOfTheSequence() throws ExportException {
        VideoEncoding video = plan(ExportPreset.H264, Bench.FPS_29_97, "libx264").video();
        assertEquals(64, video.widthPx());
        assertEquals(36, video.heightPx());
        assertEquals(Rational.of(1001, 30_000), video.timeBase());
        assertEquals(Rational.of(30_000, 1001), video.frameRate());
        assertEquals(60, video.gopFrames());
        assertEquals(PixelFormat.YUV420P, video.pixelFormat());
        assertEquals(0, video.bitRate(), "the quality is in the options");
        assertEquals("20", video.options().get("crf"));
    }

    @Test
    void anEncoderWithoutQualityGetsABitRateForItsPixels() throws ExportException {
        assertEquals(64 * 36 * 25 / 5, plan(ExportPreset.H264, FrameRate.of(25, 1), "libopenh264").video().bitRate());
    }

    @Test
    void soundTakesTheRateOfTheSequence() throws ExportException {
        AudioEncoding audio = plan(ExportPreset.LOSSLESS, FrameRate.of(25, 1), "ffv1").audio();
        assertNotNull(audio);
        assertEquals("flac", audio.encoder());
        assertEquals(44_100, audio.sampleRateHz());
        assertEquals(2, audio.channels());
    }

    @Test
    void withoutAudioTracksThereIsNoSound() throws ExportException {
        Sequence silent = Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO, TrackKind.VIDEO);
        assertNull(EncodingPlan.of(request(ExportPreset.H264, silent), new FakeEncoders(new Trouble(), "libx264")).audio());
    }

    @Test
    void everyBuiltInPresetHasAWayThatNeedsNoGplLibrary() {
        for (ExportPreset preset : ExportPreset.BUILT_IN) {
            assertTrue(preset.video().stream().anyMatch(choice -> !choice.encoder().equals("libx264")), preset.name());
        }
    }

    private static EncodingPlan plan(ExportPreset preset, FrameRate rate, String installed) throws ExportException {
        Sequence sequence = Bench.sequence(rate, 44_100, TrackKind.VIDEO, TrackKind.AUDIO);
        return EncodingPlan.of(request(preset, sequence), new FakeEncoders(new Trouble(), installed));
    }

    private static ExportRequest request(ExportPreset preset, Sequence sequence) {
        return new ExportRequest(sequence, Bench.NO_MEDIA, Path.of("film"), preset, 0, 10);
    }
}
