package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

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
        assertNotNull(video);
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
        VideoEncoding video = plan(ExportPreset.H264, FrameRate.of(25, 1), "libopenh264").video();
        assertNotNull(video);
        assertEquals(64 * 36 * 25 / 5, video.bitRate());
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
        assertNull(of(request(ExportPreset.H264, silent), "libx264").audio());
    }

    private static EncodingPlan plan(ExportPreset preset, FrameRate rate, String installed) throws ExportException {
        Sequence sequence = Bench.sequence(rate, 44_100, TrackKind.VIDEO, TrackKind.AUDIO);
        return of(request(preset, sequence), installed, "aac", "flac", "libopus", "pcm_s24le");
    }

    private static EncodingPlan of(ExportRequest request, String... installed) throws ExportException {
        FakeEncoders encoders = new FakeEncoders(new Trouble(), installed);
        return EncodingPlan.of(request, encoders, new Trials(encoders));
    }

    private static ExportRequest request(ExportPreset preset, Sequence sequence) {
        return new ExportRequest(sequence, Bench.NO_MEDIA, Path.of("film"), preset, 0, 10);
    }
}
