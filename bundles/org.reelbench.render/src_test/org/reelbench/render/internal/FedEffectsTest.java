package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.render.Sequences;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/** Effects that remember get their clip's frames in order, from where they begin, however rendering came there. */
@Timeout(120)
class FedEffectsTest {

    private static final String ALL = "org.example.all";
    private static final String MANY = "org.example.many";
    private static final String NEAR = "org.example.near";

    private static AppliedEffect effect(String id) {
        return new AppliedEffect(id, new TreeMap<>());
    }

    private static AppliedEffect moving(String id) {
        return effect(id).withCurves(new TreeMap<>(Collections.singletonMap("amount", new Curve(
                List.of(new Keyframe(-3, 0, Interpolation.LINEAR), new Keyframe(30, 1, Interpolation.LINEAR))))));
    }

    private static Sequence with(Rational speed, List<AppliedEffect> effects, String... tracks) {
        Sequence plain = Sequences.sequence(Sequences.FPS_25, tracks);
        List<Track> changed = new ArrayList<>(plain.tracks());
        Track first = changed.getFirst();
        List<Item> items = new ArrayList<>();
        first.items().toList().forEach(item -> items
                .add(item instanceof Clip clip ? clip.withSpeed(speed).withEffects(effects) : item));
        changed.set(0, first.withItems(TrackItems.of(items)));
        return Sequences.of(Sequences.FPS_25, 48_000, changed);
    }

    private static Bench bench() {
        Bench bench = Bench.threaded();
        List<EffectParameter> amount = List.of(EffectParameter.number("amount", "Amount", 0, 0, 1));
        bench.composers.install(
                new EffectDescriptor(ALL, "1", "All", amount, new EffectReach(EffectReach.UNBOUNDED, 0)));
        bench.composers.install(new EffectDescriptor(MANY, "1", "Many", amount, new EffectReach(40, 0)));
        bench.composers.install(new EffectDescriptor(NEAR, "1", "Near", amount, new EffectReach(2, 1)));
        return bench;
    }

    @Test
    void whatRemembersEverythingBeginsWithTheClip() throws Exception {
        try (Bench bench = bench()) {
            VideoPipeline pipeline = bench.pipeline(with(Rational.ONE, List.of(effect(ALL)), "v1: _:3 full:50@10"));
            String shown = Bench.frame(pipeline, 20);
            assertTrue(shown.contains("full#27*") && shown.contains("after 17 from full#10{}"), shown);
            assertTrue(Bench.frame(pipeline, 3).contains("after 0 from full#10{}"));
        }
    }

    @Test
    void whatLooksFarBehindIsFedFromTheSourceBeforeTheClip() throws Exception {
        try (Bench bench = bench()) {
            VideoPipeline pipeline = bench.pipeline(with(Rational.ONE, List.of(effect(MANY)), "v1: _:3 full:50@50"));
            String shown = Bench.frame(pipeline, 5);
            assertTrue(shown.contains("full#52*") && shown.contains("after 40 from full#12{}"), shown);
        }
    }

    @Test
    void clipsThatGoOnWithEachOtherAreOne() throws Exception {
        Sequence whole = with(Rational.ONE, List.of(effect(ALL)), "v1: _:3 full:50@10");
        Sequence cut = with(Rational.ONE, List.of(effect(ALL)), "v1: _:3 full:20@10 full:5@30 full:25@35");
        Sequence jump = with(Rational.ONE, List.of(effect(ALL)), "v1: _:3 full:20@10 full:30@31");
        try (Bench bench = bench()) {
            List<String> straight = Bench.run(bench.pipeline(whole), whole, 0, 53);
            assertEquals(straight, Bench.run(bench.pipeline(cut), cut, 0, 53));
            assertEquals(straight.get(40), Bench.frame(bench.pipeline(cut), 40));
            assertTrue(Bench.frame(bench.pipeline(jump), 25).contains("after 2 from full#31{}"));
        }
    }

