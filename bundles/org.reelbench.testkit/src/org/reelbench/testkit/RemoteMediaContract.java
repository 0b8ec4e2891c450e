package org.reelbench.testkit;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.RemoteMedia;

/**
 * What whoever opens media of other addresses keeps to: any range of any medium is read rightly by any number of threads, and
 * what cannot be opened is refused without a word of what the address keeps secret.
 * <p>
 * For one thread.
 */
public final class RemoteMediaContract implements Contract {

    private static final int READS = 60;
    private static final int THREADS = 3;
    private static final String SECRET = "k3y0fmine";

    private final RemoteMedia media;
    private final URI address;
    private final URI absent;
    private final byte[] content;
    private final Set<String> hosts;

    /**
     * Creates the contract of a service.
     *
     * @param media the service
     * @param address an address that it opens
     * @param content the bytes that are there, at least one
     * @param absent an address of the same kind without a query, where there is nothing
     * @param hosts the hosts that the user allows for the test; empty if none need be
     */
    public RemoteMediaContract(RemoteMedia media, URI address, byte[] content, URI absent, Set<String> hosts) {
        this.media = media;
        this.address = address;
        this.content = content.clone();
        this.absent = absent;
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it says which schemes it opens", this::schemes),
                new ContractCase("any range is read as it is", () -> opened(bytes -> ranges(bytes, new Random(1)))),
                new ContractCase("any number of threads read at once", () -> opened(this::threads)),
                new ContractCase("a second opening finds the same bytes", this::again),
                new ContractCase("who is not interested any more is let go", this::cancelled),
                new ContractCase("what was closed is not read", this::closed),
                new ContractCase("what is not there is refused, without the secrets of its address", this::absent));
    }

    private interface OnBytes {
        void run(ByteSource bytes) throws Exception;
    }

    private void opened(OnBytes check) throws Exception {
        try (ByteSource bytes = media.open(address, hosts, new Cancellation())) {
            check.run(bytes);
        }
    }

    private void schemes() {
        Claims.holds(media.schemes().contains(address.getScheme()), media.schemes() + " lacks the scheme of " + address);
        for (String scheme : media.schemes()) {
            Claims.holds(scheme.matches("[a-z][a-z0-9+.-]+"),
                    "'" + scheme + "' is no scheme of two letters and more in lower case");
            Claims.holds(!scheme.equals("file"), "files are opened by their paths");
        }
        Claims.same(media.schemes(), media.schemes(), "the schemes, asked again,");
    }

    private void ranges(ByteSource bytes, Random random) throws IOException {
        Claims.same((long) content.length, bytes.sizeBytes(), "the size");
        Claims.line(bytes.name(), "the name");
        for (int i = 0; i < READS; i++) {
            int from = random.nextInt(content.length);
            int wanted = 1 + random.nextInt(random.nextBoolean() ? 16 : 300_000);
            MemorySegment target = MemorySegment.ofArray(new byte[wanted]);
            int count = bytes.read(from, target, new Cancellation());
            Claims.holds(count >= 1 && count <= Math.min(wanted, content.length - from),
                    "of " + wanted + " bytes from " + from + " it read " + count);
            byte[] read = target.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
            Claims.holds(Arrays.equals(read, 0, count, content, from, from + count), "the bytes from " + from + " are others");
        }
        MemorySegment one = MemorySegment.ofArray(new byte[1]);
        Claims.same(-1, bytes.read(content.length, one), "what is read at the end");
        Claims.same(-1, bytes.read(content.length + 1_000_000L, one), "what is read behind the end");
    }

    private void threads(ByteSource bytes) throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = IntStream.range(0, THREADS).<Future<?>>mapToObj(i -> readers.submit(() -> {
                ranges(bytes, new Random(i));
                return true;
            })).toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private void again() throws Exception {
        try (ByteSource one = media.open(address, hosts, new Cancellation());
                ByteSource other = media.open(address, hosts, new Cancellation())) {
            Claims.same(one.contentId(), other.contentId(), "what names the content");
            ranges(other, new Random(2));
        }
    }

    private void cancelled() throws Exception {
        Cancellation asked = new Cancellation();
        asked.cancel();
        Claims.thrown(CancelledException.class, () -> media.open(address, hosts, asked).close(), "opened when nobody wants it");
        opened(bytes -> Claims.thrown(CancelledException.class,
                () -> bytes.read(0, MemorySegment.ofArray(new byte[1]), asked), "read when nobody wants it"));
    }

    private void closed() throws Exception {
        ByteSource bytes = media.open(address, hosts, new Cancellation());
        bytes.close();
        bytes.close();
        Claims.thrown(IOException.class, () -> bytes.read(0, MemorySegment.ofArray(new byte[1])), "read after it was closed");
    }

    private void absent() {
        URI secret = URI.create(absent + "?key=" + SECRET);
        MediaException refused = Claims.thrown(MediaException.class, () -> media.open(secret, hosts, new Cancellation()).close(),
                "opened where there is nothing");
        Claims.line(refused.getMessage(), "the message");
        for (Throwable e = refused; e != null; e = e.getCause()) {
            Claims.holds(!String.valueOf(e.getMessage()).contains(SECRET), "its message tells the query: " + e.getMessage());
        }
    }
}
