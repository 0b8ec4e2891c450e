package org.reelbench.capture.internal.pipeline;

import java.util.function.LongSupplier;

import org.reelbench.capture.internal.adapt.Adaptation;
import org.reelbench.capture.internal.adapt.Level;
import org.reelbench.capture.internal.mp4.FilmNotes;
import org.reelbench.capture.internal.mp4.FragmentBuilder;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.time.FrameRate;

/** Encodes the pictures that wait, at the level that holds; one thread. */
final class PictureWorker {

    private static final double NS_PER_US = 1e3;
    private static final double US_PER_SECOND = 1e6;

    /** Is told of a change of level, between two fragments. */
    @FunctionalInterface
    interface Steps {
        void changed(String step);
    }

    private final FrameQueue frames;
    private final PictureEncoding encoding;
    private final FragmentBuilder fragments;
    private final Adaptation adaptation;
    private final Tally tally;
    private final FrameRate rate;
    private final LongSupplier nowNs;
    private final Steps steps;
    private Level level;
    private OwnWork work;

    PictureWorker(FrameQueue frames, PictureEncoding encoding, FragmentBuilder fragments, Adaptation adaptation, Tally tally,
            FrameRate rate, LongSupplier nowNs, Steps steps) {
        this.frames = frames;
        this.encoding = encoding;
        this.fragments = fragments;
        this.adaptation = adaptation;
        this.tally = tally;
        this.rate = rate;
        this.nowNs = nowNs;
        this.steps = steps;
        level = adaptation.level();
        work = new OwnWork(tally.ownCpuNs);
    }

    /** Runs until there are no more pictures, and delivers the last packets. */
    void run() throws MediaException {
        work = new OwnWork(tally.ownCpuNs);
        FrameQueue.Picture next = frames.next();
        while (next != null) {
            try {
                encode(next);
            } finally {
                frames.encoded(next.frame());
            }
            next = frames.next();
        }
        work.ours();
        encoding.finish(this::take);
    }

    private void encode(FrameQueue.Picture next) throws MediaException {
        follow(next.slot());
        long beganNs = nowNs.getAsLong();
        work.ours();
        encoding.encode(next.frame(), next.slot(), this::take);
        work.theirs();
        long endedNs = nowNs.getAsLong();
        adaptation.encoded((endedNs - beganNs) / NS_PER_US, endedNs);
        tally.framesEncoded.incrementAndGet();
        tally.pictureUs.set(timeUs(next.slot() + 1));
    }

    private void follow(long slot) throws MediaException {
        Level wanted = adaptation.level();
        if (wanted.equals(level)) {
            return;
        }
        level = wanted;
        work.ours();
        encoding.to(wanted, this::take);
        work.theirs();
        double fps = rate.framesPerSecond().toDouble();
        steps.changed(FilmNotes.step(timeUs(slot), fps / wanted.divisor(), wanted.quality(), wanted.scale()));
    }

    private long timeUs(long slot) {
        return Math.round(slot * US_PER_SECOND / rate.framesPerSecond().toDouble());
    }

    private void take(EncodedPacket packet) {
        work.theirs();
        long usual = encoding.ticksOf(level.divisor());
        fragments.add(0, packet.ptsTicks(), usual, packet.sync(), encoding.bytes(packet));
        work.ours();
    }
}
