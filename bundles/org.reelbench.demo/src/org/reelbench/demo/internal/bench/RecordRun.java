package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.bench.RecordFigures.Cost;
import org.reelbench.demo.internal.bench.RecordFigures.Start;
import org.reelbench.demo.internal.bench.RecordFigures.Take;
import org.reelbench.demo.internal.bench.RecordFigures.Takes;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Encoders;
import org.reelbench.time.FrameRate;

/** Records a screen and cards, and has them recorded and encoded by others, in turn. One thread. */
final class RecordRun {

    private static final int WARM_UP_SECONDS = 4;
    private static final int STARTS = 8;
    private static final double START_SECONDS = 0.3;
    private static final double US_PER_S = 1e6;
    private static final double NS_PER_MS = 1e6;
    /** As often as the recorder's view looks, twice. */
    private static final long LOOK_MS = 75;
    /** For the first picture. */
    private static final long CLOSE_LOOK_MS = 1;

    private final Recorder recorder;
    private final Encoders encoders;
    private final PeerProgram peer;
    private final String encoder;
    private final Path folder;
    private final Progress progress;
    private final Cancellation cancellation;

    RecordRun(Recorder recorder, Encoders encoders, PeerProgram peer, String encoder, Path folder, Progress progress,
            Cancellation cancellation) {
        this.recorder = recorder;
        this.encoders = encoders;
        this.peer = peer;
        this.encoder = encoder;
        this.folder = folder;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** A recording, and how long its first picture took to come. */
    private record Recorded(RecordingStatistics last, double firstMs) {
    }

    RecordFigures measure(MovingScreen screen, int seconds, int pairs) throws CommandException {
        DeviceList found = recorder.devices();
        CaptureDevice device = found.named("x11").orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                "the screen of the bench is not among the devices"
                        + found.problems().stream().map(problem -> "; " + problem.getMessage()).reduce("", String::concat)));
        progress.begin("warming up");
        record(device, screen("off"), WARM_UP_SECONDS);
        progress.done();
        List<Takes> takes = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            progress.begin("the screen for " + seconds + " s, by us and by ffmpeg, " + pair + " of " + pairs);
            Take ours = ours(screen, device, seconds);
            takes.add(new Takes(ours, theirs(screen, seconds)));
            progress.done();
        }
        progress.begin(STARTS + " starts, and as many with the device still open");
        List<Start> starts = starts(device);
        progress.done();
        return new RecordFigures(encoder, takes, starts, costs(screen, seconds, pairs),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static CaptureFormat.Picture screen(String pointer) {
        return new CaptureFormat.Picture(MovingScreen.WIDTH_PX, MovingScreen.HEIGHT_PX, FrameRate.of(RecordPeer.RATE, 1),
                new TreeMap<>(Map.of("pointer", pointer)));
    }

    private Take ours(MovingScreen screen, CaptureDevice device, int seconds) throws CommandException {
        double paintedBefore = screen.paintingSeconds();
        CpuClock before = CpuClock.now();
        RecordingStatistics last = record(device, screen("off"), seconds).last();
        double cpuSeconds = CpuClock.now().ownSeconds() - before.ownSeconds() - (screen.paintingSeconds() - paintedBefore);
        return new Take(last.framesEncoded(), last.framesDropped() + last.framesMissed(), cpuSeconds, last.fileBytes(),
                last.ownCpuUs() / US_PER_S);
    }

    private Take theirs(MovingScreen screen, int seconds) throws CommandException {
        Path film = folder.resolve("record-ffmpeg.mp4");
        Path log = folder.resolve("record-ffmpeg.log");
        Measured measured = Meter.program(peer.start(RecordPeer.arguments(screen.name(), encoder, seconds, film)), log,
                cancellation);
        long frames = RecordPeer.frames(log);
        try {
            return new Take(frames, Math.max(0, (long) seconds * RecordPeer.RATE - frames), measured.cpuSeconds(),
                    Files.size(film), 0);
        } catch (IOException e) {
            throw Failures.of(film, e);
        }
    }

    /** A device that is wanted in another format is opened anew; the first format is not the one it is open with. */
    private List<Start> starts(CaptureDevice device) throws CommandException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            CaptureFormat.Picture format = screen(i % 2 == 0 ? "on" : "off");
            Recorded cold = record(device, format, START_SECONDS);
            Recorded reused = record(device, format, START_SECONDS);
            if (cold.last().reusedDevices() != 0 || reused.last().reusedDevices() != 1) {
                throw new CommandException(ExitCode.FAILED, "a device was not opened, or not kept open, as it should have been");
            }
            starts.add(new Start(cold.firstMs(), reused.firstMs()));
        }
        return starts;
    }

    private List<Cost> costs(MovingScreen screen, int seconds, int pairs) throws CommandException {
        CaptureDevice cards = recorder.devices().named("synthetic").orElseThrow(
                () -> new CommandException(ExitCode.NOT_AVAILABLE, "the synthetic source is not among the devices"));
        int frames = seconds * RecordPeer.RATE;
        CaptureFormat.Picture format = new CaptureFormat.Picture(MovingScreen.WIDTH_PX, MovingScreen.HEIGHT_PX,
                FrameRate.of(RecordPeer.RATE, 1),
                new TreeMap<>(Map.of("source", "1", "seconds", Integer.toString(seconds))));
        List<Cost> costs = new ArrayList<>();
        for (int pair = 0; pair <= pairs; pair++) {
            progress.begin(pair == 0 ? "warming up" : "cards, recorded and merely drawn and encoded, " + pair + " of " + pairs);
            long[] recordedFrames = new long[1];
            double recorded = seconds(screen,
                    () -> recordedFrames[0] = record(cards, format, seconds + 1).last().framesEncoded());
            double bare = seconds(screen, () -> BareEncoding.run(encoders, encoder, frames, cancellation));
            progress.done();
            if (pair > 0) {
                costs.add(new Cost(recorded / recordedFrames[0], bare / frames));
            }
        }
        return costs;
    }

    private static double seconds(MovingScreen screen, Meter.Work work) throws CommandException {
        double paintedBefore = screen.paintingSeconds();
        double cpuSeconds = Meter.here(work).cpuSeconds();
        return cpuSeconds - (screen.paintingSeconds() - paintedBefore);
    }

    /** Records until it is long enough or the device is at its end. */
    private Recorded record(CaptureDevice device, CaptureFormat.Picture format, double seconds) throws CommandException {
        Path film = folder.resolve("record-own.mp4");
        try {
            Files.deleteIfExists(film);
        } catch (IOException e) {
            throw Failures.of(film, e);
        }
        long startedNs = System.nanoTime();
        Recording recording = recorder.start(RecordingRequest.to(film).pictures(device, format)
                .withBitRate(RecordPeer.BIT_RATE).withAdaptive(false));
        CompletableFuture<RecordingResult> ended = recording.ended().toCompletableFuture();
        double firstMs = 0;
        try {
            while (true) {
                RecordingStatistics now = recording.statistics();
                if (firstMs == 0 && now.framesIn() > 0) {
                    firstMs = (System.nanoTime() - startedNs) / NS_PER_MS;
                }
                if (now.elapsedUs() >= seconds * US_PER_S) {
                    recording.stop();
                }
                cancellation.check();
                try {
                    RecordingResult result = ended.get(firstMs == 0 ? CLOSE_LOOK_MS : LOOK_MS, TimeUnit.MILLISECONDS);
                    return new Recorded(whole(result), firstMs);
                } catch (TimeoutException _) {
                    // The end is heard of at once; the first picture and the length are looked for now and then.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw new CommandException(ExitCode.FAILED, "nothing was recorded: " + e.getCause().getMessage(), e);
        } finally {
            recording.stop();
        }
    }

    private static RecordingStatistics whole(RecordingResult result) throws CommandException {
        CaptureException early = result.early();
        if (early != null) {
            throw new CommandException(ExitCode.FAILED, "a recording ended early: " + early.getMessage(), early);
        }
        return result.statistics();
    }
}
