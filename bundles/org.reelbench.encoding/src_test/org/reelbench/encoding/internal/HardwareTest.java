package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.MediaException;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.TrackKind;

/** An encoder that needs a device encodes films only after it encoded a few frames. */
@Timeout(60)
class HardwareTest {

    private static final MediaException NO_DEVICE = new MediaException(MediaException.Reason.NO_ENCODER, "",
            "there is no device");

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    void theFirstThatWorksIsTakenAndTheOthersAreTold() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.encoders.hardware = List.of("h264_nvenc", "h264_qsv", "h264_vaapi");
            bench.trouble.fail("open h264_nvenc", NO_DEVICE);
            bench.encoders.swallowing = "h264_qsv";
            ExportSummary summary = export(bench);
            assertEquals("h264_vaapi", summary.videoEncoder());
            assertEquals(List.of("h264_nvenc was not used: there is no device",
                    "h264_qsv was not used: of 5 frames it encoded 4", "h264_amf was not used: the natives do not have it",
                    "h264_videotoolbox was not used: the natives do not have it", "encoded with h264_vaapi"), summary.notes());
        }
    }

    @Test
    void whereNoDeviceWorksTheProcessorEncodes() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.encoders.hardware = List.of("h264_nvenc");
            bench.trouble.fail("open h264_nvenc", NO_DEVICE);
            ExportSummary summary = export(bench);
            assertEquals("libx264", summary.videoEncoder());
            assertTrue(summary.notes().contains("encoded with libx264"), summary.notes()::toString);
        }
    }

    @Test
    void theFramesOfTheTrialAreNotInTheFilmAndATrialIsMadeOnce() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.encoders.hardware = List.of("h264_nvenc");
            export(bench);
            assertEquals(15, bench.encoders.pictures.size(), "5 of the trial and 10 of the film");
            assertEquals(10, bench.muxers.packets.size());
            export(bench);
            assertEquals(25, bench.encoders.pictures.size());
        }
    }

    private static ExportSummary export(Bench bench) throws Exception {
        ExportRequest request = new ExportRequest(Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO), Bench.NO_MEDIA,
                bench.target, ExportPreset.builtIn("h264-hardware"), 0, 10);
        return Bench.end(bench.exports.start(request)).result();
    }
}
