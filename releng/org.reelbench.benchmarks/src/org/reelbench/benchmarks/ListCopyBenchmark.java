package org.reelbench.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Track;

/**
 * The peer: tracks as plain lists of items, the edited one copied so that undo keeps the old state, ids found by looking through
 * the lists. Everything beyond finding and copying is left out, in the peer's favour.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListCopyBenchmark {

    private final List<List<Item>> start = LongSequence.make().tracks().stream().map(Track::items)
            .<List<Item>>map(items -> new ArrayList<>(items.toList())).toList();
    private final Random random = new Random(1);
    private List<List<Item>> tracks = start;
    private long made;

    /** Begins anew with the tracks every iteration begins with. */
    @Setup(Level.Iteration)
    public void begin() {
        tracks = start;
    }

    /** Cuts a clip in two: finds it by its frame. */
    @Benchmark
    public Object split() {
        int track = random.nextInt(LongSequence.TRACKS);
        List<Item> items = tracks.get(track);
        long frame = random.nextLong((long) LongSequence.CLIPS * LongSequence.CLIP_FRAMES);
        long startFrame = 0;
        int index = 0;
        while (startFrame + items.get(index).durationFrames() <= frame) {
            startFrame += items.get(index).durationFrames();
            index++;
        }
        List<Item> copy = new ArrayList<>(items);
        long leftFrames = frame - startFrame;
        if (items.get(index) instanceof Clip clip && leftFrames > 0) {
            made++;
            copy.set(index, clip.withSource(clip.sourceIn(), leftFrames));
            copy.add(index + 1, clip.withId(new Id("new" + made)).withSource(clip.sourceIn(),
                    clip.durationFrames() - leftFrames));
        }
        return go(track, copy);
    }

    /** Takes a clip away: finds it by its id. */
    @Benchmark
    public Object rippleDelete() {
        Id id = clip(random.nextInt(LongSequence.TRACKS)).id();
        int track = indexOfTrack(id);
        List<Item> copy = new ArrayList<>(tracks.get(track));
        copy.remove(indexOf(copy, id));
        return go(track, copy);
    }

    /** Takes a clip's last frame away, or gives it one more: finds it by its id. */
    @Benchmark
    public Object rippleTrim() {
        Id id = clip(random.nextInt(LongSequence.TRACKS)).id();
        int track = indexOfTrack(id);
        List<Item> copy = new ArrayList<>(tracks.get(track));
        int index = indexOf(copy, id);
        if (copy.get(index) instanceof Clip clip) {
            long change = clip.durationFrames() < LongSequence.CLIP_FRAMES ? 1 : -1;
            copy.set(index, clip.withSource(clip.sourceIn(), clip.durationFrames() + change));
        }
        return go(track, copy);
    }

    private int indexOfTrack(Id id) {
        int track = 0;
        while (indexOf(tracks.get(track), id) < 0) {
            track++;
        }
        return track;
    }

    private static int indexOf(List<Item> items, Id id) {
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index) instanceof Clip clip && clip.id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    private Clip clip(int track) {
        while (true) {
            List<Item> items = tracks.get(track);
            if (items.get(random.nextInt(items.size())) instanceof Clip clip) {
                return clip;
            }
        }
    }

    private Object go(int track, List<Item> items) {
        List<List<Item>> changed = new ArrayList<>(tracks);
        changed.set(track, items);
        tracks = changed;
        return changed;
    }
}
