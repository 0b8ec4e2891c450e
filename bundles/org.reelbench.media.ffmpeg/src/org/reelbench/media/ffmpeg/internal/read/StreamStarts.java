package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.time.RationalTime;

/** When the streams of a container start, exactly, as its own figures are in ticks. */
final class StreamStarts {

    private StreamStarts() {
    }

    /**
     * Returns when the streams start.
     *
     * @param demuxer the analysed container
     * @param cancellation asks to stop
     * @return the start of each stream by the container's clock, null where it does not say; sound starts after its run-up
     * @throws MediaException if the bytes cannot be read
     */
    static @Nullable RationalTime[] of(Demuxer demuxer, Cancellation cancellation) throws MediaException {
        @Nullable
        RationalTime[] starts = new RationalTime[demuxer.streams()];
        for (int i = 0; i < starts.length; i++) {
            AVStream stream = demuxer.stream(i);
            if (StreamDescriptions.isTimed(stream)) {
                boolean feedingTime = demuxer.container().equals(Containers.AVI) && StreamDescriptions.isVideo(stream);
                long ticks = feedingTime ? FirstPictures.startTicks(demuxer, i, cancellation) : stream.start_time();
                // Asked for again: to look at the first picture the demuxer began anew, and its streams are others.
                starts[i] = start(demuxer, demuxer.stream(i), ticks);
            }
        }
        return starts;
    }

    private static @Nullable RationalTime start(Demuxer demuxer, AVStream stream, long ticks) {
        Ticks clock = Ticks.of(stream);
        RationalTime runUp = UnmarkedSound.duration(demuxer.container(), stream);
        if (runUp.signum() == 0) {
            return ticks == Ticks.UNKNOWN ? null : clock.time(ticks);
        }
        // The stamp was rounded to a tick, so the run-up is as well: else sound and pictures would begin a part of a tick apart.
        return clock.time((ticks == Ticks.UNKNOWN ? 0 : ticks) + clock.round(runUp));
    }
}
