package org.reelbench.render.internal.slate;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/**
 * The bytes of a medium for which a slate may stand in: those that are there and may break, or none at all. Tells the readers so,
 * which see nothing else of it.
 */
final class SlateBytes implements ByteSource {

    private final String name;
    private final @Nullable ByteSource bytes;
    private final @Nullable MediaException missing;
    private final Replacements replacements;

    private SlateBytes(String name, @Nullable ByteSource bytes, @Nullable MediaException missing, Replacements replacements) {
        this.name = name;
        this.bytes = bytes;
        this.missing = missing;
        this.replacements = replacements;
    }

    static SlateBytes of(ByteSource bytes, Replacements replacements) {
        return new SlateBytes(bytes.name(), bytes, null, replacements);
    }

    static SlateBytes missing(String name, MediaException why, Replacements replacements) {
        return new SlateBytes(name, null, why, replacements);
    }

    /** The bytes that are there, or empty. */
    Optional<ByteSource> present() {
        return Optional.ofNullable(bytes);
    }

    /** Why there are no bytes, or empty. */
    Optional<MediaException> missing() {
        return Optional.ofNullable(missing);
    }

    /** Notes that a slate is seen, or silence heard, for these bytes from now on. */
    MediaException broke(MediaException why) {
        return replacements.add(name, why);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long sizeBytes() throws IOException {
        ByteSource open = bytes;
        return open == null ? 0 : open.sizeBytes();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        ByteSource open = bytes;
        return open == null ? -1 : open.read(positionBytes, target);
    }

    @Override
    public int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        ByteSource open = bytes;
        return open == null ? -1 : open.read(positionBytes, target, cancellation);
    }

    @Override
    public Optional<String> contentId() {
        ByteSource open = bytes;
        return open == null ? Optional.empty() : open.contentId();
    }

    @Override
    public Optional<String> stamp() {
        ByteSource open = bytes;
        return open == null ? Optional.empty() : open.stamp();
    }

    @Override
    public void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
