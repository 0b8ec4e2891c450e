package org.reelbench.ui.tracks.internal.decoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.project.decoration.TrackDecorator.Scope;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackContents;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** Decorators are asked for what is seen, when it is seen, and no more often than it changes. */
class DecoratingTest {

    private static final Track FIRST = Tracks.video("v1").withItems(Tracks.many(100, 100));
    private static final Track SECOND = Tracks.video("v2", Tracks.clip("other", 10_000));

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Source> sources = new ArrayList<>();
    private final FakeSource clips = new FakeSource("clips", Scope.TRACK);
    private final FakeSource media = new FakeSource("media", Scope.PROJECT);
    // Before what sets it.
    private Runnable sourcesChanged = () -> {
        // nobody follows yet
    };
    private final Decorating decorating = new Decorating(() -> sources, work::add, this::repaint, this::follow);
    private int changes;
    private long revision;
    private Sequence sequence = Tracks.sequence(FIRST, SECOND);
    private Project project = Project.of("film", sequence);

    DecoratingTest() {
        sources.add(clips);
    }

    private Runnable follow(Runnable listener) {
        sourcesChanged = listener;
        return () -> changes = -1;
    }

    private void repaint() {
        changes++;
    }

    /** Remembers what it was asked. */
    private static final class FakeSource implements Source {

        private final String name;
        private final Scope scope;
        private final List<TrackStretch> asked = new ArrayList<>();
        private int edition;
        private @Nullable RuntimeException failure;
        private Runnable meanwhile = () -> {
            // nothing else happens
        };

        FakeSource(String name, Scope scope) {
            this.name = name;
            this.scope = scope;
        }

        @Override
        public int edition() {
            return edition;
        }

        @Override
        public Answer ask(TrackStretch stretch) {
            asked.add(stretch);
            meanwhile.run();
            RuntimeException fails = failure;
            if (fails != null) {
                throw fails;
            }
            return new Answer(scope, new DecoratedTrack(name,
                    stretch.clips().stream().map(placed -> Decoration.ofClip(placed.clip(), Tone.NOTE, "")).toList()));
        }

        /** The tracks it was asked of since the last time. */
        String tracks() {
            String tracks = String.join(" ", asked.stream().map(stretch -> stretch.track().id().value()).toList());
            asked.clear();
            return tracks;
        }
    }

    private TrackFrame frame(TimeScale scale) {
        return Tracks.frame(sequence, scale, 0).withDecorations(decorating.shown());
    }

    /** Paints, and lets all questions be answered. */
    private void look(TimeScale scale) {
        decorating.look(project, revision, sequence, frame(scale));
        answer();
    }

    private void answer() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void edit(Track changed) {
        sequence = sequence.withTrack(changed);
        project = project.withSequence(sequence);
        revision++;
    }

    private Map<String, Integer> marks() {
        Map<String, Integer> counts = new TreeMap<>();
        decorating.shown().forEach((track, said) -> said.forEach(each -> counts.put(track + " " + each.name(),
                sequence.track(track).items().isEmpty()
                        ? 0
                        : TrackContents
                                .visible(sequence.track(track).items(), 0, 10_000, 0).clips().stream()
                                .mapToInt(clip -> each.visible(List.of(clip), 0, 10_000, 0).size()).sum())));
        return counts;
    }

    @Test
    void whatIsSeenIsAskedForAndHalfAsMuchBesideIt() {
        look(new TimeScale(1, 4000));
        assertEquals(new FrameRange(3500, 5501), clips.asked.getFirst().range());
        assertEquals(1, clips.asked.getFirst().leastFrames());
        assertEquals("v2 v1", clips.tracks());
        assertEquals(2, changes);
        // 3500 to 5501 are 21 clips of the first track, and the only one of the second.
        assertEquals(Map.of("v1 clips", 21, "v2 clips", 1), marks());
    }

