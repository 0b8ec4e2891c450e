package org.reelbench.encoding.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import org.reelbench.encoding.internal.segment.GrowingBytes;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentStamp;
import org.reelbench.encoding.preview.SegmentStatus;

/**
 * A segment that is served from memory, whole or growing.
 *
 * @param bytes the segment
 * @param closing ends the wish that somebody has for it
 */
public record ReadyBytes(GrowingBytes bytes, Runnable closing) implements SegmentBytes {

    @Override
    public SegmentStatus status() {
        return bytes.status();
    }

    @Override
    public boolean await(long positionBytes, Duration limit) throws SegmentFailedException, InterruptedException {
        return bytes.await(positionBytes, limit);
    }

    @Override
    public int read(long positionBytes, ByteBuffer target, SegmentPlace place) throws IOException {
        return bytes.read(positionBytes, target, place);
    }

    @Override
    public List<SegmentStamp> stamps() {
        return bytes.stamps();
    }

    @Override
    public InitSegment init() throws IOException {
        return bytes.init();
    }

    @Override
    public void close() {
        closing.run();
    }
}
