package org.reelbench.store.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.internal.disk.DiskChunkStore;
import org.reelbench.store.internal.mv.MvChunkStore;

/** The service that opens stores; keeps none of them. */
@Component
public final class LocalChunkStores implements ChunkStores {

    @Override
    public ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException {
        return DiskChunkStore.open(folder, settings);
    }

    @Override
    public ChunkStore inFile(Path file, StoreSettings settings) throws IOException {
        return MvChunkStore.open(file, settings);
    }
}
