package org.reelbench.benchmarks;

import java.util.Optional;
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
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.Outcome;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SequenceDiff;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrimEdits;

/**
 * Edits of a long sequence at random places, each of what the one before it made, as when somebody works. The sequence is as it
 * was at the beginning of each iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EditBenchmark {

    private final Sequence start = LongSequence.make();
    private final Random random = new Random(1);
    private Project project = Project.of("Long", start);
    private Sequence sequence = start;
    private long made;

    /** Begins anew with the sequence every iteration begins with. */
    @Setup(Level.Iteration)
    public void begin() {
        sequence = start;
        project = Project.of("Long", start);
        sequence.findClip(new Id("none"));
    }

    /** Cuts a clip in two. */
    @Benchmark
    public Sequence split() throws EditRefused {
        Place place = clip(2);
        made++;
        return go(Edits.split(sequence, place.track, place.frame + place.clip.durationFrames() / 2, new Id("new" + made)));
    }

    /** Takes a clip away and moves up what follows. */
    @Benchmark
    public Sequence rippleDelete() throws EditRefused {
        return go(Edits.delete(sequence, clip(1).clip.id(), true));
    }

    /** Takes a clip's last frame away, or gives it one more, and moves what follows. */
    @Benchmark
    public Sequence rippleTrim() throws EditRefused {
        Clip clip = clip(1).clip;
        return go(TrimEdits.rippleTrimEnd(sequence, clip.id(), clip.durationFrames() < LongSequence.CLIP_FRAMES ? 1 : -1));
    }

    /** Puts a clip in, in the middle of another, and moves what follows. */
    @Benchmark
    public Sequence insert() throws EditRefused {
        Place place = clip(2);
        made++;
        return go(RangeEdits.insert(sequence, place.track, place.frame + 1,
                LongSequence.clip(new Id("new" + made), LongSequence.CLIP_FRAMES), new Id("part" + made)));
    }

    /** Finds a clip by its id. */
    @Benchmark
    public Object findClip() {
        int number = 1 + random.nextInt(LongSequence.TRACKS * LongSequence.CLIPS);
        return sequence.findClip(new Id("c" + number)).orElseThrow();
    }

    /** Cuts a clip in two by a command, which gives the new clip an id; then tells what changed. */
    @Benchmark
    public Object commandSplit() throws EditRefused {
        sequence = project.mainSequence();
        Place place = clip(2);
        Outcome outcome = Operations.apply(project, Optional.empty(), EditCommand.of(EditCommands.SPLIT, 0)
                .with("track", place.track.value()).with("frame", place.frame + place.clip.durationFrames() / 2));
        project = outcome.project();
        return SequenceDiff.between(sequence, project.mainSequence()).ranges();
    }

    private Sequence go(Sequence after) {
        sequence = after;
        return after;
    }

    private Place clip(long leastFrames) {
        while (true) {
            Track track = sequence.tracks().get(random.nextInt(LongSequence.TRACKS));
            int index = random.nextInt(track.items().size());
            Item item = track.items().get(index);
            if (item instanceof Clip clip && clip.durationFrames() >= leastFrames) {
                return new Place(track.id(), track.items().startOf(index), clip);
            }
        }
    }

    private record Place(Id track, long frame, Clip clip) {
    }
}
