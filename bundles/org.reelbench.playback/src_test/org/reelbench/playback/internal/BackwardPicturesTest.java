package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;

/** How many pictures are kept to be shown from the end, and what that costs. */
class BackwardPicturesTest {

    private static final int FRAMES = 1200;
    private static final long SMALL_HD_BYTES = 960 * 540 * 3 / 2;

    private final FakeMedia media = new FakeMedia();
    private final List<Long> shown = new ArrayList<>();
    private long keptBytes;
    private long mostBytes;

    /** Time passes as it is waited for. */
    private final BackwardPictures.Stage stage = new BackwardPictures.Stage() {

        private long nanos;

        @Override
        public void show(long frame, VideoFrame picture) {
            shown.add(frame);
        }

        @Override
        public void drop() {
            throw new AssertionError("there is time for all");
        }

        @Override
        public long nanosUntil(long framesAfterStart) {
            return framesAfterStart * 1_000_000 - nanos;
        }

        @Override
        public void waitNanos(long waited) {
            nanos += waited;
        }

        @Override
        public void begin() {
            nanos = 0;
        }

        @Override
        public void behind(long frames) {
            assertEquals(0, frames);
        }

        @Override
        public void kept(long moreBytes) {
            keptBytes += moreBytes;
            mostBytes = Math.max(mostBytes, keptBytes);
        }
    };

    private void play(int framesPerSecond, long pictureBytes) throws RenderException, MediaException {
        FrameRate rate = FrameRate.of(framesPerSecond, 1);
        try (VideoRenderer renderer = media.video(media.scene(FRAMES, rate).sequence(), media.scene(FRAMES, rate).catalog())) {
            new BackwardPictures(renderer, FRAMES - 1, 1, framesPerSecond, pictureBytes, stage, new Cancellation()).play();
        }
        assertEquals(0, keptBytes);
        assertEquals(0, media.keptFrames());
        assertEquals(0, shown.getLast());
    }

    @Test
    void ofFullHdWithASyncSampleEachTwoSecondsEveryFrameIsShownAndDecodedOnce() throws RenderException, MediaException {
        media.syncEvery = 60;
        play(30, SMALL_HD_BYTES);
        assertEquals(FRAMES, shown.size());
        assertEquals(FRAMES, media.rendered.size());
        assertTrue(mostBytes <= 2 * 48L << 20, mostBytes + " bytes");
    }

    @ParameterizedTest
    @CsvSource({ "30, 120", "60, 120", "60, 240", "50, 250" })
    void whereAStretchIsTooLongForItsRoomAtLeastFifteenASecondAreShown(int framesPerSecond, int syncEvery)
            throws RenderException, MediaException {
        media.syncEvery = syncEvery;
        play(framesPerSecond, SMALL_HD_BYTES);
        assertTrue(shown.size() >= FRAMES * 15 / framesPerSecond, shown.size() + " shown");
        assertTrue(mostBytes <= 2 * 48L << 20, mostBytes + " bytes");
        assertTrue(media.rendered.size() <= 1.5 * FRAMES, media.rendered.size() + " rendered");
    }
}