    @Test
    void paintingAgainAndScrollingALittleAskNobody() {
        look(new TimeScale(1, 4000));
        clips.tracks();
        look(new TimeScale(1, 4000));
        look(new TimeScale(1, 4400));
        look(new TimeScale(1.4, 4400));
        assertEquals("", clips.tracks());
        look(new TimeScale(1, 4600));
        assertEquals("v2 v1", clips.tracks());
        look(new TimeScale(0.5, 4600));
        assertEquals(2, clips.asked.getFirst().leastFrames());
    }

    @Test
    void anEditAsksOnlyForTheTrackItChanged() {
        sources.add(media);
        look(new TimeScale(1, 0));
        assertEquals("v2 v1", clips.tracks());
        assertEquals("v2 v1", media.tracks());
        edit(FIRST.withItems(Tracks.many(50, 100)));
        look(new TimeScale(1, 0));
        assertEquals("v1", clips.tracks());
        assertEquals("v2 v1", media.tracks());
    }

    @Test
    void untilANewAnswerComesTheOneBeforeIsShown() {
        look(new TimeScale(1, 0));
        edit(FIRST.withItems(Tracks.many(50, 100)));
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        assertEquals(16, marks().get("v1 clips"));
        answer();
        assertEquals(1, clips.asked.getLast().revision());
    }

    @Test
    void whatIsNotSeenAnyMoreIsNotAsked() {
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 8000)));
        assertEquals(1, work.size());
        answer();
        assertEquals(List.of(7500L, 7500L), clips.asked.stream().map(stretch -> stretch.range().inFrame()).toList());
    }

    @Test
    void oneThatKnowsMoreIsAskedAgain() {
        look(new TimeScale(1, 0));
        clips.tracks();
        clips.edition++;
        look(new TimeScale(1, 0));
        assertEquals("v2 v1", clips.tracks());
    }

    @Test
    void oneThatGoesLeavesNothingAndTheOthersStay() {
        sources.add(media);
        look(new TimeScale(1, 0));
        sources.remove(clips);
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        assertEquals("[v1 media, v2 media]", marks().keySet().toString());
        sources.clear();
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        assertEquals(Map.of(), decorating.shown());
    }

    @Test
    void whatAnotherSaidIsLetGoThoughNobodyPaints() {
        look(new TimeScale(1, 0));
        changes = 0;
        sources.remove(clips);
        sourcesChanged.run();
        assertEquals(Map.of(), decorating.shown());
        assertEquals(1, changes);
    }

    @Test
    void anAnswerOfOneThatHasGoneMeanwhileIsNotShown() {
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        clips.meanwhile = () -> {
            sources.remove(clips);
            sourcesChanged.run();
        };
        answer();
        assertEquals("v2", clips.tracks());
        assertEquals(Map.of(), decorating.shown());
    }

    @Test
    void oneThatFailsShowsNothingAndIsNotAskedAtOnceAgain() {
        sources.add(media);
        clips.failure = new IllegalStateException("on purpose");
        look(new TimeScale(1, 0));
        assertEquals("v2 v1", clips.tracks());
        assertEquals(0, marks().get("v1 "));
        assertTrue(marks().get("v1 media") > 0);
        look(new TimeScale(1, 0));
        assertEquals("", clips.tracks());
        clips.failure = null;
        edit(FIRST.withItems(Tracks.many(50, 100)));
        look(new TimeScale(1, 0));
        assertEquals("v1", clips.tracks());
        assertTrue(marks().get("v1 clips") > 0);
    }

    @Test
    void hiddenTracksAreNotAskedFor() {
        edit(FIRST.withHidden(true));
        look(new TimeScale(1, 0));
        assertEquals("v2", clips.tracks());
    }

    @Test
    void onceClosedNobodyIsAsked() {
        decorating.look(project, revision, sequence, frame(new TimeScale(1, 0)));
        decorating.close();
        answer();
        look(new TimeScale(1, 0));
        assertEquals("", clips.tracks());
        assertEquals(Map.of(), decorating.shown());
        assertEquals(-1, changes);
    }
}
