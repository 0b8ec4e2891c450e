package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.time.Rational;

/** What edits at the edges of a clip do to its fades. A clip is written as duration~in+out. */
class FadesTest {

    /** Clip a of 20 frames fades in for 6 and out for 4, clip b of 10 follows and fades in for 5. */
    private final Sequence sequence = Samples
            .sequence(List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(
                    clip("a", 20, 3).withFades(new Fades(6, 4)), clip("b", 10).withFades(new Fades(5, 0)))))));

    @Test
    void aCutLeavesTheFadesAtTheEnds() throws EditRefused {
        assertEquals("a 10~6+0, r 10~0+4, b 10~5+0", text(Edits.split(sequence, V1, 10, id("r"))));
        assertEquals("a 4~4+0, r 16~0+4, b 10~5+0", text(Edits.split(sequence, V1, 4, id("r"))));
        assertEquals("a 18~6+0, r 2~0+2, b 10~5+0", text(Edits.split(sequence, V1, 18, id("r"))));
    }

    @Test
    void whatIsPutOverAClipCutsItAndAClipInsideOfItTwice() throws EditRefused {
        assertEquals("a 5~5+0, x 10~0+0, r 5~0+4, b 10~5+0",
                text(RangeEdits.overwrite(sequence, V1, 5, clip("x", 10), id("r"))));
        assertEquals("x 3~0+0, a 17~0+4, b 10~5+0", text(RangeEdits.overwrite(sequence, V1, 0, clip("x", 3), id("r"))));
        assertEquals("a 15~6+0, b 5~0+0",
                text(RangeEdits.extract(sequence, V1, new FrameRange(15, 25), id("r"))));
    }

    @Test
    void anEdgeThatMovesTakesItsFadeAlong() throws EditRefused {
        assertEquals("a 12~6+4, b 10~5+0", text(Edits.trimEnd(sequence, id("a"), -8)));
        assertEquals("a 12~6+4, b 10~5+0", text(Edits.trimStart(sequence, id("a"), 8)));
        assertEquals("a 5~3+2, b 10~5+0", text(Edits.trimEnd(sequence, id("a"), -15)));
        assertEquals("a 1~1+0, b 10~5+0", text(Edits.trimEnd(sequence, id("a"), -19)));
        assertEquals("a 27~6+4, b 3~3+0", text(TrimEdits.roll(sequence, id("a"), 7)));
        assertEquals("a 20~6+4, b 4~4+0", text(TrimEdits.rippleTrimEnd(sequence, id("b"), -6)));
        assertEquals("a 20~6+4, b 10~5+0", text(TrimEdits.slip(sequence, id("a"), 6)));
    }

    @Test
    void aClipAtAnotherSpeedFadesSoMuchLongerAsItLasts() throws EditRefused {
        assertEquals("a 40~12+8, b 10~5+0", text(TimeEdits.setSpeed(sequence, id("a"), Rational.of(1, 2), true)));
        assertEquals("a 10~3+2, b 10~5+0", text(TimeEdits.setSpeed(sequence, id("a"), Rational.of(2), false)));
        assertEquals("a 7~2+1, b 10~5+0", text(TimeEdits.setSpeed(sequence, id("a"), Rational.of(3), false)));
        assertEquals("a 20~6+4, b 10~5+0", text(TimeEdits.reverse(sequence, id("a"))));
        assertEquals("a 20~6+4, b 10~5+0", text(TimeEdits.setSpeed(sequence, id("a"), Rational.ZERO, false)));
        Clip all = clip("a", 3).withFades(new Fades(2, 1));
        Sequence whole = Samples.sequence(List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(all)))));
        assertEquals("a 2~1+1", text(TimeEdits.setSpeed(whole, id("a"), Rational.of(2), false)), "both rounded up would not fit");
    }

    @Test
    void aFrozenFrameDoesNotFadeUnlessItComesFirst() throws EditRefused {
        assertEquals("a 8~6+0, x 5~0+0, r 12~0+4, b 10~5+0", text(TimeEdits.freeze(sequence, id("a"), 8, 5, id("x"), id("r"))));
        assertEquals("x 9~6+0, a 20~0+4, b 10~5+0", text(TimeEdits.freeze(sequence, id("a"), 0, 9, id("x"), id("r"))));
        assertEquals("x 2~2+0, a 20~0+4, b 10~5+0", text(TimeEdits.freeze(sequence, id("a"), 0, 2, id("x"), id("r"))));
    }

    @Test
    void fadesThatDoNotFitAreRefused() throws EditRefused {
        assertEquals("a 20~15+5, b 10~5+0", text(ClipValues.setFades(sequence, id("a"), new Fades(15, 5))));
        refused("clip a is 20 frames long: it cannot fade in for 16 and out for 5",
                () -> ClipValues.setFades(sequence, id("a"), new Fades(16, 5)));
        refused("clip a is 20 frames long", () -> ClipValues.setFades(sequence, id("a"), new Fades(Long.MAX_VALUE, 5)));
        refused("clip a is 20 frames long", () -> ClipValues.setFades(sequence, id("a"), new Fades(1, Long.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> new Fades(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Fades(0, -1));
        assertSame(sequence, ClipValues.setFades(sequence, id("a"), new Fades(6, 4)));
    }

    @Test
    void fadesAreShortenedInProportion() {
        assertEquals(new Fades(6, 4), new Fades(6, 4).fitting(10));
        assertEquals(new Fades(5, 4), new Fades(6, 4).fitting(9));
        assertEquals(new Fades(1, 0), new Fades(6, 4).fitting(1));
        assertEquals(new Fades(0, 1), new Fades(4, 6).fitting(1));
        assertEquals(new Fades(3, 0), new Fades(Long.MAX_VALUE, 0).fitting(3));
        assertEquals(new Fades(1, 2), new Fades(1, 4).fitting(3));
    }

    @Test
    void aFadeRisesAndFallsEvenlyAndStaysInsideOfItsEnds() {
        Fades fades = new Fades(4, 2);
        List<Double> weights = new ArrayList<>();
        for (int frame = -1; frame <= 8; frame++) {
            weights.add(fades.weightAt(frame + 0.5, 8));
        }
        assertEquals(List.of(0.0, 0.125, 0.375, 0.625, 0.875, 1.0, 1.0, 0.75, 0.25, 0.0), weights);
        assertEquals(1, Fades.NONE.weightAt(-3, 8));
        assertEquals(1, Fades.NONE.weightAt(99, 8));
        assertEquals(0.5, new Fades(8, 8).fitting(8).weightAt(2, 8));
    }

    @Test
    void aClipIsFlattenedWhateverItsPitchButNotWithFades() throws EditRefused {
        Clip shown = Clip.of(id("n"), "", new NestedSequence(id("inner")), RATE.timeOf(0), 20);
        Sequence inner = new Sequence(id("inner"), "", RATE, 1920, 1080, 48_000, sequence.tracks(), Extras.NONE);
        Sequence outer = Samples.sequence(List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(shown)))));
        assertEquals("a 20~6+4", text(Nesting.flatten(
                ClipValues.setKeepPitch(outer, id("n"), false), id("n"), inner, List.of())));
        refused("is placed, mixed, animated or has effects",
                () -> Nesting.flatten(ClipValues.setFades(outer, id("n"), new Fades(1, 0)), id("n"), inner, List.of()));
        refused("is placed, mixed, animated or has effects",
                () -> Nesting.flatten(ClipValues.setBlend(outer, id("n"), BlendMode.ADD), id("n"), inner, List.of()));
    }

    private static String text(Sequence of) {
        List<String> clips = new ArrayList<>();
        for (Item item : of.track(V1).items()) {
            if (item instanceof Clip clip) {
                clips.add(
                        clip.id() + " " + clip.durationFrames() + "~" + clip.fades().inFrames() + "+" + clip.fades().outFrames());
            }
        }
        return String.join(", ", clips);
    }
}
