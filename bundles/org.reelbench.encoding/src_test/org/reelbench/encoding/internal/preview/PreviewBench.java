package org.reelbench.encoding.internal.preview;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.internal.Trials;
import org.reelbench.encoding.internal.cache.FakeStores;
import org.reelbench.encoding.internal.cache.SegmentCache;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.internal.segment.SegmentCheck;
import org.reelbench.encoding.internal.segment.SegmentQueue;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
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
import org.reelbench.store.CacheStore;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** What previews work with in tests: the time and the thread are the test's, and nothing is rendered or encoded. */
final class PreviewBench {

    static final MediaCatalog NO_MEDIA = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };

    long nowNs;
    boolean onBattery;
    final WorkCount count = new WorkCount();
    private final Deque<Task> tasks = new ArrayDeque<>();
    final List<String> encoders = new ArrayList<>(List.of("libx264", "libopenh264"));
    final SegmentCache cache = new SegmentCache(new CacheStore(new FakeStores(), Path.of("s"), 1 << 20, "nothing is kept"),
            MemoryLedger.none().open(Holding.SEGMENTS, "test"), _ -> true);
    final SegmentQueue queue = new SegmentQueue(() -> nowNs, cache::isRecent, (_, _) -> {
        // nobody works here
    });
    final Qualities qualities = new Qualities(new Named(), new Trials(new Named()), () -> nowNs);
    final Shop shop = new Shop(queue, cache, qualities, new NoEffects(), new NoRenderers(),
            new SegmentCheck((_, _) -> {
                throw new MediaException(MediaException.Reason.NOT_MEDIA, "tiny", "nothing to decode");
            }, null), () -> "test", (delay, task) -> tasks.add(new Task(nowNs + delay.toNanos(), task)), () -> nowNs,
            () -> onBattery, count);

    /** Something to be done at a time. */
    private record Task(long whenNs, Runnable run) {
    }

    /** A minute of one clip after the other, each of another colour. */
    static Sequence sequence() {
        return sequence(50);
    }

    static Sequence sequence(int clipFrames) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 1500 / clipFrames; i++) {
            clips.add(Clip.of(new Id("c" + i), "c", Generator.color("#1020%02x".formatted(i)), RationalTime.ZERO, clipFrames));
        }
        return new Sequence(new Id("s"), "S", FrameRate.of(25, 1), 64, 36, 48_000,
                List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(TrackItems.of(List.copyOf(clips)))), Extras.NONE);
    }

    SequencePreview open(Sequence sequence) {
        return new SequencePreview(shop, sequence, NO_MEDIA, _ -> {
            // nobody lists it
        }, (_, _) -> {
            // nobody listens
        });
    }

    /** Lets time go on, and all happen that is due. */
    void pass(long ms) {
        nowNs += Duration.ofMillis(ms).toNanos();
        for (Task due = due(); due != null; due = due()) {
            tasks.remove(due);
            due.run.run();
        }
    }

    private @Nullable Task due() {
        return tasks.stream().filter(task -> task.whenNs <= nowNs).findFirst().orElse(null);
    }

    Optional<Level> level(PreviewRevision revision, long frame) {
        PreviewSegment segment = revision.pictures(frame, frame + 1).getFirst();
        return queue.rank(segment.id()).map(rank -> rank.level());
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
            return (VideoRenderer) Proxy.newProxyInstance(VideoRenderer.class.getClassLoader(),
                    new Class<?>[] { VideoRenderer.class },
                    (_, method, _) -> {
                        if (!method.getName().equals("close")) {
                            throw new AssertionError("nothing is rendered");
                        }
                        return null;
                    });
        }

        @Override
        public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
            throw new AssertionError("nothing is rendered");
        }
    }
}
