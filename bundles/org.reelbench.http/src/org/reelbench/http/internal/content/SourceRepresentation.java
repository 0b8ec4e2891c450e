package org.reelbench.http.internal.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.http.internal.protocol.EntityTag;
import org.reelbench.http.internal.protocol.Validators;
import org.reelbench.media.ByteSource;

/** Bytes that never change, read through a source that belongs to somebody else. */
public final class SourceRepresentation implements Representation {

    private final ByteSource source;
    private final DirectBuffers buffers;
    private final long lengthBytes;
    private final Validators validators;
    private final String contentType;

    /**
     * Prepares a response.
     *
     * @param source the bytes
     * @param contentId their name for ever, without quotes
     * @param fileName helps to tell the type
     * @param buffers lends the memory to read into
     */
    public SourceRepresentation(ByteSource source, String contentId, String fileName, DirectBuffers buffers)
            throws IOException {
        this.source = source;
        this.buffers = buffers;
        this.lengthBytes = source.sizeBytes();
        this.validators = new Validators(EntityTag.strong(contentId), null);
        this.contentType = ContentTypes.of(head(source), fileName);
    }

    private static byte[] head(ByteSource source) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment head = arena.allocate(ContentTypes.HEAD_BYTES);
            int count = source.read(0, head);
            return head.asSlice(0, Math.max(0, count)).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
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
        return contentType;
    }

    @Override
    public String cacheControl() {
        return "private, max-age=31536000, immutable";
    }

    @Override
    public Slice slice(long positionBytes, int maxBytes) throws IOException {
        return buffers.filled(maxBytes, target -> source.read(positionBytes, target));
    }

    @Override
    public byte copy(long positionBytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(1);
            if (source.read(positionBytes, one) != 1) {
                throw new ContentChangedException("the source ends before its size");
            }
            return one.get(ValueLayout.JAVA_BYTE, 0);
        }
    }

    @Override
    public boolean isUnchanged() {
        return true;
    }

    @Override
    public void whenGrown(long beyondBytes, Runnable then) {
        then.run();
    }

    @Override
    public void close() {
        // The source belongs to whoever published it.
    }
}
