package org.reelbench.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.internal.Manifest;
import org.reelbench.store.internal.Part;

/**
 * A large medium in a store: chunks of one size and a manifest that says how many there are. A range is read from the chunks it
 * lies in; no other chunk is touched.
 *
 * <pre>{@code
 * ChunkedMedia.put(store, id, channel, ChunkedMedia.CHUNK_BYTES, done -> {});
 * try (ChunkedMedia media = ChunkedMedia.open(store, id).orElseThrow()) {
 *     media.read(5_000_000_000L, buffer);
 * }
 * }</pre>
 *
 * For one thread at a time; any number may be open on one medium. Holds one chunk open at a time.
 * <p>
 * Whoever opened it closes it, before the store.
 * <p>
 * The medium {@code a} is kept as the chunks {@code a-00000000}, {@code a-00000001} … and {@code a-manifest}, until it is
 * deleted.
 */
public final class ChunkedMedia implements AutoCloseable {

    /** A size of chunks that suits local disks: a seek costs little beside it, and few files are needed. */
    public static final int CHUNK_BYTES = 4 << 20;

    private static final int LIST_LIMIT = 1000;

    private final ChunkStore store;
    private final ChunkId media;
    private final Manifest manifest;
    private @Nullable ChunkReader reader;
    private long readerChunk = -1;

    private ChunkedMedia(ChunkStore store, ChunkId media, Manifest manifest) {
        this.store = store;
        this.media = media;
        this.manifest = manifest;
    }

    /**
     * Puts a medium, if there is none of this id. Stopped half-way, by an exception or a crash, the same call goes on with the
     * chunks that are not there yet; {@link #delete} removes what there is instead. The medium can be opened once it is whole.
     *
     * @param store the store
     * @param media the id, at most 119 characters
     * @param bytes the medium from its first byte to its end; its position is moved; not closed
     * @param chunkBytes how large the chunks are, from 1 to {@link ChunkStore#MAX_CHUNK_BYTES}; the same in every attempt
     * @param progress is told how many bytes are in the store, after each chunk; what it throws ends the call
     * @return true if it was put, false if it was there already
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#FULL}; {@link ChunkStoreException.Reason#WRONG_SIZE} if the
     *         medium became shorter
     * @throws IOException if reading or writing fails
     * @throws IllegalArgumentException if the id is too long or the chunk size out of range
     */
    public static boolean put(ChunkStore store, ChunkId media, SeekableByteChannel bytes, int chunkBytes, LongConsumer progress)
            throws IOException {
        if (chunkBytes < 1 || chunkBytes > ChunkStore.MAX_CHUNK_BYTES) {
            throw new IllegalArgumentException(
                    "chunks have 1 to " + ChunkStore.MAX_CHUNK_BYTES + " bytes, not " + chunkBytes);
        }
        ChunkId manifestId = Manifest.id(media);
        if (store.head(manifestId).isPresent()) {
            return false;
        }
        Manifest manifest = new Manifest(bytes.size(), chunkBytes);
        for (long chunk = 0; chunk < manifest.chunks(); chunk++) {
            ChunkId id = Manifest.id(media, chunk);
            long start = chunk * chunkBytes;
            long length = Math.min(chunkBytes, manifest.sizeBytes() - start);
            if (store.head(id).filter(head -> head.sizeBytes() != length).isPresent()) {
                // Left by an attempt with chunks of another size.
                store.delete(id);
            }
            bytes.position(start);
            store.put(id, new Part(bytes, length), length, Retention.KEPT);
            progress.accept(start + length);
        }
        ByteBuffer text = manifest.bytes();
        return store.put(manifestId, Channels.newChannel(new ByteArrayInputStream(text.array())), text.remaining(),
                Retention.KEPT);
    }

    /**
     * Opens a medium.
     *
     * @param store the store
     * @param media its id
     * @return the medium, to be closed by the caller; or empty if there is none of this id, or not all of it
     * @throws IOException if it cannot be opened
     */
    public static Optional<ChunkedMedia> open(ChunkStore store, ChunkId media) throws IOException {
        try (ChunkReader reader = store.open(Manifest.id(media)).orElse(null)) {
            if (reader == null) {
                return Optional.empty();
            }
            ByteBuffer text = ByteBuffer.allocate((int) Math.min(Manifest.MAX_BYTES, reader.sizeBytes()));
            reader.read(0, text);
            return Optional.of(new ChunkedMedia(store, media, Manifest.parse(media, text.flip())));
        }
    }

    /**
     * Deletes a medium, or what there is of it.
     *
     * @param store the store
     * @param media its id
     * @return true if there was anything of it
     * @throws IOException if it cannot be deleted; some of it may be gone, and it cannot be opened any more
     */
    public static boolean delete(ChunkStore store, ChunkId media) throws IOException {
        boolean deleted = store.delete(Manifest.id(media));
        String prefix = media + "-";
        List<ChunkHead> page = store.list(prefix, "", LIST_LIMIT);
        while (!page.isEmpty()) {
            for (ChunkHead head : page) {
                if (Manifest.isChunk(media, head.id())) {
                    deleted |= store.delete(head.id());
                }
            }
            page = store.list(prefix, page.getLast().id().value(), LIST_LIMIT);
        }
        return deleted;
    }

    /**
     * Returns the size of the medium.
     *
     * @return the size in bytes, 0 or more
     */
    public long sizeBytes() {
        return manifest.sizeBytes();
    }

    /**
     * Reads a range: from a position on, until the target is full or the medium ends.
     *
     * @param positionBytes where to start, 0 or more
     * @param target where to put the bytes; its position moves behind them. After an exception what it holds means nothing
     * @return how many bytes were read, or −1 at or after the end
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#INCOMPLETE} if a chunk is not in the store any more;
     *         {@link ChunkStoreException.Reason#CORRUPT} as {@link ChunkReader#read} throws it
     * @throws IOException if reading fails; reading again may succeed
     */
    public int read(long positionBytes, ByteBuffer target) throws IOException {
        if (positionBytes < 0) {
            throw new IllegalArgumentException("the position must be 0 or more, not " + positionBytes);
        }
        if (positionBytes >= manifest.sizeBytes()) {
            return -1;
        }
        int limit = target.limit();
        int count = (int) Math.min(target.remaining(), manifest.sizeBytes() - positionBytes);
        try {
            for (int done = 0; done < count;) {
                long position = positionBytes + done;
                long within = position % manifest.chunkBytes();
                int part = (int) Math.min(count - done, manifest.chunkBytes() - within);
                target.limit(target.position() + part);
                if (chunk(position / manifest.chunkBytes()).read(within, target) != part) {
                    throw incomplete(position / manifest.chunkBytes(), "is shorter than the others");
                }
                done += part;
            }
        } finally {
            target.limit(limit);
        }
        return count;
    }

    private ChunkReader chunk(long number) throws IOException {
        ChunkReader open = reader;
        if (open != null && number == readerChunk) {
            return open;
        }
        close();
        ChunkReader opened = store.open(Manifest.id(media, number))
                .orElseThrow(() -> incomplete(number, "is not in the store any more"));
        reader = opened;
        readerChunk = number;
        return opened;
    }

    private ChunkStoreException incomplete(long number, String how) {
        return new ChunkStoreException(Reason.INCOMPLETE,
                media + ": its part " + number + " " + how + "; delete the medium and put it again");
    }

    /**
     * Closes the medium. Closing twice is harmless.
     *
     * @throws IOException if the system refuses
     */
    @Override
    public void close() throws IOException {
        ChunkReader open = reader;
        reader = null;
        readerChunk = -1;
        if (open != null) {
            open.close();
        }
    }
}
