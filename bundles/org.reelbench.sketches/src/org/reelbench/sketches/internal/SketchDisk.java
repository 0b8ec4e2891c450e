package org.reelbench.sketches.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sketches on disk, by the medium's fingerprint and how it is shown. Where another program has the file, or the disk fails, sketches are made again: that
 * is said once. One thread at a time.
 */
final class SketchDisk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SketchDisk.class);
    private static final int MOST_BYTES = 1 << 20;

    private final ChunkStores stores;
    private final Path file;
    private final long quotaBytes;
    private boolean tried;
    private @Nullable ChunkStore store;

    SketchDisk(ChunkStores stores, Path file, long quotaBytes) {
        this.stores = stores;
        this.file = file;
        this.quotaBytes = quotaBytes;
    }

    /** Reads a sketch of a content; null if there is none. */
    byte @Nullable [] read(String content, SketchKey key) {
        ChunkStore open = store();
        if (open == null) {
            return null;
        }
        try (ChunkReader reader = open.open(id(content, key)).orElse(null)) {
            if (reader == null || reader.sizeBytes() > MOST_BYTES) {
                return null;
            }
            ByteBuffer packed = ByteBuffer.allocate((int) reader.sizeBytes());
            while (packed.hasRemaining() && reader.read(packed.position(), packed) > 0) {
                // goes on
            }
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed.array()))) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (IOException e) {
            fail(e);
            return null;
        }
    }

    /** Keeps a sketch. */
    void write(String content, SketchKey key, byte[] bytes) {
        ChunkStore open = store();
        if (open == null) {
            return;
        }
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
            try (Deflater fast = new Deflater(Deflater.BEST_SPEED);
                    DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
                out.write(bytes);
            }
            open.put(id(content, key), Channels.newChannel(new ByteArrayInputStream(packed.toByteArray())), packed.size(),
                    Retention.EVICTABLE);
        } catch (IOException e) {
            fail(e);
        }
    }

    private static ChunkId id(String content, SketchKey key) {
        try {
            String text = content + '\n' + key.source().streamIndex() + '\n' + key.name();
            return new ChunkId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private @Nullable ChunkStore store() {
        if (!tried) {
            tried = true;
            try {
                store = stores.inFile(file, new StoreSettings(quotaBytes, Durability.PROGRAM));
            } catch (IOException e) {
                LOG.warn("sketches are not kept in {}: {}", file, e.getMessage());
            }
        }
        return store;
    }

    private void fail(IOException e) {
        LOG.warn("sketches are not kept in {} any more", file, e);
        close();
    }

    @Override
    public void close() {
        ChunkStore open = store;
        store = null;
        tried = true;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("closing {} failed", file, e);
            }
        }
    }
}
