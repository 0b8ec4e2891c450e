package org.reelbench.media.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.RemoteMedia;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;

/** Media of a plug-in, opened and read through a guard. */
class GuardedRemoteTest {

    private static final URI ADDRESS = URI.create("shelf://a/film?key=secret");

    private final Guard guard = new Guard();
    private final List<MemorySegment> targets = new ArrayList<>();
    private final RemoteMedia remote = new GuardedRemote(new Shelf(), () -> guard);

    /** Media of four bytes. */
    private final class Shelf implements RemoteMedia {

        @Override
        public Set<String> schemes() {
            return Set.of("shelf");
        }

        @Override
        public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) {
            cancellation.check();
            return new ByteSource() {

                @Override
                public String name() {
                    return "shelf://a/film";
                }

                @Override
                public long sizeBytes() {
                    return 4;
                }

                @Override
                public int read(long positionBytes, MemorySegment target) throws IOException {
                    if (positionBytes == 99) {
                        throw new IOException("the shelf fell down");
                    }
                    targets.add(target);
                    target.set(ValueLayout.JAVA_BYTE, 0, (byte) (positionBytes + 1));
                    return positionBytes < 4 ? 1 : -1;
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    /** A guard that knows the shelf as a plug-in's, and lets it fail when it is told to. */
    private static final class Guard implements PluginCalls {

        private final List<String> called = new ArrayList<>();
        private boolean refuses;
        private boolean knows = true;

        @Override
        public Optional<Owner> owner(Object provider) {
            return knows && provider instanceof Shelf ? Optional.of(new Owner("org.example", "1.0.0", "00")) : Optional.empty();
        }

        @Override
        public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
            called.add(what);
            if (refuses) {
                throw new PluginCallException("org.example", false, "the plug-in org.example is not called any more", null);
            }
            try {
                return call.run();
            } catch (RuntimeException e) {
                throw new PluginCallException("org.example", true, "the plug-in org.example failed", e);
            }
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            return own.run();
        }

        @Override
        public Loan lend(Object provider, long address, long bytes) {
            return PluginCalls.direct().lend(provider, address, bytes);
        }
    }

    private ByteSource open() throws MediaException {
        return remote.open(ADDRESS, Set.of(), new Cancellation());
    }

    @Test
    void whatIsReadComesThroughTheGuardAndThroughMemoryOfTheCall() throws Exception {
        byte[] got = new byte[2];
        MemorySegment target = MemorySegment.ofArray(got);
        try (ByteSource bytes = open()) {
            assertEquals(4, bytes.sizeBytes());
            assertEquals(1, bytes.read(2, target));
            assertEquals(-1, bytes.read(4, target));
            assertEquals("shelf://a/film", bytes.name());
        }
        assertArrayEquals(new byte[] { 3, 0 }, got);
        assertFalse(targets.contains(target), "a read that was given up would write into memory of somebody else");
        assertEquals(List.of("open", "size", "read", "read", "close"), guard.called);
    }

    @Test
    void aPlugInThatIsNotCalledAnyMoreIsNamedWithoutTheSecretsOfTheAddress() throws Exception {
        ByteSource bytes = open();
        guard.refuses = true;
        assertTrue(assertThrows(IOException.class, () -> bytes.read(0, MemorySegment.ofArray(new byte[1]))).getMessage()
                .contains("org.example"));
        assertThrows(IOException.class, bytes::sizeBytes);
        bytes.close();
        MediaException refused = assertThrows(MediaException.class, this::open);
        assertEquals(MediaException.Reason.UNREADABLE, refused.reason());
        assertTrue(refused.getMessage().contains("org.example"), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
        assertEquals(Set.of(), remote.schemes(), "others may open such addresses");
    }

    @Test
    void whatThePlugInSaysCannotBeReadIsNoFailureOfIt() throws Exception {
        try (ByteSource bytes = open()) {
            assertEquals("the shelf fell down",
                    assertThrows(IOException.class, () -> bytes.read(99, MemorySegment.ofArray(new byte[1]))).getMessage());
        }
    }

    @Test
    void whoIsNotInterestedAnyMoreIsLetGoAndBlamesNobody() throws Exception {
        Cancellation asked = new Cancellation();
        asked.cancel();
        assertThrows(CancelledException.class, () -> remote.open(ADDRESS, Set.of(), asked));
        try (ByteSource bytes = open()) {
            assertThrows(CancelledException.class, () -> bytes.read(0, MemorySegment.ofArray(new byte[1]), asked));
        }
    }

    @Test
    void ourOwnIsCalledDirectly() throws Exception {
        guard.knows = false;
        MemorySegment target = MemorySegment.ofArray(new byte[1]);
        try (ByteSource bytes = open()) {
            bytes.read(0, target);
        }
        assertEquals(List.of(target), targets);
        assertEquals(List.of(), guard.called);
    }
}
