package org.reelbench.encoding.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.Stamping;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentStamp;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A segment that is served from the disk; the store checks each block of it before it hands it out. */
final class KeptBytes implements SegmentBytes {

    private static final Logger LOG = LoggerFactory.getLogger(KeptBytes.class);

    private final String id;
    private final ChunkReader reader;
    private final KeptFormat.Head head;
    private final Runnable damaged;
    private boolean closed;

    private KeptBytes(String id, ChunkReader reader, KeptFormat.Head head, Runnable damaged) {
        this.id = id;
        this.reader = reader;
        this.head = head;
        this.damaged = damaged;
    }

    /**
     * Opens a segment.
     *
     * @param id the segment
     * @param reader its chunk, closed with it, or at once if this fails
     * @param damaged is called if it proves damaged later
     */
    static KeptBytes open(String id, ChunkReader reader, Runnable damaged) throws IOException, DamagedSegment {
        boolean opened = false;
        try {
            KeptBytes bytes = new KeptBytes(id, reader, KeptFormat.read(id, reader), damaged);
            opened = true;
            return bytes;
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    private long sizeBytes() {
        return reader.sizeBytes() - head.bodyBytes();
    }

    @Override
    public SegmentStatus status() {
        return new SegmentStatus(SegmentState.READY, sizeBytes(), head.init().id(), "");
    }

    @Override
    public boolean await(long positionBytes, Duration limit) {
        return true;
    }

    @Override
    public int read(long positionBytes, ByteBuffer target, SegmentPlace place) throws IOException {
        int at = target.position();
        int count;
        try {
            count = reader.read(head.bodyBytes() + positionBytes, target);
        } catch (ChunkStoreException e) {
            if (e.reason() == ChunkStoreException.Reason.CORRUPT) {
                damaged.run();
            }
            throw new SegmentFailedException(id + " cannot be read from the disk; open it again", e);
        }
        if (count > 0) {
            Stamping.write(target, at, positionBytes, count, head.stamps(), place);
        }
        return count;
    }

    @Override
    public List<SegmentStamp> stamps() {
        return head.stamps();
    }

    @Override
    public InitSegment init() {
        return head.init();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                reader.close();
            } catch (IOException e) {
                LOG.debug("{} was not closed well", id, e);
            }
        }
    }
}
