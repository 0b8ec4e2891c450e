package org.reelbench.store;

import java.io.IOException;
import java.net.URI;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that opens stores of one kind: on another machine, in memory, in somebody's database. Settings name them by their
 * address, whose scheme says the kind.
 *
 * <pre>{@code
 * @Component(property = ChunkStoreProvider.SCHEME + "=tape")
 * public final class Tapes implements ChunkStoreProvider {
 *     public ChunkStore open(URI address, StoreSettings settings) throws IOException {
 *         return new Tape(address.getSchemeSpecificPart(), settings);
 *     }
 * }
 * }</pre>
 *
 * For every thread. What it opens must keep what {@link ChunkStore} says, which {@code ChunkStoreProviderContract} of
 * {@code org.reelbench.testkit} checks. Each call into a provider of a plug-in, and into its stores, has ten seconds.
 */
@ConsumerType
public interface ChunkStoreProvider {

    /** The service property that says the scheme of its addresses: small letters, digits, {@code +}, {@code -} and points. */
    String SCHEME = "org.reelbench.store.scheme";

    /**
     * Opens a store.
     *
     * @param address where it is, with this provider's scheme
     * @param settings its quota and durability, which may be others than the last time
     * @return the store, to be closed by the caller
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#IN_USE}
     * @throws IOException if the address means nothing or nothing answers there; says so in a line without what the address keeps
     *         secret
     */
    ChunkStore open(URI address, StoreSettings settings) throws IOException;
}
