package org.example.reelbench;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.StoreSettings;

/**
 * Chunk stores in memory, for machines whose disk is not to be written to: {@code --set preview.store=memory:previews}. What they
 * hold goes with the program.
 */
@Component(property = ChunkStoreProvider.SCHEME + "=memory")
public final class MemoryChunks implements ChunkStoreProvider {

    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final Account account;
    private long heldBytes;

    /** Opens an account, which everybody sees under this bundle's name. */
    @Activate
    public MemoryChunks(@Reference MemoryLedger ledger) {
        account = ledger.open(Holding.PLUGIN, "chunks in memory");
    }

    /** Lets everything go. */
    @Deactivate
    public void close() {
        shelves.clear();
        account.close();
    }

    @Override
    public ChunkStore open(URI address, StoreSettings settings) throws IOException {
        String name = String.valueOf(address.getSchemeSpecificPart());
        if (!name.matches("[a-z0-9-]+")) {
            throw new IOException("a store in memory is named by small letters, digits and hyphens, as in memory:previews");
        }
        return new MemoryStore(shelves.computeIfAbsent(name, _ -> new Shelf(this::changed)), settings.quotaBytes());
    }

    private synchronized void changed(long moreBytes) {
        heldBytes += moreBytes;
        account.set(heldBytes);
    }

    /** Spoils a byte, as bad memory does; for the test of the contract. */
    void spoil(URI address, ChunkId id, long positionBytes) {
        Shelf shelf = shelves.get(address.getSchemeSpecificPart());
        if (shelf == null) {
            throw new IllegalArgumentException("there never was a store at " + address);
        }
        shelf.spoil(id, (int) positionBytes);
    }
}
