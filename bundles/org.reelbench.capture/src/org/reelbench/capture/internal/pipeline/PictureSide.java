package org.reelbench.capture.internal.pipeline;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.internal.adapt.Adaptation;
import org.reelbench.capture.internal.adapt.Level;
import org.reelbench.capture.internal.mp4.FragmentBuilder;
import org.reelbench.capture.internal.mp4.Track;
import org.reelbench.capture.internal.pool.DevicePool.Lease;
import org.reelbench.media.MediaException;
import org.reelbench.time.FrameRate;

/** The pictures of one recording: device, raw frames, encoder. */
final class PictureSide implements AutoCloseable {

    private final Lease lease;
    private final PictureStream stream;
    private final PictureEncoding encoding;
    private final FrameQueue frames;
    private final Adaptation adaptation;

    private PictureSide(Lease lease, PictureStream stream, PictureEncoding encoding, Adaptation adaptation) {
        this.lease = lease;
        this.stream = stream;
        this.encoding = encoding;
        this.adaptation = adaptation;
        frames = new FrameQueue(stream.pictures());
    }

    /** Makes ready to record a device that was lent; the loan is this side's from now on, also where it fails. */
    static PictureSide open(Studio studio, RecordingRequest request, Lease lease, PictureStream stream)
            throws CaptureException, MediaException {
        boolean opened = false;
        try {
            FrameRate rate = stream.format().rate();
            double fps = rate.framesPerSecond().toDouble();
            List<Level> ladder = request.adaptive() ? Level.ladder(fps) : List.of(Level.FULL);
            PictureEncoding encoding = new PictureEncoding(studio.encoders(), stream.pictures(),
                    rate.framesPerSecond(), request.bitRate());
            opened = true;
            return new PictureSide(lease, stream, encoding, new Adaptation(ladder, fps));
        } finally {
            if (!opened) {
                lease.close();
            }
        }
    }

    Track track() {
        return Track.pictures(1, encoding.parameters());
    }

    PictureStream stream() {
        return stream;
    }

    FrameQueue frames() {
        return frames;
    }

    Adaptation adaptation() {
        return adaptation;
    }

    boolean isReused() {
        return lease.isReused();
    }

    double framesPerSecond() {
        return stream.format().rate().framesPerSecond().toDouble();
    }

    PictureTaker taker(Studio studio, RecordingClock clock, Pace pace, Tally tally, BooleanSupplier stopped) {
        return new PictureTaker(stream, frames, adaptation, clock, pace, tally, studio.clockNs(), stopped);
    }

    PictureWorker worker(Studio studio, FragmentBuilder fragments, Tally tally, PictureWorker.Steps steps) {
        return new PictureWorker(frames, encoding, fragments, adaptation, tally, stream.format().rate(), studio.clockNs(), steps);
    }

    /** Frees everything; the taker and the worker have ended. */
    @Override
    public void close() {
        lease.close();
        frames.close();
        encoding.close();
    }
}