    @Test
    void aDissolveIntoTheClipIsItsBeginning() throws Exception {
        Sequence dissolving = with(Rational.ONE, List.of(effect(ALL)), "v1: other:20 t/4+4 full:20@10");
        try (Bench bench = bench()) {
            List<String> straight = Bench.run(bench.pipeline(dissolving), dissolving, 0, 40);
            assertTrue(straight.get(16).contains("after 0 from full#6{}"), straight.get(16));
            assertTrue(straight.get(30).contains("after 14 from full#6{}"), straight.get(30));
            VideoPipeline alone = bench.pipeline(dissolving);
            for (int frame : new int[] { 30, 18, 23, 39, 2 }) {
                assertEquals(straight.get(frame), Bench.frame(alone, frame));
            }
        }
    }

    @Test
    void oneFrameIsTheSameInARunAndAlone() throws Exception {
        for (Rational speed : List.of(Rational.ONE, Rational.of(-1), Rational.of(3, 2), Rational.of(0))) {
            for (List<AppliedEffect> effects : List.of(List.of(effect(ALL)), List.of(moving(MANY)),
                    List.of(effect(NEAR), moving(ALL)),
                    List.of(moving(ALL), effect(NEAR)),
                    List.of(effect(NEAR), effect(ALL), moving(NEAR), effect(MANY), effect(NEAR)),
                    List.of(effect(ALL), effect(ALL)))) {
                Sequence sequence = with(speed, effects, "v1: full:9@90 _:2 full:18@30", "v2: _:4 narrow:3 _:4 narrow:2%0.5 _:3");
                try (Bench bench = bench(); Bench other = bench()) {
                    List<String> run = Bench.run(bench.pipeline(sequence), sequence, 0, sequence.durationFrames());
                    VideoPipeline alone = other.pipeline(sequence);
                    for (int frame : new int[] { 7, 18, 19, 21, 3, 4, 5, 0, 12, 11, 8, 28 }) {
                        assertEquals(run.get(frame), Bench.frame(alone, frame),
                                "speed " + speed + " frame " + frame + " " + effects);
                    }
                }
            }
        }
    }

    @Test
    void goingOnAndSmallStepsForwardReadNothingAgain() throws Exception {
        Sequence sequence = with(Rational.ONE, List.of(effect(ALL)), "v1: full:60@10", "v2: _:5 narrow:5 _:5 narrow:5");
        try (Bench bench = bench()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            Bench.run(pipeline, sequence, 0, 25);
            for (int frame : new int[] { 25, 27, 28, 40, 59 }) {
                Bench.frame(pipeline, frame);
            }
            assertEquals(60, bench.readers.decodes().stream().filter(picture -> picture.startsWith("full")).count());
        }
    }

    @Test
    void feedingKeepsNoFrames() throws Exception {
        Sequence sequence = with(Rational.ONE, List.of(effect(ALL)), "v1: full:5000@10");
        try (Bench bench = bench()) {
            Bench.frame(bench.pipeline(sequence), 4999);
            assertEquals(5000, bench.readers.decodes().size());
            assertTrue(bench.readers.decoded.most() <= 3, "decoded at once: " + bench.readers.decoded.most());
            assertTrue(bench.composers.composed.most() <= 6, "composed at once: " + bench.composers.composed.most());
        }
    }

    @Test
    void feedingIsLeftOnCancelAndGoesOnWhereItWas() throws Exception {
        Sequence sequence = with(Rational.ONE, List.of(effect(ALL)), "v1: full:900@10");
        try (Bench bench = bench(); ExecutorService user = Executors.newSingleThreadExecutor()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            Gate gate = bench.readers.gate("full#500");
            Cancellation cancellation = new Cancellation();
            Future<String> asked = user.submit(() -> {
                try (var picture = pipeline.frame(800, cancellation)) {
                    return CountedFrame.text(picture);
                }
            });
            gate.awaitReached();
            cancellation.cancel();
            ExecutionException left = assertThrows(ExecutionException.class, () -> asked.get(20, TimeUnit.SECONDS));
            assertTrue(left.getCause() instanceof CancelledException, String.valueOf(left.getCause()));
            gate.open();
            assertTrue(Bench.frame(pipeline, 700).contains("after 700 from full#10{}"));
            // Frame 500 itself was asked for twice at most.
            assertTrue(bench.readers.decodes().size() <= 702, "decoded " + bench.readers.decodes().size());
        }
    }
}
