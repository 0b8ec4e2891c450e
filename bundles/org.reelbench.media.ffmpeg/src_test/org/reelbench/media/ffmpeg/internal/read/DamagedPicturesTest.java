package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Frames out of files whose index lies, that are damaged in the middle, cut off at the end, or whose bytes stop coming. */
class DamagedPicturesTest {

    private static final int FRAMES = 90;

    private static Path whole() {
        return TestMedia.pictures("damage.mp4", 5, "30", FRAMES, "-c:v libx264 -preset fast -bf 3 -g 15 -x264-params scenecut=0");
    }

    /** Much larger than what the demuxer reads ahead. */
    private static Path large() {
        return TestMedia.pictures("large.mp4", 5, "30", FRAMES,
                "-c:v libx264 -preset fast -bf 3 -g 15 -qp 1 -movflags +faststart");
    }

    private static RationalTime middle(int frame) {
        return RationalTime.of(2 * frame + 1, 60);
    }

    @Test
    void findsTheRightFrameWhenTheIndexCallsEverySampleASyncSample() throws Exception {
        byte[] bytes = BytesSource.read(whole());
        rename(bytes, "stss", "free");
        try (Media media = Media.of(new BytesSource(bytes)); FrameReader reader = media.frames()) {
            List<Long> straight = new ArrayList<>();
            for (int n = 0; n < FRAMES; n++) {
                straight.add(Media.hash(reader, middle(n)));
                assertEquals(n, Media.number(reader, middle(n)));
            }
            List<Integer> order = new ArrayList<>(IntStream.range(0, FRAMES).boxed().toList());
            Collections.shuffle(order, new Random(3));
            for (int n : order.subList(0, 30)) {
                assertEquals(straight.get(n), Media.hash(reader, middle(n)), "frame " + n);
            }
        }
    }

    @Test
    void showsGoodFramesOnBothSidesOfADamagedStretchAndTheSameInAnyOrder() throws Exception {
        byte[] bytes = BytesSource.read(whole());
        int from = bytes.length * 45 / 100;
        Arrays.fill(bytes, from, from + bytes.length / 20, (byte) 0x5A);
        try (Media media = Media.of(new BytesSource(bytes)); FrameReader reader = media.frames()) {
            List<Long> straight = new ArrayList<>();
            int good = 0;
            for (int n = 0; n < FRAMES; n++) {
                try (VideoFrame frame = reader.frameAt(middle(n), new Cancellation())) {
                    assertFalse(frame.time().isAfter(middle(n)));
                    straight.add(Media.hash(frame));
                }
                good += Media.number(reader, middle(n)) == n ? 1 : 0;
            }
            assertTrue(good >= FRAMES - 2 * 15, good + " good frames");
            assertEquals(0, Media.number(reader, middle(0)));
            assertEquals(FRAMES - 1, Media.number(reader, middle(FRAMES - 1)));
            for (int n = FRAMES - 1; n >= 0; n -= 4) {
                assertEquals(straight.get(n), Media.hash(reader, middle(n)), "frame " + n);
            }
        }
    }

    @Test
    void showsTheLastFrameThereIsWhenTheEndIsCutOff() throws Exception {
        Path file = TestMedia.pictures("cut.ts", 5, "30", FRAMES, "-c:v libx264 -preset fast -bf 0 -g 15");
        byte[] bytes = BytesSource.read(file);
        try (Media media = Media.of(new BytesSource(Arrays.copyOf(bytes, bytes.length * 2 / 3)));
                FrameReader reader = media.frames()) {
            long last = Media.number(reader, RationalTime.ofSeconds(100));

            assertTrue(last > 20 && last < FRAMES - 10, "frame " + last);
            assertEquals(last, Media.number(reader, middle((int) last)));
            assertEquals(3, Media.number(reader, middle(3)));
        }
    }

    @Test
    void saysDamagedWhenNothingAtAllDecodes() throws Exception {
        byte[] bytes = BytesSource.read(whole());
        int data = position(bytes, "mdat") + 4;
        int moov = position(bytes, "moov") - 4;
        Arrays.fill(bytes, data, moov, (byte) 0x5A);
        try (Media media = Media.of(new BytesSource(bytes)); FrameReader reader = media.frames()) {
            MediaException failed = assertThrows(MediaException.class,
                    () -> reader.frameAt(middle(3), new Cancellation()).close());

            assertEquals(Reason.DAMAGED, failed.reason());
            assertEquals("bytes", failed.medium());
        }
    }

    @Test
    void saysUnreadableWhenTheBytesStopComingAndGoesOnWhenTheyComeAgain() throws Exception {
        boolean[] broken = { false };
        BytesSource source = new BytesSource(BytesSource.read(large()), _ -> {
            if (broken[0]) {
                throw new IOException("the disk is gone");
            }
        });
        try (Media media = Media.of(source); FrameReader reader = media.frames()) {
            assertEquals(2, Media.number(reader, middle(2)));
            broken[0] = true;

            MediaException failed = assertThrows(MediaException.class,
                    () -> reader.frameAt(middle(80), new Cancellation()).close());

            assertEquals(Reason.UNREADABLE, failed.reason());
            assertTrue(failed.getCause() instanceof IOException, "the cause is kept");
            broken[0] = false;
            assertEquals(80, Media.number(reader, middle(80)));
            assertEquals(2, Media.number(reader, middle(2)));
        }
    }

    @Test
    void stopsWithinAReadWhenCancelledAndGoesOnLater() throws Exception {
        Cancellation[] current = { new Cancellation() };
        boolean[] cancel = { false };
        BytesSource source = new BytesSource(BytesSource.read(large()), _ -> {
            if (cancel[0]) {
                current[0].cancel();
            }
        });
        try (Media media = Media.of(source); FrameReader reader = media.frames()) {
            assertEquals(2, Media.number(reader, middle(2)));
            cancel[0] = true;
            assertThrows(CancelledException.class, () -> reader.frameAt(middle(70), current[0]).close());
            cancel[0] = false;
            assertEquals(70, Media.number(reader, middle(70)));
            assertEquals(3, Media.number(reader, middle(3)));
        }
    }

    @Test
    void passesOnWhatTheSourceThrowsUnchecked() throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bug of the source");
        boolean[] broken = { false };
        BytesSource source = new BytesSource(BytesSource.read(large()), _ -> {
            if (broken[0]) {
                throw thrown;
            }
        });
        try (Media media = Media.of(source); FrameReader reader = media.frames()) {
            broken[0] = true;
            assertSame(thrown,
                    assertThrows(IllegalStateException.class, () -> reader.frameAt(middle(80), new Cancellation()).close()));
        }
    }

    private static void rename(byte[] bytes, String from, String to) {
        System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, bytes, position(bytes, from), 4);
    }

    private static int position(byte[] bytes, String box) {
        int position = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
        assertTrue(position >= 0, box);
        return position;
    }
}
