package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.reelbench.capture.CaptureSource;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MeterSource;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testkit.CaptureSourceContract;
import org.reelbench.testkit.MeterSourceContract;
import org.reelbench.testkit.SegmentWorkerContract;
import org.reelbench.testkit.SubcommandContract;
import org.reelbench.testkit.TimelineFormatContract;
import org.reelbench.time.Rational;

/** Our own services keep to the contracts that those of third parties must keep to; so do the example's that need a framework. */
class ContractsIT {

    private static final int DAMAGES = "deep".equals(System.getProperty("reelbench.tier")) ? 5_000 : 300;
    private static final String TIMELINE = """
            { "OTIO_SCHEMA": "Timeline.1", "name": "Film", "global_start_time": null, "metadata": { "a": [1, 2.5, null] },
              "tracks": { "OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [
                { "OTIO_SCHEMA": "Track.1", "name": "V1", "kind": "Video", "children": [
                  { "OTIO_SCHEMA": "Clip.2", "name": "Beach",
                    "source_range": { "OTIO_SCHEMA": "TimeRange.1",
                      "start_time": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 10 },
                      "duration": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 50 } },
                    "media_references": { "DEFAULT_MEDIA": { "OTIO_SCHEMA": "ExternalReference.1", "target_url": "beach.mp4" } },
                    "active_media_reference_key": "DEFAULT_MEDIA" },
                  { "OTIO_SCHEMA": "Transition.1", "name": "t", "transition_type": "SMPTE_Dissolve",
                    "in_offset": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 5 },
                    "out_offset": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 5 } },
                  { "OTIO_SCHEMA": "Clip.2", "name": "Boat",
                    "source_range": { "OTIO_SCHEMA": "TimeRange.1",
                      "start_time": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 20 },
                      "duration": { "OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 40 } },
                    "media_references": { "DEFAULT_MEDIA": { "OTIO_SCHEMA": "ExternalReference.1", "target_url": "boat.mp4" } },
                    "active_media_reference_key": "DEFAULT_MEDIA" } ] } ] } }
            """;

    private static <T> List<T> all(Class<T> type) throws InvalidSyntaxException {
        return Services.context().getServiceReferences(type, null).stream()
                .map((ServiceReference<T> each) -> Services.context().getService(each)).toList();
    }

    @Test
    void everySubcommandKeepsItsContract() throws Exception {
        List<Subcommand> subcommands = all(Subcommand.class);
        assertTrue(subcommands.size() >= 10, "found only " + subcommands.size());
        for (Subcommand subcommand : subcommands) {
            try {
                new SubcommandContract(subcommand).check();
            } catch (AssertionError e) {
                throw new AssertionError(subcommand.name() + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void theFormatOfOtherProgramsKeepsItsContract() throws Exception {
        TimelineFormat format = all(TimelineFormat.class).stream().filter(each -> each.id().equals("otio")).findFirst()
                .orElseThrow();
        new TimelineFormatContract(format, TIMELINE.getBytes(StandardCharsets.UTF_8), 1, DAMAGES).check();
    }

    @Test
    void theSourceOfTestCardsKeepsItsContract() throws Exception {
        CaptureSource cards = all(CaptureSource.class).stream().filter(each -> each.id().equals("synthetic")).findFirst()
                .orElseThrow();
        new CaptureSourceContract(cards).check();
    }

    @Test
    void allNumbersKeepTheirContract() throws Exception {
        List<MeterSource> sources = all(MeterSource.class);
        assertTrue(sources.size() >= 3, "found only " + sources.size());
        for (MeterSource source : sources) {
            new MeterSourceContract(source, () -> {
                // the program works by itself
            }).check();
        }
    }

    @Test
    void theWorkerOfTheExampleKeepsItsContract() throws Exception {
        Path folder = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "target");
        Path jar;
        try (Stream<Path> files = Files.list(folder)) {
            jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Bundle plugin = Services.context().installBundle("reference:" + jar.toUri());
        try {
            plugin.start();
            SegmentWorker worker = Services.get(SegmentWorker.class);
            new SegmentWorkerContract(worker, encoding()).check();
        } finally {
            plugin.uninstall();
        }
    }

    private static VideoEncoding encoding() throws InterruptedException {
        boolean x264 = Services.get(Encoders.class).names().contains("libx264");
        Map<String, String> options = x264 ? Map.of("preset", "ultrafast", "tune", "zerolatency") : Map.of("rc_mode", "off");
        return new VideoEncoding(x264 ? "libx264" : "libopenh264", 64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                Rational.of(1, 25), Rational.of(25), 3000, 100_000, 1, new TreeMap<>(options));
    }
}
