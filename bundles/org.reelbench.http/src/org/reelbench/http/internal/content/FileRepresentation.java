package org.reelbench.http.internal.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;

import org.reelbench.http.internal.protocol.Validators;

/** A whole file: mapped where the number of windows allows, read otherwise. */
public final class FileRepresentation implements Representation {

    private final SharedFiles files;
    private final MappedWindows windows;
    private final DirectBuffers buffers;
    private final SharedFile file;
    private final Validators validators;
    private boolean closed;

    /**
     * Opens the file in its state of now.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there any more
     */
    public FileRepresentation(Path path, SharedFiles files, MappedWindows windows, DirectBuffers buffers) throws IOException {
        this.files = files;
        this.windows = windows;
        this.buffers = buffers;
        this.file = files.acquire(path);
        this.validators = file.validators(Instant.now());
    }

    @Override
    public long lengthBytes() {
        return file.identity().sizeBytes();
    }

    @Override
    public boolean isGrowing() {
        return false;
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
        Slice mapped = windows.slice(file, positionBytes, maxBytes);
        return mapped != null
                ? mapped
                : buffers.filled(maxBytes, target -> file.channel().read(target.asByteBuffer(), positionBytes));
    }

    @Override
    public byte copy(long positionBytes) throws IOException {
        return read(file.channel(), positionBytes);
    }

    static byte read(FileChannel channel, long positionBytes) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        if (channel.read(one, positionBytes) != 1) {
            throw new ContentChangedException("the file has become shorter");
        }
        return one.get(0);
    }

    @Override
    public boolean isUnchanged() {
        return file.isUnchanged();
    }

    @Override
    public void whenGrown(long beyondBytes, Runnable then) {
        then.run();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            files.release(file);
        }
    }
}
