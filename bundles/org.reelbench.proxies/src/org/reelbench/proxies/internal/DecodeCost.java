package org.reelbench.proxies.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;

/** Measures what a frame of a medium costs to decode, by decoding some. */
final class DecodeCost {

    /** The first ones are left out: they read the head and fill caches. */
    private static final int WARM_UP = 4;
    private static final int FRAMES = 20;
    private static final long LIMIT_NS = 1_000_000_000L;

    private DecodeCost() {
    }

    /** Returns the median in nanoseconds, or 0 if the medium has too few frames; takes at most about a second. */
    static long measure(MediaReaders readers, Medium medium, int streamIndex, Cancellation cancellation) throws MediaException {
        long[] costs = new long[FRAMES];
        int count = 0;
        long begun = System.nanoTime();
        try (ByteSource bytes = medium.open();
                FrameReader reader = readers.openFrames(bytes, medium.info(), streamIndex, 1, cancellation)) {
            RationalTime time = RationalTime.ZERO;
            while (count < FRAMES && System.nanoTime() - begun < LIMIT_NS) {
                long start = System.nanoTime();
                Optional<VideoFrame> next = reader.frameAfter(time, cancellation);
                if (next.isEmpty()) {
                    break;
                }
                try (VideoFrame frame = next.get()) {
                    time = frame.time();
                }
                costs[count++] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, medium.name(), "it cannot be closed", e);
        }
        if (count <= WARM_UP) {
            return 0;
        }
        long[] counted = Arrays.copyOfRange(costs, WARM_UP, count);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }
}
