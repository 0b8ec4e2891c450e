package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaChangedException;
import org.reelbench.media.MediaException.Reason;

/** Sources that fail, lie about their size, shrink, grow, or answer a few bytes at a time. */
final class HostileSources {

    private static final String KIND = "sources that misbehave";

    private final List<HostileCase> cases = new ArrayList<>();
    private final byte[] film;

    private HostileSources(byte[] film) {
        this.film = film;
    }

    static List<HostileCase> cases(byte[] film) {
        HostileSources sources = new HostileSources(film);
        sources.make();
        return sources.cases;
    }

    /** How a source answers. */
    @FunctionalInterface
    private interface Answer {

        int read(long positionBytes, MemorySegment target) throws IOException;
    }

    private void add(String name, long sizeBytes, Set<String> expected, Answer answer) {
        cases.add(HostileCase.source(KIND, name, new ByteSource() {

            @Override
            public String name() {
                return "source";
            }

            @Override
            public long sizeBytes() throws IOException {
                if (sizeBytes == Long.MIN_VALUE) {
                    throw new IOException("no size");
                }
                return sizeBytes;
            }

            @Override
            public int read(long positionBytes, MemorySegment target) throws IOException {
                return answer.read(positionBytes, target);
            }

            @Override
            public void close() {
                // holds nothing
            }
        }, expected));
    }

    private int honestly(long positionBytes, MemorySegment target) {
        return BytesSource.copy(film, positionBytes, target);
    }

    private void make() {
        Set<String> any = HostileCase.readOr(Reason.DAMAGED, Reason.NOT_MEDIA, Reason.UNREADABLE);
        add("honest", film.length, HostileCase.read(), this::honestly);
        add("a hundred bytes at a time", film.length, HostileCase.read(),
                (at, target) -> honestly(at, target.asSlice(0, Math.min(100, target.byteSize()))));
        add("nothing at all, for ever", film.length, HostileCase.only(Reason.NOT_MEDIA), (_, _) -> 0);
        add("at its end at once", film.length, HostileCase.only(Reason.NOT_MEDIA), (_, _) -> -1);
        add("larger than it is", film.length * 1000L, any, this::honestly);
        add("as large as can be said", Long.MAX_VALUE, any, this::honestly);
        add("smaller than it is", 1000, any, this::honestly);
        add("of negative size", -5, any, this::honestly);
        add("of no size it tells", Long.MIN_VALUE, HostileCase.only(Reason.UNREADABLE), this::honestly);
        add("broken from the start", film.length, HostileCase.only(Reason.UNREADABLE), (_, _) -> {
            throw new IOException("the disk is gone");
        });
        AtomicInteger reads = new AtomicInteger();
        add("broken later", film.length, HostileCase.only(Reason.UNREADABLE), (at, target) -> {
            if (reads.incrementAndGet() > 2) {
                throw new IOException("the disk is gone");
            }
            return honestly(at, target.asSlice(0, Math.min(5000, target.byteSize())));
        });
        add("replaced meanwhile", film.length, HostileCase.only(Reason.CHANGED), (_, _) -> {
            throw new MediaChangedException("it was replaced");
        });
        add("more than was asked for", film.length, HostileCase.only(Reason.UNREADABLE),
                (_, target) -> (int) target.byteSize() + 1);
        Random random = new Random(5);
        add("another thing each time", film.length, any, (_, target) -> {
            byte[] noise = new byte[(int) target.byteSize()];
            random.nextBytes(noise);
            target.copyFrom(MemorySegment.ofArray(noise));
            return noise.length;
        });
        add("zeros after a while", film.length, any,
                (at, target) -> at > film.length / 2 ? (int) target.fill((byte) 0).byteSize() : honestly(at, target));
    }
}
