package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** How much is decoded and read to reach a frame: a seek only where a sync sample lies on the way. */
class SeekingCostTest {

    /** The decoder holds back some frames to bring them into order, and the frame after tells how long one is shown. */
    private static final int DELAY = 4;

    private static RationalTime middle(int frame) {
        return RationalTime.of(2 * frame + 1, 60);
    }

    private static long decodedFor(FrameReader reader, int from, int to) throws Exception {
        reader.frameAt(middle(from), new Cancellation()).close();
        long before = reader.decodedFrames();
        assertEquals(to, Media.number(reader, middle(to)));
        return reader.decodedFrames() - before;
    }

    @Test
    void decodesOnWithinAGroupOfPicturesHoweverLong() throws Exception {
        String arguments = "-c:v libx264 -preset fast -bf 2 -g 300 -keyint_min 300 -sc_threshold 0";
        for (String name : new String[] { "far.mp4", "far.mkv" }) {
            try (Media media = Media.of(TestMedia.pictures(name, 5, "30", 320, arguments)); FrameReader reader = media.frames()) {
                assertTrue(decodedFor(reader, 100, 290) <= 190 + DELAY, name);
            }
        }
    }

    @Test
    void leapsToTheLastSyncSampleBeforeTheFrame() throws Exception {
        String arguments = "-c:v libx264 -preset fast -bf 2 -g 30 -x264-params scenecut=0";
        try (Media media = Media.of(TestMedia.pictures("leap.mp4", 5, "30", 200, arguments));
                FrameReader reader = media.frames()) {
            assertTrue(decodedFor(reader, 10, 158) <= 8 + DELAY, "ahead");
            assertTrue(decodedFor(reader, 158, 40) <= 10 + DELAY, "back");
            assertTrue(decodedFor(reader, 40, 41) <= 1, "the next");
            assertEquals(0, decodedFor(reader, 41, 41), "the same");
        }
    }

    @Test
    void decodesTheNearestSyncSampleAlone() throws Exception {
        String arguments = "-c:v libx264 -preset fast -bf 3 -g 30 -x264-params scenecut=0:open-gop=1";
        for (String name : new String[] { "scrub.mp4", "scrub.mkv" }) {
            try (Media media = Media.of(TestMedia.pictures(name, 5, "30", 200, arguments));
                    FrameReader reader = media.frames(2)) {
                for (int frame : new int[] { 158, 40, 199, 75 }) {
                    long before = reader.decodedFrames();
                    try (VideoFrame sync = reader.nearestSyncFrame(middle(frame), new Cancellation())) {
                        assertEquals(frame / 30 * 30, TestCard.read(sync).frameNumber(), name);
                    }
                    assertEquals(1, reader.decodedFrames() - before, name);
                }
            }
        }
    }

    @Test
    void opensWithoutDecoding() throws Exception {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000 * 3);
        Path file = TestMedia.both("bytes.mov", 3, "30", 90, sound,
                "-c:v libx264 -preset fast -bf 2 -qp 4 -c:a pcm_f32le -movflags +faststart");
        AtomicLong reads = new AtomicLong();
        byte[] bytes = BytesSource.read(file);
        try (Media media = Media.of(new BytesSource(bytes, _ -> reads.incrementAndGet()))) {
            reads.set(0);
            try (FrameReader reader = media.frames()) {
                assertTrue(reads.get() <= 4, reads + " reads to open");
                assertEquals(0, reader.decodedFrames());
            }
        }
    }
}
