package org.reelbench.ui.tracks.internal.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.tracks.internal.model.Tracks;
import org.reelbench.ui.tracks.internal.nested.NestedSequences;

/** The mouse edits the sequence that is opened, and no other. */
class NestedEditingTest {

    private static final Id SCENE = new Id("scene");

    private final Bench bench = new Bench(project());
    private final NestedSequences nested = new NestedSequences(bench.editor);

    private static Sequence sequence(String id, FrameRate rate, Clip... clips) {
        return new Sequence(new Id(id), id, rate, 320, 180, 48_000, List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(clips)))), Extras.NONE);
    }

    /** The clip c2 of the film shows the scene, from its second second on, and the scene is twice as fine. */
    private static Project project() {
        Clip inner = Clip.of(new Id("c2"), "Scene", new NestedSequence(SCENE), RationalTime.of(1, 1), 50);
        return Project.of("Film", sequence("film", FrameRate.of(25, 1), Tracks.color("c1", 100), inner))
                .withSequence(sequence("scene", FrameRate.of(50, 1), Tracks.color("c3", 200)));
    }

    @Test
    void thePlayheadIsAtWhatWasClickedOn() {
        nested.open(new Id("c2"), 110);
        assertEquals("scene", bench.sequence().name());
        assertEquals(50 + 20, bench.editor.playheadFrame());
        assertEquals(List.of("film", "scene"), nested.path().stream().map(Sequence::name).toList());
    }

    @Test
    void aPlayheadBesideTheClipIsAtTheNearerEdge() {
        bench.editor.select(Set.of(new Id("c2")));
        bench.editor.setPlayhead(20);
        nested.openSelected();
        assertEquals(50, bench.editor.playheadFrame());
    }

    @Test
    void aDragTrimsTheOpenedSequenceAndLeavesTheOuterOneAsItIs() {
        Sequence film = bench.sequence();
        nested.open(new Id("c2"), 100);
        bench.drag(bench.xOf(200) - 2, bench.yOf("v1"), bench.xOf(150) - 2, bench.yOf("v1"));
        assertEquals("c3[0+150]", bench.on("v1"));
        assertEquals(film, bench.project().mainSequence());
    }

    @Test
    void aClipThatShowsNoSequenceIsNotOpened() {
        nested.open(new Id("c1"), 10);
        bench.editor.select(Set.of(new Id("c1")));
        nested.openSelected();
        assertEquals("film", bench.sequence().name());
        assertEquals(List.of("Select a clip that shows a sequence"), bench.told);
    }
}
