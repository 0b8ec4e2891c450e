package org.reelbench.http.internal.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.reelbench.http.internal.protocol.EntityTag;
import org.reelbench.http.internal.protocol.Validators;

/** A file that is being written: what was announced is read, more is waited for. */
public final class GrowingRepresentation implements Representation {

    private final GrowingSize growth;
    private final DirectBuffers buffers;
    private final SharedFiles files;
    private final SharedFile file;
    private final Validators validators;
    private boolean closed;

    /**
     * Opens the file as far as it has come.
     *
     * @param path the file
     * @param recordingId names the recording from its first byte to its last
     * @param growth how far it has come
     * @param files the open files
     * @param buffers lends the memory to read into
     */
    public GrowingRepresentation(Path path, String recordingId, GrowingSize growth, SharedFiles files, DirectBuffers buffers)
            throws IOException {
        this.growth = growth;
        this.buffers = buffers;
        this.files = files;
        this.file = files.acquireGrowing(path);
        this.validators = new Validators(EntityTag.strong(recordingId), null);
    }

    @Override
    public long lengthBytes() {
        return growth.sizeBytes();
    }

    @Override
    public boolean isGrowing() {
        return !growth.isEnded();
    }

    @Override
    public Validators validators() {
        return validators;
    }

    @Override
    public String contentType() {
        return file.contentType();
    }

    @Override
    public String cacheControl() {
        return "no-cache";
    }

    @Override
    public Slice slice(long positionBytes, int maxBytes) throws IOException {
        FileChannel channel = file.channel();
        int count = (int) Math.min(maxBytes, growth.sizeBytes() - positionBytes);
        return buffers.filled(count, target -> channel.read(target.asByteBuffer(), positionBytes));
    }

    @Override
    public byte copy(long positionBytes) throws IOException {
        return FileRepresentation.read(file.channel(), positionBytes);
    }

    @Override
    public boolean isUnchanged() {
        return file.isStillThere(growth.sizeBytes());
    }

    @Override
    public void whenGrown(long beyondBytes, Runnable then) {
        growth.whenGrown(beyondBytes, then);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            files.release(file);
        }
    }
}
