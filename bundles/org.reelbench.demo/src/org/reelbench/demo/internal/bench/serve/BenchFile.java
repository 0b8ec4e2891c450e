package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

import org.reelbench.media.Cancellation;

/** The file that is served: every byte written, none the same as its neighbours, made once and kept. */
final class BenchFile {

    private static final int BLOCK_BYTES = 1 << 20;
    private static final long SEED = 6;

    private BenchFile() {
    }

    /** Makes it, unless it is there. */
    static Path provide(Path folder, long megabytes, Cancellation cancellation) throws IOException {
        Path file = folder.resolve("serve-" + megabytes + ".mp4");
        if (Files.isRegularFile(file) && Files.size(file) == megabytes * BLOCK_BYTES) {
            return file;
        }
        Path unfinished = folder.resolve(file.getFileName() + ".part");
        Random random = new Random(SEED);
        byte[] block = new byte[BLOCK_BYTES];
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            for (long i = 0; i < megabytes; i++) {
                cancellation.check();
                random.nextBytes(block);
                out.write(block);
            }
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Looks at every page of it, so that no server has to wait for the disk; returns what compares others' bytes with it. */
    static Reader.Check compare(Path file, Arena arena) throws IOException {
        MemorySegment content;
        try (FileChannel channel = FileChannel.open(file)) {
            content = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        content.load();
        return (position, bytes) -> {
            MemorySegment received = MemorySegment.ofBuffer(bytes);
            if (content.asSlice(position, received.byteSize()).mismatch(received) >= 0) {
                throw new IOException("wrong bytes came, at " + position);
            }
        };
    }
}
