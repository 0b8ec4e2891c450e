package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.track;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** Setting what a clip or a track is like, adding and removing tracks. */
class EditsClipTest {

    private final Sequence sequence = sequence("a:10 t/2+2 b:10", "c:5", "d:5");

    @Test
    void aClipIsRenamedPannedAndGivenOtherContent() throws EditRefused {
        Sequence sequence = sequence("a:10 u/1+1 b:10", "", "s:10");
        assertEquals(clip("a", 10).withName("Other"), ClipValues.setName(sequence, id("a"), "Other").track(V1).items().get(0));
        assertEquals(clip("a", 10).withPan(-1), ClipValues.setPan(sequence, id("a"), -1).track(V1).items().get(0));
        refused("the pan lies between -1 and 1", () -> ClipValues.setPan(sequence, id("a"), 2));
        Still still = new Still(id("m"));
        assertEquals(clip("a", 10).withContent(still), ClipValues.setContent(sequence, id("a"), still).track(V1).items().get(0));
        refused("is a still picture and cannot lie on track", () -> ClipValues.setContent(sequence, id("s"), still));
        refused("shows the sequence", () -> ClipValues.setContent(sequence, id("a"), new NestedSequence(sequence.id())));
        refused("there is no clip q", () -> ClipValues.setContent(sequence, id("q"), still));
        assertSame(sequence, ClipValues.setPan(ClipValues.setName(sequence, id("a"), "Clip a"), id("a"), 0));
    }

    @Test
    void setsWhatIsAskedForAndNothingElse() throws EditRefused {
        Clip b = sequence.findClip(id("b")).orElseThrow().clip();
        Transform transform = new Transform(10, -20, 0.5, 90, new Crop(1, 2, 3, 4));
        List<AppliedEffect> effects = List.of(new AppliedEffect("blur", new TreeMap<>(Map.of("radius", 2.0))));
        assertEquals(b.withTransform(transform), clipAfter(Edits.setTransform(sequence, id("b"), transform)));
        assertEquals(b.withOpacity(0.25), clipAfter(Edits.setOpacity(sequence, id("b"), 0.25)));
        assertEquals(b.withGainDb(-6), clipAfter(Edits.setGain(sequence, id("b"), -6)));
        assertEquals(b.withEffects(effects), clipAfter(Edits.setEffects(sequence, id("b"), effects)));
        Sequence changed = Edits.setOpacity(sequence, id("b"), 0.25);
        assertEquals("a:10 t/2+2 b:10", Samples.text(changed, V1));
        assertSame(sequence.track(V2), changed.track(V2));
    }

    @Test
    void settingWhatIsSetChangesNothing() throws EditRefused {
        assertSame(sequence, Edits.setOpacity(sequence, id("b"), 1));
        assertSame(sequence, Edits.setGain(sequence, id("b"), -0.0));
        assertSame(sequence, Edits.setTransform(sequence, id("b"), new Transform(-0.0, 0, 1, 0, Crop.NONE)));
        assertSame(sequence, Edits.setEffects(sequence, id("b"), List.of()));
        assertSame(sequence, Edits.setHidden(sequence, V1, false));
        assertSame(sequence, Edits.setMuted(sequence, A1, false));
    }

    @Test
    void refusesValuesOutOfRange() {
        refused("the opacity lies between 0 and 1, not at 1.1", () -> Edits.setOpacity(sequence, id("b"), 1.1));
        refused("the opacity lies", () -> Edits.setOpacity(sequence, id("b"), -0.1));
        refused("the opacity lies", () -> Edits.setOpacity(sequence, id("b"), Double.NaN));
        refused("the gain lies between -144.0 and 48.0 dB", () -> Edits.setGain(sequence, id("b"), 48.5));
        refused("the gain lies", () -> Edits.setGain(sequence, id("b"), Double.NEGATIVE_INFINITY));
        refused("there is no clip t", () -> Edits.setOpacity(sequence, id("t"), 1));
        refused("there is no clip x", () -> Edits.setEffects(sequence, id("x"), List.of()));
    }

    @Test
    void acceptsTheEndsOfTheRanges() throws EditRefused {
        assertEquals(0, clipAfter(Edits.setOpacity(sequence, id("b"), 0)).opacity());
        assertEquals(-144, clipAfter(Edits.setGain(sequence, id("b"), -144)).gainDb());
        assertEquals(48, clipAfter(Edits.setGain(sequence, id("b"), 48)).gainDb());
    }

    @Test
    void hidesAndMutesOneTrackAndKeepsItsItems() throws EditRefused {
        Sequence hidden = Edits.setHidden(sequence, V1, true);
        assertTrue(hidden.track(V1).hidden());
        assertSame(sequence.track(V1).items(), hidden.track(V1).items());
        assertSame(sequence.track(V2), hidden.track(V2));
        assertTrue(Edits.setMuted(sequence, A1, true).track(A1).muted());
        assertEquals(sequence, Edits.setHidden(hidden, V1, false));
        refused("there is no track x", () -> Edits.setHidden(sequence, id("x"), true));
        refused("there is no track x", () -> Edits.setMuted(sequence, id("x"), true));
    }

    @Test
    void addsATrackBelowBetweenAndOnTop() throws EditRefused {
        Track added = track(id("v3"), TrackKind.VIDEO, "e:5");
        for (int index = 0; index <= 3; index++) {
            Sequence after = Edits.addTrack(sequence, index, added);
            assertEquals(4, after.tracks().size());
            assertSame(added, after.tracks().get(index));
            assertEquals(sequence, Edits.removeTrack(after, id("v3")));
        }
    }

    @Test
    void refusesATrackThatDoesNotFit() {
        refused("an index from 0 to 3, not 4", () -> Edits.addTrack(sequence, 4, track(id("v3"), TrackKind.VIDEO, "")));
        refused("an index from 0 to 3, not -1", () -> Edits.addTrack(sequence, -1, track(id("v3"), TrackKind.VIDEO, "")));
        refused("two tracks have the id v1", () -> Edits.addTrack(sequence, 0, track(V1, TrackKind.VIDEO, "")));
        refused("two clips or transitions have the id a",
                () -> Edits.addTrack(sequence, 0, track(id("v3"), TrackKind.VIDEO, "a:5")));
        refused("is a gap at the end", () -> Edits.addTrack(sequence, 0, track(id("v3"), TrackKind.VIDEO, "e:5 _:5")));
    }

    @Test
    void removesATrackWithAllThatIsOnIt() throws EditRefused {
        Sequence after = Edits.removeTrack(sequence, V1);
        assertEquals(List.of(sequence.track(V2), sequence.track(A1)), after.tracks());
        assertTrue(after.findClip(id("a")).isEmpty());
        refused("there is no track v1", () -> Edits.removeTrack(after, V1));
    }

    private static Clip clipAfter(Sequence after) {
        return after.findClip(id("b")).orElseThrow().clip();
    }
}
