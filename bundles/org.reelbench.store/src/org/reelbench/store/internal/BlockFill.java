package org.reelbench.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;

/** Reads what somebody puts, a block at a time. */
public final class BlockFill {

    private BlockFill() {
    }

    /** Refuses a size that no store takes. */
    public static void requireSize(long sizeBytes) {
        if (sizeBytes < 0 || sizeBytes > ChunkStore.MAX_CHUNK_BYTES) {
            throw new IllegalArgumentException(
                    "a chunk has 0 to " + ChunkStore.MAX_CHUNK_BYTES + " bytes, not " + sizeBytes);
        }
    }

    /** Fills a buffer up to its limit, and makes it ready to be read. */
    public static void fill(ChunkId id, ReadableByteChannel bytes, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            // A channel that gives nothing does not block, which would make this loop spin.
            if (bytes.read(buffer) <= 0) {
                throw new ChunkStoreException(Reason.WRONG_SIZE,
                        id + ": there are fewer bytes than announced; it was not stored");
            }
        }
        buffer.flip();
    }
}
