package org.reelbench.proxies.internal.disk;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import org.reelbench.time.RationalTime;

/** Writes a {@link PartFile}, which appears under its name when it is whole and on the disk. One thread at a time. */
public final class PartWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final CRC32 sum = new CRC32();
    private final DataOutputStream out;
    private boolean finished;

    /** Opens a part for writing. */
    public PartWriter(Path file, PartFile.Head head) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".tmp");
        channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), sum));
        try {
            out.writeInt(PartFile.MAGIC);
            out.writeUTF(head.codec());
            out.writeInt(head.profile());
            out.writeInt(head.codecTag());
            byte[] extraData = head.extraData();
            out.writeInt(extraData.length);
            out.write(extraData);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes a frame. */
    public void write(RationalTime time, boolean sync, MemorySegment data) throws IOException {
        out.writeByte(PartFile.PACKET);
        out.writeLong(time.seconds().numerator());
        out.writeLong(time.seconds().denominator());
        out.writeBoolean(sync);
        byte[] bytes = data.toArray(ValueLayout.JAVA_BYTE);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Ends the part and gives it its name. */
    public void finish() throws IOException {
        out.writeByte(PartFile.END);
        out.writeLong(sum.getValue());
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
