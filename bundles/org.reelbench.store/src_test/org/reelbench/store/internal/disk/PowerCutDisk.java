package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A disk that fails at a given call, once or for good, and that forgets what nobody waited for when the power is cut: bytes that
 * were not forced are partly there or not, and names in folders that were not forced are given or not.
 */
final class PowerCutDisk extends DiskCalls {

    /** What happens at the call. */
    enum Trouble {
        FAILS_ONCE, FAILS_FROM_THEN_ON
    }

    private final int failing;
    private final Trouble trouble;
    private final List<Path[]> moves = new ArrayList<>();
    private int calls;
    private int forces;

    PowerCutDisk(int failing, Trouble trouble) {
        this.failing = failing;
        this.trouble = trouble;
    }

    int calls() {
        return calls;
    }

    private void call() throws IOException {
        calls++;
        if (calls == failing || calls > failing && trouble == Trouble.FAILS_FROM_THEN_ON) {
            throw new IOException("the disk fails on purpose at call " + calls);
        }
    }

    @Override
    void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            call();
        } catch (IOException e) {
            // A write may fail when a part of it is done.
            super.write(channel, bytes.slice(bytes.position(), bytes.remaining() / 2));
            throw e;
        }
        super.write(channel, bytes);
    }

    @Override
    void force(FileChannel channel) throws IOException {
        call();
        forces++;
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        call();
        moves.removeIf(move -> move[1].getParent().equals(folder));
    }

    @Override
    void move(Path from, Path to) throws IOException {
        call();
        super.move(from, to);
        moves.add(new Path[] { from, to });
    }

    @Override
    void delete(Path file) throws IOException {
        call();
        super.delete(file);
        moves.removeIf(move -> move[1].equals(file));
    }

    /**
     * Cuts the power: what was not waited for is lost, or not, or in part. A store either waits for the bytes of every file or
     * of none.
     */
    void cut(Random random) throws IOException {
        for (Path[] move : moves) {
            if (!Files.exists(move[1])) {
                continue;
            }
            switch (random.nextInt(3)) {
            case 0 -> Files.deleteIfExists(move[1]);
            case 1 -> {
                if (forces == 0) {
                    tear(random, move[1]);
                }
            }
            default -> {
                // it had reached the disk by itself
            }
            }
        }
    }

    private static void tear(Random random, Path file) throws IOException {
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long from = random.nextLong(size + 1);
            if (random.nextBoolean()) {
                channel.truncate(from);
            } else {
                // The length is there, some of the bytes are not.
                channel.write(ByteBuffer.allocate((int) (size - from)), from);
            }
        }
    }

    static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
