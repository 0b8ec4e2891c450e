package org.reelbench.store.internal.mv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.contract.ChunkStoreContract;
import org.reelbench.store.internal.BlockSum;

class MvChunkStoreContractTest {

    @TestFactory
    Stream<DynamicTest> keepsTheContract(@TempDir Path folder) {
        return new MvContract(folder).cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), one.check()::run));
    }

    private static final class MvContract extends ChunkStoreContract {

        private final Path folder;
        private Path file;

        MvContract(Path folder) {
            this.folder = folder;
            this.file = folder;
        }

        @Override
        protected void begin() {
            file = folder.resolve(UUID.randomUUID() + ".chunks");
        }

        @Override
        protected ChunkStore open(StoreSettings settings) throws IOException {
            return MvChunkStore.open(file, settings);
        }

        /** Looks for the block in the file, wherever and however often the file has it. */
        @Override
        protected void damage(ChunkId id, long positionBytes) throws IOException {
            byte[] chunk = new byte[300_000];
            new Random(id.value().hashCode() * 31L + chunk.length).nextBytes(chunk);
            int block = (int) positionBytes / BlockSum.BLOCK_BYTES * BlockSum.BLOCK_BYTES;
            byte[] start = Arrays.copyOfRange(chunk, block, block + 32);
            byte[] bytes = Files.readAllBytes(file);
            int found = 0;
            for (int at = 0; at + start.length <= bytes.length; at++) {
                if (bytes[at] == start[0] && Arrays.equals(bytes, at, at + start.length, start, 0, start.length)) {
                    bytes[at + (int) positionBytes - block] ^= 4;
                    found++;
                }
            }
            assertTrue(found > 0, "the block is in the file");
            Files.write(file, bytes);
        }
    }
}
