package org.reelbench.encoding.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.Trials;
import org.reelbench.encoding.internal.cache.FakeStores;
import org.reelbench.encoding.internal.cache.KeptStore;
import org.reelbench.encoding.internal.cache.SegmentCache;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.internal.segment.SegmentCheck;
import org.reelbench.encoding.internal.segment.SegmentQueue;
import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** What of a sequence is wanted, by where somebody looks; the time and the thread are the test's. */
class SequencePreviewTest {

    private static final MediaCatalog NO_MEDIA = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };

    private long nowNs;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final List<String> encoders = new ArrayList<>(List.of("libx264", "libopenh264"));
    private final SegmentCache cache = new SegmentCache(new KeptStore(new FakeStores(), Path.of("s"), 1 << 20),
            MemoryLedger.none().open(Holding.SEGMENTS, "test"), _ -> true);
    private final SegmentQueue queue = new SegmentQueue(() -> nowNs, cache::isRecent, (_, _) -> {
        // nobody works here
    });
    private final Qualities qualities = new Qualities(new Named(), new Trials(new Named()), () -> nowNs);
    private final Shop shop = new Shop(queue, cache, qualities, new NoEffects(), new NoRenderers(),
            new SegmentCheck((_, _) -> {
                throw new AssertionError("nothing is probed");
            }, null), () -> "test", (delay, task) -> tasks.add(new Task(nowNs + delay.toNanos(), task)), () -> nowNs);

    /** Something to be done at a time. */
    private record Task(long whenNs, Runnable run) {
    }

    /** A minute of one clip after the other, each of another colour. */
    private static Sequence sequence() {
        return sequence(50);
    }

    private static Sequence sequence(int clipFrames) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 1500 / clipFrames; i++) {
            clips.add(Clip.of(new Id("c" + i), "c", Generator.color("#1020%02x".formatted(i)), RationalTime.ZERO, clipFrames));
        }
        return new Sequence(new Id("s"), "S", FrameRate.of(25, 1), 64, 36, 48_000,
                List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(TrackItems.of(List.copyOf(clips)))), Extras.NONE);
    }

    private SequencePreview open(Sequence sequence) {
        return new SequencePreview(shop, sequence, NO_MEDIA, _ -> {
            // nobody lists it
        }, (_, _) -> {
            // nobody listens
        });
    }

    /** Lets time go on, and all happen that is due. */
    private void pass(long ms) {
        nowNs += Duration.ofMillis(ms).toNanos();
        for (Task due = due(); due != null; due = due()) {
            tasks.remove(due);
            due.run.run();
        }
    }

    private @Nullable Task due() {
        return tasks.stream().filter(task -> task.whenNs <= nowNs).findFirst().orElse(null);
    }

    private Optional<Level> level(PreviewRevision revision, long frame) {
        PreviewSegment segment = revision.pictures(frame, frame + 1).getFirst();
        return queue.rank(segment.id()).map(rank -> rank.level());
    }

    @Test
    void nothingIsWantedWhileNobodyLooks() {
        open(sequence());
        pass(1000);
        assertEquals(0, queue.size());
    }

    @Test
    void aheadOfAPlayheadThatRestsLittleIsWantedAndMoreWhileItPlays() {
        SequencePreview preview = open(sequence());
        try (Viewer viewer = preview.viewer()) {
            viewer.at(500, false);
            pass(0);
            PreviewRevision revision = preview.revision();
            assertEquals(Optional.of(Level.NOW), level(revision, 500));
            assertEquals(Optional.of(Level.AHEAD), level(revision, 600));
            assertEquals(Optional.of(Level.SPECULATIVE), level(revision, 0));
            assertEquals(Optional.empty(), level(revision, 760), "nothing far ahead of a paused viewer");
            viewer.at(500, true);
            pass(0);
            assertEquals(Optional.of(Level.AHEAD), level(revision, 760));
            assertEquals(Optional.empty(), level(revision, 1400), "but not all that there is");
            viewer.visible(1400, 1450);
            pass(0);
            assertEquals(Optional.of(Level.VISIBLE), level(revision, 1400));
        }
        pass(0);
        assertEquals(0, queue.size(), "who closed it looks no more");
    }

    @Test
    void aJumpIsFollowedAtOnce() {
        SequencePreview preview = open(sequence());
        Viewer viewer = preview.viewer();
        viewer.at(0, true);
        pass(0);
        viewer.at(1300, true);
        pass(0);
        assertEquals(Optional.of(Level.NOW), level(preview.revision(), 1300));
        assertEquals(Optional.empty(), level(preview.revision(), 100));
    }

    @Test
    void aGestureUnderWayWantsNothingUntilItRestsForFiftyMilliseconds() throws Exception {
        SequencePreview preview = open(sequence());
        Viewer viewer = preview.viewer();
        pass(0);
        Sequence dragged = sequence();
        for (int i = 1; i <= 40; i++) {
            dragged = Edits.setOpacity(sequence(), new Id("c0"), 1 - i / 100.0);
            preview.show(dragged, NO_MEDIA);
            viewer.at(i, false);
            pass(16);
            assertEquals(Optional.empty(), level(preview.revision(), i), "at step " + i);
        }
        pass(33);
        assertEquals(Optional.empty(), level(preview.revision(), 40));
        pass(2);
        assertEquals(Optional.of(Level.NOW), level(preview.revision(), 40));
        assertEquals(41, preview.revision().number());
    }

    @Test
    void whatIsThereIsNotWantedAndABetterQualityOnlyWhenIdle() {
        SequencePreview preview = open(sequence());
        for (int i = 0; i < 30; i++) {
            qualities.adaptation().sample(qualities.adaptation().step(), Duration.ofSeconds(20), Duration.ofSeconds(2));
            nowNs += Duration.ofSeconds(20).toNanos();
        }
        PreviewSegment worst = preview.revision().pictures(0, 1).getFirst();
        cache.keep(worst.id(), TinyMp4.segment(10));
        assertEquals(worst, preview.revision().pictures(0, 1).getFirst());
        Viewer viewer = preview.viewer();
        viewer.at(0, false);
        pass(0);
        assertEquals(Optional.empty(), queue.rank(worst.id()));
        assertTrue(queue.size() > 0);
        List<VideoEncoding> ladder = qualities.of(sequence());
        assertEquals(4, ladder.size());
        assertEquals(1, preview.revision().seekable().size());
        assertEquals(50.0 / 1500, preview.revision().progress(), 1e-9);
    }

    @Test
    void anEncoderThatFailsGivesWayToTheNext() {
        SequencePreview preview = open(sequence());
        String before = preview.revision().pictures(0, 1).getFirst().id();
        for (int i = 0; i < 3; i++) {
            qualities.breaker().failed("libx264");
        }
        String after = preview.revision().pictures(0, 1).getFirst().id();
        assertTrue(!before.equals(after));
        encoders.clear();
        assertThrows(IllegalStateException.class, () -> preview.revision().pictures(0, 1));
    }

    @Test
    void whatIsReadIsWantedUntilItIsClosedAndAClosedPreviewOpensNothing() throws Exception {
        SequencePreview preview = open(sequence());
        PreviewRevision revision = preview.revision();
        PreviewSegment segment = revision.pictures(700, 701).getFirst();
        try (SegmentBytes bytes = revision.open(segment)) {
            assertEquals(Optional.of(Level.NOW), level(revision, 700));
            assertTrue(!bytes.status().isReadable());
        }
        assertEquals(0, queue.size());
        preview.close();
        assertThrows(IOException.class, () -> revision.open(segment));
    }

    @Test
    void equalPiecesOfDifferentPlacesHaveOneIdAndTheirOwnTicks() {
        PreviewRevision revision = open(sequence(250)).revision();
        List<PreviewSegment> pieces = revision.pictures(0, 100);
        assertEquals(pieces.get(0).id(), pieces.get(1).id());
        assertEquals(50, pieces.get(1).startTicks());
        assertEquals(25, pieces.get(1).ticksPerSecond());
    }

    private final class Named implements Encoders {

        @Override
        public List<String> names() {
            return encoders;
        }

        @Override
        public VideoEncoder openVideo(VideoEncoding encoding) {
            throw new AssertionError("nothing is encoded");
        }

        @Override
        public AudioEncoder openAudio(AudioEncoding encoding) {
            throw new AssertionError("nothing is encoded");
        }
    }

    private static final class NoEffects implements Composers {

        @Override
        public Composer open(Composition composition) {
            throw new AssertionError("nothing is composed");
        }

        @Override
        public List<EffectDescriptor> effects() {
            return List.of();
        }
    }

    private static final class NoRenderers implements Renderers {

        @Override
        public VideoRenderer video(Sequence sequence, MediaCatalog catalog) {
            throw new AssertionError("nothing is rendered");
        }

        @Override
        public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
            throw new AssertionError("nothing is rendered");
        }
    }
}
