package org.reelbench.capture.internal.pipeline;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.adapt.Adaptation;
import org.reelbench.capture.internal.adapt.Level;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;

/** What can be told of one recording, while it runs and afterwards; says in the ledger what it holds. For every thread. */
final class Figures implements AutoCloseable {

    private static final double US_PER_SECOND = 1e6;
    private static final long NS_PER_US = 1000;

    private final RecordingRequest request;
    private final Studio studio;
    private final Account account;
    private final Tally tally = new Tally();
    private volatile @Nullable Rig rig;
    private volatile @Nullable RecordingStatistics last;
    private volatile long fileBytes;
    private volatile long writtenUs;
    private volatile long tableBytes;

    Figures(RecordingRequest request, Studio studio) {
        this.request = request;
        this.studio = studio;
        account = studio.ledger().open(Holding.RECORDER, String.valueOf(request.file().getFileName()));
    }

    Tally tally() {
        return tally;
    }

    void of(Rig open) {
        rig = open;
    }

    void grown(long bytes, long us) {
        fileBytes = bytes;
        writtenUs = us;
    }

    /** The writer looks after the recording now; it does so many times a second. */
    void tables(long bytes) {
        tableBytes = bytes;
        Rig open = rig;
        if (open != null) {
            account.set(open.heldBytes(bytes));
        }
    }

    /** Nothing follows: what is told from now on are the last numbers. */
    void last(Rig closed) {
        fileBytes = closed.film.sizeBytes();
        writtenUs = closed.film.durationUs();
        last = of(closed, 0);
        rig = null;
    }

    RecordingStatistics now() {
        RecordingStatistics over = last;
        if (over != null) {
            return over;
        }
        Rig open = rig;
        return open == null
                ? new RecordingStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0, 1, 1, 0, 0, tally.peakDb(), 0, 0)
                : of(open, open.heldBytes(tableBytes));
    }

    private RecordingStatistics of(Rig open, long heldBytes) {
        PictureSide pictures = open.pictures;
        SoundSide sound = open.sound;
        Adaptation adaptation = pictures == null ? null : pictures.adaptation();
        Level level = adaptation == null ? Level.FULL : adaptation.level();
        double asked = pictures == null ? 0 : pictures.framesPerSecond();
        long encoded = tally.framesEncoded.get();
        long soundUs = sound == null
                ? 0
                : Math.round(tally.samples.get() * US_PER_SECOND / sound.stream().format().sampleRateHz());
        long elapsedUs = Math.max(tally.pictureUs.get(), soundUs);
        double rateShare = asked == 0 ? 1 : encoded / Math.max(1, elapsedUs / US_PER_SECOND * asked);
        long in = tally.framesIn.get();
        long dropped = tally.framesDropped.get();
        long missed = tally.framesMissed.get();
        int score = Score.of(rateShare, in == 0 ? 0 : (dropped + missed) / (double) (in + missed),
                open.reused() / (double) Math.max(1, open.devices()));
        return new RecordingStatistics(elapsedUs, writtenUs, in, dropped, missed, encoded, tally.samples.get(),
                adaptation == null ? 0 : adaptation.processingUs(),
                pictures == null ? 0 : pictures.frames().waitingCount(), open.queue.count(), open.queue.spilledBytes(), fileBytes,
                studio.freeBytes().applyAsLong(request.file()), heldBytes, asked / level.divisor(), level.quality(),
                level.scale(), adaptation == null ? 0 : adaptation.changes(), open.reused(), tally.peakDb(), score,
                tally.ownCpuNs.sum() / NS_PER_US);
    }

    @Override
    public void close() {
        account.close();
    }
}
