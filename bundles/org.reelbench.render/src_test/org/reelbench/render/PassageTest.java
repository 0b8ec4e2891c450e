package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** Transitions that plug-ins draw, and what stands in their place. */
class PassageTest {

    private static final String WIPE = "org.example.wipe";

    private final Map<String, EffectDescriptor> installed = new HashMap<>();
    private Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50 other:50@50");

    @BeforeEach
    void putIn() throws EditRefused {
        Id left = ((Clip) sequence.tracks().getFirst().items().get(0)).id();
        sequence = Edits.transition(sequence, left, new Id("t"), WIPE, 10);
    }

    private SpanPlanner planner() {
        return new SpanPlanner(sequence, Sequences.catalog(), id -> Optional.ofNullable(installed.get(id)));
    }

    private void install() {
        installed.put(WIPE, new EffectDescriptor(WIPE, "1", "Wipe",
                List.of(EffectParameter.number(EffectDescriptor.PROGRESS, "Progress", 0, 0, 1)), EffectReach.NONE,
                Subject.TRANSITION));
    }

    @Test
    void theIncomingClipIsDrawnByThePlugInOverTheOutgoingOne() {
        install();
        Span span = planner().spanAt(50);
        assertEquals(45, span.startFrame());
        assertEquals(55, span.endFrame());
        List<Layer.Look> looks = span.looks();
        assertEquals(1, looks.get(0).opacityAt(54));
        assertEquals(List.of(), looks.get(0).effects());
        assertEquals(1, looks.get(1).opacityAt(45), "it decides alone what is seen");
        assertNull(looks.get(1).ramp());
        for (int frame = 45; frame < 55; frame++) {
            assertEquals((frame - 44.5) / 10,
                    (Double) looks.get(1).effectsAt(frame).getFirst().parameters().get(EffectDescriptor.PROGRESS), 1e-12);
        }
    }

    @Test
    void aPassageOfOneFrameIsHalfDone() throws EditRefused {
        install();
        sequence = Edits.removeTransition(sequence, new Id("t"));
        Id left = ((Clip) sequence.tracks().getFirst().items().get(0)).id();
        sequence = Edits.transition(sequence, left, new Id("t"), WIPE, 1);
        Layer.Look incoming = planner().spanAt(50).looks().get(1);
        assertEquals(0.5, incoming.effectsAt(50).getFirst().parameters().get(EffectDescriptor.PROGRESS));
    }

    @Test
    void whereNobodyBringsItADissolveStandsInItsPlaceAndItIsNamed() {
        List<Layer.Look> looks = planner().spanAt(50).looks();
        assertEquals(0.05, looks.get(1).opacityAt(45), 1e-12);
        assertEquals(WIPE, looks.get(1).effects().getFirst().effect());
    }

    @Test
    void whatWasPlannedWithoutItIsPlannedAnewWhenItComes() {
        SpanPlanner planner = planner();
        assertEquals(0.05, planner.spanAt(50).looks().get(1).opacityAt(45), 1e-12);
        install();
        assertEquals(1, planner.spanAt(50).looks().get(1).opacityAt(45));
        installed.clear();
        assertEquals(0.05, planner.spanAt(50).looks().get(1).opacityAt(45), 1e-12);
    }
}
