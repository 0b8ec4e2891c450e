package org.reelbench.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file on a {@link SmallDisk}: what makes it longer takes room. As on real disks a part may be written before writing fails. */
final class SmallDiskChannel extends FileChannel {

    private final SmallDisk disk;
    private final FileChannel real;

    SmallDiskChannel(SmallDisk disk, FileChannel real) {
        this.disk = disk;
        this.real = real;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
        long more = Math.max(0, position + bytes.remaining() - real.size());
        long taken = disk.take(more);
        int fits = (int) (bytes.remaining() - (more - taken));
        if (fits <= 0 && bytes.hasRemaining()) {
            disk.giveBack(taken);
            throw new IOException("No space left on device");
        }
        int limit = bytes.limit();
        bytes.limit(bytes.position() + fits);
        try {
            return real.write(bytes, position);
        } finally {
            bytes.limit(limit);
        }
    }

    @Override
    public synchronized FileChannel truncate(long size) throws IOException {
        disk.giveBack(Math.max(0, real.size() - size));
        real.truncate(size);
        return this;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int count = write(bytes, real.position());
        real.position(real.position() + count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += write(sources[i]);
        }
        return count;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public void force(boolean metadata) throws IOException {
        real.force(metadata);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("nobody writes by transfer");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
