package org.reelbench.http.internal.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.http.internal.protocol.Validators;

/** One open handle of a file, read by all who are sent this file at the same time. For every thread. */
final class SharedFile {

    private final Path path;
    private final FileIdentity identity;
    private final FileChannel channel;
    private final String contentType;
    private volatile @Nullable Validators validators;

    /** How many read it, and since when nobody does; guarded by {@link SharedFiles}. */
    private int users;
    private long idleSinceNs;

    SharedFile(Path path, FileIdentity identity, FileChannel channel) throws IOException {
        this.path = path;
        this.identity = identity;
        this.channel = channel;
        this.contentType = ContentTypes.of(head(channel), String.valueOf(path.getFileName()));
    }

    private static byte[] head(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ContentTypes.HEAD_BYTES);
        channel.read(head, 0);
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        return bytes;
    }

    Path path() {
        return path;
    }

    FileIdentity identity() {
        return identity;
    }

    /** The validators of this state; once they cannot change any more they are kept. */
    Validators validators(Instant now) {
        Validators known = validators;
        if (known == null) {
            known = identity.validators(now);
            if (known.lastModified() != null) {
                validators = known;
            }
        }
        return known;
    }

    FileChannel channel() {
        return channel;
    }

    String contentType() {
        return contentType;
    }

    /** Whether the path still leads to the file that is open, in the state it had. Costs one system call. */
    boolean isUnchanged() {
        try {
            return identity.equals(FileIdentity.of(path));
        } catch (IOException e) {
            // Gone, or not to be looked at any more: either way not what it was.
            return false;
        }
    }

    /** Whether the path still leads to this very file, which may have grown but not shrunk below a size. */
    boolean isStillThere(long leastBytes) {
        try {
            FileIdentity now = FileIdentity.of(path);
            return Objects.equals(now.key(), identity.key()) && now.sizeBytes() >= leastBytes;
        } catch (IOException e) {
            // As above.
            return false;
        }
    }

    void use() {
        users++;
    }

    /** Returns whether nobody uses it any more. */
    boolean unuse(long nowNs) {
        users--;
        idleSinceNs = nowNs;
        return users == 0;
    }

    boolean isIdleSince(long beforeNs) {
        return users == 0 && idleSinceNs - beforeNs <= 0;
    }

    boolean isUsed() {
        return users > 0;
    }
}
