package org.reelbench.store.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Chunks;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

/** A program that puts and deletes chunks until it is killed, and says what it did. */
final class Victim {

    static final StoreSettings SETTINGS = new StoreSettings(20_000_000, Durability.PROGRAM);
    static final int SIZE = 100_000;
    private static final int KEPT = 50;

    private Victim() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        ChunkStores stores = new LocalChunkStores();
        try (ChunkStore store = arguments[0].equals("folder")
                ? stores.inFolder(folder.resolve("chunks"), SETTINGS)
                : stores.inFile(folder.resolve("chunks"), SETTINGS)) {
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                Chunks.put(store, "kept-" + i, SIZE, Retention.KEPT);
                say("kept-" + i);
                Chunks.put(store, "c-" + i, SIZE, Retention.EVICTABLE);
                if (i >= KEPT) {
                    // Said before, because it may be gone when the program is killed in the middle of it.
                    say("-kept-" + (i - KEPT));
                    store.delete(new ChunkId("kept-" + (i - KEPT)));
                }
            }
        }
    }

    private static void say(String what) {
        // The full stop tells a whole line from one cut short.
        System.out.println(what + ".");
        System.out.flush();
    }
}
