package org.reelbench.capture.internal.pipeline;

import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.internal.mp4.FragmentBuilder;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;

/** Takes sound off a device and encodes all of it; one thread. Where the device lost some, silence keeps what follows in time. */
final class SoundWorker {

    private static final int BLOCKS_PER_SECOND = 50;
    private static final double NS_PER_SECOND = 1e9;
    /** Sound may be there long before the first picture; older than this it is of no use. */
    private static final int MOST_EARLY_BLOCKS = 10 * BLOCKS_PER_SECOND;
    /** A device's times jitter by less; what is missing by more was lost. */
    private static final double GAP_SECONDS = 0.1;

    private final SoundStream stream;
    private final AudioEncoder encoder;
    private final FragmentBuilder fragments;
    private final int track;
    private final boolean leads;
    private final RecordingClock clock;
    private final Pace pace;
    private final Tally tally;
    private final BooleanSupplier stopped;
    private final int rateHz;
    private final Deque<Block> early = new ArrayDeque<>();
    private long put;
    private OwnWork work;

    /** Samples with the time of the first. */
    private record Block(float[][] channels, int count, long timeNs) {
    }

    SoundWorker(SoundStream stream, AudioEncoder encoder, FragmentBuilder fragments, int track, RecordingClock clock, Pace pace,
            Tally tally, BooleanSupplier stopped) {
        this.stream = stream;
        this.encoder = encoder;
        this.fragments = fragments;
        this.track = track;
        this.leads = track == 0;
        this.clock = clock;
        this.pace = pace;
        this.tally = tally;
        this.stopped = stopped;
        rateHz = stream.format().sampleRateHz();
        work = new OwnWork(tally.ownCpuNs);
    }

    /** Runs until the stream ends or is stopped, and delivers the last packets. */
    void run() throws CaptureException, MediaException {
        work = new OwnWork(tally.ownCpuNs);
        try {
            float[][] channels = new float[stream.format().channels()][rateHz / BLOCKS_PER_SECOND];
            SoundStream.Samples read = read(channels);
            while (read.count() > 0) {
                tally.hear(channels, read.count());
                take(channels, read);
                read = stopped.getAsBoolean() && !stream.isLive() ? SoundStream.Samples.NONE : read(channels);
            }
            if (clock.hasBegun()) {
                drain();
            }
            work.ours();
            encoder.finish(this::deliver);
        } finally {
            pace.soundOver();
        }
    }

    private SoundStream.Samples read(float[][] channels) throws CaptureException {
        work.ours();
        SoundStream.Samples read = stream.read(channels);
        work.theirs();
        return read;
    }

    private void encode(float[][] channels, int offset, int count) throws MediaException {
        work.ours();
        encoder.encode(channels, offset, count, this::deliver);
        work.theirs();
    }

    private void take(float[][] channels, SoundStream.Samples read) throws MediaException {
        if (leads) {
            clock.begin(read.timeNs());
        }
        if (!clock.hasBegun()) {
            float[][] copy = new float[channels.length][];
            Arrays.setAll(copy, i -> Arrays.copyOf(channels[i], read.count()));
            early.add(new Block(copy, read.count(), read.timeNs()));
            if (early.size() > MOST_EARLY_BLOCKS) {
                early.removeFirst();
            }
            if (!stream.isLive()) {
                pace.sound(clock.hasBegun() ? 0 : read.timeNs(), () -> clock.hasBegun() || stopped.getAsBoolean());
            }
            return;
        }
        drain();
        put(channels, read.count(), read.timeNs());
    }

    private void drain() throws MediaException {
        for (Block block = early.poll(); block != null; block = early.poll()) {
            put(block.channels, block.count, block.timeNs);
        }
    }

    private void put(float[][] channels, int count, long timeNs) throws MediaException {
        long belongs = Math.round(clock.soundNs(timeNs) / NS_PER_SECOND * rateHz);
        long missing = belongs - put;
        int skip = 0;
        if (put == 0 && missing < 0) {
            skip = (int) Math.min(count, -missing);
        } else if (put == 0 || missing > GAP_SECONDS * rateHz) {
            silence(missing);
        } else {
            clock.sound(nsOf(put), nsOf(belongs));
        }
        encode(channels, skip, count - skip);
        put += count - skip;
        tally.samples.set(put);
        if (!stream.isLive()) {
            pace.sound(nsOf(put), stopped);
        }
    }

    private void silence(long count) throws MediaException {
        float[][] quiet = new float[stream.format().channels()][rateHz / BLOCKS_PER_SECOND];
        for (long left = count; left > 0; left -= quiet[0].length) {
            encode(quiet, 0, (int) Math.min(left, quiet[0].length));
        }
        put += count;
    }

    private long nsOf(long samples) {
        return Math.round(samples * NS_PER_SECOND / rateHz);
    }

    private void deliver(EncodedPacket packet) {
        work.theirs();
        long lead = encoder.parameters().initialPaddingSamples();
        fragments.add(track, packet.ptsTicks() + lead, Math.max(1, packet.durationTicks()), true,
                packet.data().toArray(ValueLayout.JAVA_BYTE));
        work.ours();
    }
}
