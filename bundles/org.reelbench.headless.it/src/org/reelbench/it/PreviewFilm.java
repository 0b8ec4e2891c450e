package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.testcard.Reading;
import org.reelbench.time.FrameRate;

/** What a client does with a preview: reads segments while they grow, puts them behind each other, counts what was encoded. */
final class PreviewFilm implements PreviewListener {

    private static final Duration HANG = Duration.ofSeconds(60);

    private final Set<String> encoded = new ConcurrentSkipListSet<>();

    @Override
    public void changed(Preview preview, String id, SegmentStatus status) {
        if (status.state() == SegmentState.ENCODING) {
            encoded.add(id);
        }
    }

    /** What was begun to be encoded since the last call, of pictures or of sound. */
    List<String> encoded(String kind) {
        List<String> begun = encoded.stream().filter(id -> id.startsWith(kind)).toList();
        begun.forEach(encoded::remove);
        return begun;
    }

    /** Reads a segment as it comes. */
    static byte[] read(PreviewRevision revision, PreviewSegment segment, long firstNumber)
            throws IOException, InterruptedException {
        try (SegmentBytes bytes = revision.open(segment)) {
            return read(bytes, segment, firstNumber);
        }
    }

    private static byte[] read(SegmentBytes bytes, PreviewSegment segment, long firstNumber)
            throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        // An odd size, so that pieces end within the fields that are written over.
        ByteBuffer part = ByteBuffer.allocate(997);
        while (true) {
            assertTrue(bytes.await(all.size(), HANG), "the segment hangs");
            int count = bytes.read(all.size(), part.clear(), segment.place(firstNumber));
            if (count < 0) {
                return all.toByteArray();
            }
            all.write(part.array(), 0, count);
        }
    }

    /** Puts segments of one init segment behind each other into a film. */
    static Path join(PreviewRevision revision, List<PreviewSegment> segments, Path file)
            throws IOException, InterruptedException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        Set<InitSegment> inits = new java.util.HashSet<>();
        long number = 1;
        for (PreviewSegment segment : segments) {
            try (SegmentBytes bytes = revision.open(segment)) {
                byte[] body = read(bytes, segment, number);
                if (inits.isEmpty()) {
                    film.writeBytes(bytes.init().bytes());
                }
                inits.add(bytes.init());
                film.writeBytes(body);
                number += bytes.stamps().size();
            }
        }
        assertTrue(inits.size() == 1, () -> "several init segments: " + inits);
        return Files.write(file, film.toByteArray());
    }

    /** Has all of a revision encoded, in the best quality however slow that is here. */
    static List<PreviewSegment> make(PreviewRevision revision) throws IOException, InterruptedException {
        List<PreviewSegment> all = new ArrayList<>(revision.pictures(0, revision.sequence().durationFrames(), 0));
        all.addAll(revision.sound(0, revision.endSample()));
        for (PreviewSegment segment : all) {
            read(revision, segment, 1);
        }
        return all;
    }

    /** Decodes a segment and checks that its cards are those of a source from the segment's place on. */
    static void decode(byte[] whole, FrameRate rate, PreviewSegment segment, int source) throws Exception {
        Path file = Files.createTempFile("segment", ".mp4");
        try {
            Files.write(file, whole);
            List<Reading> readings = CardFilm.read(file, rate, (int) (segment.end() - segment.start()));
            for (int i = 0; i < readings.size(); i++) {
                assertTrue(readings.get(i).is(source, segment.start() + i), segment + " " + i + ": " + readings.get(i));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The ids of the pictures of a revision in the best quality. */
    static Set<String> pictures(PreviewRevision revision) {
        Set<String> ids = new TreeSet<>();
        revision.pictures(0, revision.sequence().durationFrames(), 0).forEach(segment -> ids.add(segment.id()));
        return ids;
    }
}
