package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.contract.ChunkStoreContract;

class DiskChunkStoreContractTest {

    @TestFactory
    Stream<DynamicTest> keepsTheContract(@TempDir Path folder) {
        return new DiskContract(folder).cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), one.check()::run));
    }

    private static final class DiskContract extends ChunkStoreContract {

        private final Path parent;
        private Path folder;

        DiskContract(Path parent) {
            this.parent = parent;
            this.folder = parent;
        }

        @Override
        protected void begin() {
            folder = parent.resolve(UUID.randomUUID().toString());
        }

        @Override
        protected ChunkStore open(StoreSettings settings) throws IOException {
            return DiskChunkStore.open(folder, settings);
        }

        @Override
        protected void damage(ChunkId id, long positionBytes) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> found = files.filter(file -> file.getFileName().toString().startsWith("c-" + id + ".")).toList();
                byte[] bytes = Files.readAllBytes(found.getFirst());
                bytes[(int) positionBytes] ^= 4;
                Files.write(found.getFirst(), bytes);
            }
        }
    }
}
