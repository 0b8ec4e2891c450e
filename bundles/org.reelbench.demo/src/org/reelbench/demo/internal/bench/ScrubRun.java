package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Jumps to random pictures of a film: by one open reader of ours, as the window has one, and by the {@code ffmpeg} program, whose own
 * clock runs from the opened film to the decoded picture. Both decode on one thread.
 */
final class ScrubRun {

    private static final double NS_PER_MS = 1e6;
    private static final double MS_PER_S = 1000;
    private static final int WARM_UP_JUMPS = 10;
    private static final Pattern THEIR_CLOCK = Pattern.compile("bench: .*rtime=([0-9.]+)s");

    private final MediaProbe probe;
    private final MediaReaders readers;
    private final PeerProgram peer;
    private final Path log;
    private final Cancellation cancellation;
    private final List<Double> firstMs = new ArrayList<>();
    private final List<Double> exactMs = new ArrayList<>();
    private final List<Double> theirsMs = new ArrayList<>();

    ScrubRun(MediaProbe probe, MediaReaders readers, PeerProgram peer, Path log, Cancellation cancellation) {
        this.probe = probe;
        this.readers = readers;
        this.peer = peer;
        this.log = log;
        this.cancellation = cancellation;
    }

    ScrubFigures measure(Path film, int frames, int jumps, long seed) throws CommandException {
        Random random = new Random(seed);
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = probe.probe(bytes, cancellation);
            VideoStreamInfo video = info.video().orElseThrow();
            FrameRate rate = video.frameRate().orElseThrow();
            try (FrameReader reader = readers.openFrames(bytes, info, video.index(), 1, cancellation)) {
                for (int i = 0; i < WARM_UP_JUMPS; i++) {
                    jump(reader, rate, random.nextInt(frames));
                }
                firstMs.clear();
                exactMs.clear();
                for (int i = 0; i < jumps; i++) {
                    int frame = random.nextInt(frames);
                    jump(reader, rate, frame);
                    theirsMs.add(theirs(film, rate, frame));
                }
            }
            return new ScrubFigures(firstMs, exactMs, theirsMs);
        } catch (MediaException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw Failures.of(film, e);
        }
    }

    private void jump(FrameReader reader, FrameRate rate, int frame) throws MediaException, CommandException {
        RationalTime middle = rate.timeOf(frame).plus(rate.frameDuration().times(Rational.of(1, 2)));
        long beginNs = System.nanoTime();
        reader.nearestSyncFrame(middle, cancellation).close();
        long firstNs = System.nanoTime();
        try (VideoFrame picture = reader.frameAt(middle, cancellation)) {
            long exactNs = System.nanoTime();
            firstMs.add((firstNs - beginNs) / NS_PER_MS);
            exactMs.add((exactNs - firstNs) / NS_PER_MS);
            Reading reading = TestCard.read(picture);
            if (!reading.valid() || reading.frameNumber() != frame) {
                throw new CommandException(ExitCode.FAILED, "a jump to picture " + frame + " shows " + reading);
            }
        }
    }

    private double theirs(Path film, FrameRate rate, int frame) throws CommandException {
        RationalTime shortly = rate.timeOf(frame).minus(rate.frameDuration().times(Rational.of(1, 2)));
        double seconds = Math.max(0, shortly.ticksRound(1_000_000) / 1e6);
        Meter.program(peer.start(List.of("-nostdin", "-hide_banner", "-benchmark", "-threads", "1", "-ss",
                String.format(Locale.ROOT, "%.6f", seconds), "-i", film.toString(), "-map", "0:v:0", "-frames:v", "1", "-f",
                "null",
                "-")), log, cancellation);
        try {
            Matcher clock = THEIR_CLOCK.matcher(Files.readString(log, StandardCharsets.UTF_8));
            if (!clock.find()) {
                throw new CommandException(ExitCode.NOT_AVAILABLE, "the ffmpeg program does not tell its times; see " + log);
            }
            return Double.parseDouble(clock.group(1)) * MS_PER_S;
        } catch (IOException e) {
            throw Failures.of(log, e);
        }
    }
}
