package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * The preview of a film as a player reads it, always in the best quality, so that no run is made easier by a worse one. Counts what is
 * encoded. One thread, which waits.
 */
final class PreviewedFilm implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final double NS_PER_MS = 1e6;
    private static final int BUFFER_BYTES = 1 << 16;

    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STOP_LIMIT_NS = TimeUnit.SECONDS.toNanos(10);

    private final PreviewService previews;
    private final Preview preview;
    private final Cancellation cancellation;
    private final Set<String> encoded = ConcurrentHashMap.newKeySet();

    PreviewedFilm(PreviewService previews, Sequence sequence, MediaCatalog catalog, Cancellation cancellation) {
        this.previews = previews;
        this.preview = previews.open(sequence, catalog);
        this.cancellation = cancellation;
        preview.listen(new PreviewListener() {
            @Override
            public void changed(Preview from, String id, SegmentStatus status) {
                if (status.state() == SegmentState.ENCODING) {
                    encoded.add(id);
                }
            }
        });
    }

    /** How many segments were begun to be encoded. */
    int encoded() {
        return encoded.size();
    }

    List<PreviewSegment> pictures() {
        PreviewRevision revision = preview.revision();
        return revision.pictures(0, revision.sequence().durationFrames(), 0);
    }

    PreviewRevision show(Sequence sequence, MediaCatalog catalog) {
        return preview.show(sequence, catalog);
    }

    /** Looks at one segment. */
    PreviewFigures.Wait wait(PreviewSegment segment) throws CommandException {
        long beginNs = System.nanoTime();
        try (SegmentBytes bytes = preview.revision().open(segment)) {
            await(bytes, 0);
            long firstNs = System.nanoTime();
            await(bytes, Long.MAX_VALUE);
            return new PreviewFigures.Wait((firstNs - beginNs) / NS_PER_MS, (System.nanoTime() - beginNs) / NS_PER_MS);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Looks at a segment until its first fragment is there, and tells how long it takes until nobody works on it any more. */
    double stopMs(PreviewSegment segment) throws CommandException {
        long letGoNs;
        try (SegmentBytes bytes = preview.revision().open(segment)) {
            await(bytes, 0);
            letGoNs = System.nanoTime();
        } catch (IOException e) {
            throw failure(e);
        }
        while (previews.work().busy() > 0 && System.nanoTime() - letGoNs < STOP_LIMIT_NS) {
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
        return (System.nanoTime() - letGoNs) / NS_PER_MS;
    }

    /** Has all of it encoded that is not there yet, pictures and sound. */
    void encodeAll() throws CommandException {
        List<SegmentBytes> open = new ArrayList<>();
        try {
            PreviewRevision revision = preview.revision();
            List<PreviewSegment> all = new ArrayList<>(pictures());
            all.addAll(revision.sound(0, revision.endSample()));
            for (PreviewSegment segment : all) {
                if (revision.status(segment).state() != SegmentState.READY) {
                    open.add(revision.open(segment));
                }
            }
            for (SegmentBytes bytes : open) {
                await(bytes, Long.MAX_VALUE);
            }
        } catch (IOException e) {
            throw failure(e);
        } finally {
            open.forEach(SegmentBytes::close);
        }
    }

    /** Reads all pictures, as a player does. */
    void readAll() throws CommandException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        PreviewRevision revision = preview.revision();
        for (PreviewSegment segment : pictures()) {
            try (SegmentBytes bytes = revision.open(segment)) {
                long position = 0;
                int count = bytes.read(position, buffer, segment.place(1));
                while (count >= 0) {
                    if (count == 0) {
                        await(bytes, position);
                    }
                    position += count;
                    count = bytes.read(position, buffer.clear(), segment.place(1));
                }
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private void await(SegmentBytes bytes, long positionBytes) throws IOException {
        try {
            while (!bytes.await(positionBytes, LOOK)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static CommandException failure(IOException e) {
        return new CommandException(ExitCode.FAILED, "the preview cannot be made: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        preview.close();
    }
}
