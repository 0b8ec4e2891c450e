package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.Layer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.SlateCatalog;
import org.reelbench.render.SpanPlanner;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** How a clip's effects are asked for: files, curves that overshoot, and effects that nobody brings. */
class LayerEffectsTest {

    private static final EffectDescriptor KNOWN = new EffectDescriptor("org.example.known", "1", "Known", List.of(
            EffectParameter.number("amount", "Amount", 0, 0, 1), EffectParameter.wholeNumber("times", "Times", 1, 1, 5),
            EffectParameter.file("table", "Table"), EffectParameter.text("words", "Words", "", 10)));

    private static final EffectDescriptor HEARD = new EffectDescriptor("org.example.heard", "1", "Heard", List.of(),
            new EffectReach(3, 1), EffectDescriptor.Subject.SOUND);

    private static final Composers COMPOSERS = new Composers() {
        @Override
        public Composer open(Composition composition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EffectDescriptor> effects() {
            return List.of(KNOWN, HEARD);
        }
    };

    private final FileMediaCatalog files = new FileMediaCatalog(Path.of("/project"), List.of(),
            (_, _) -> new MediaInfo("fake", RationalTime.ZERO, RationalTime.ZERO, List.of()));

    private static List<EffectUse> uses(MediaCatalog catalog, long frame, AppliedEffect... effects) throws MediaException {
        return new LayerEffects(COMPOSERS, catalog).at(look(catalog, frame, effects), frame);
    }

    private static Layer.Look look(MediaCatalog catalog, long frame, AppliedEffect... effects) {
        Clip clip = Clip.of(new Id("c"), "Clip", Generator.bars(), RationalTime.ZERO, 20).withEffects(List.of(effects));
        Sequence sequence = Sequences.of(Sequences.FPS_25, 48_000,
                List.of(Track.of(new Id("t"), "T", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))));
        return new SpanPlanner(sequence, catalog).spanAt(frame).layers().getFirst().look();
    }

    private static AppliedEffect effect(String id, Map<String, Object> values) {
        return new AppliedEffect(id, new TreeMap<>(values));
    }

    @Test
    void anEffectOnSoundChangesNothingOfAPicture() throws MediaException {
        assertEquals(List.of("org.example.known"), uses(files, 0, effect("org.example.heard", Map.of()),
                effect("org.example.known", Map.of())).stream().map(EffectUse::effect).toList());
        Layer.Look look = look(files, 0, effect("org.example.heard", Map.of()));
        assertEquals(EffectReach.NONE, new LayerEffects(COMPOSERS, files).reach(look));
    }

    @Test
    void filesAreFoundFromTheProjectsFolder() throws MediaException {
        assertEquals("/project/looks/warm.cube",
                uses(files, 0, effect("org.example.known", Map.of("table", "looks/warm.cube"))).getFirst().parameters()
                        .get("table"));
        assertEquals("/elsewhere/warm.cube",
                uses(files.with(List.of()), 0, effect("org.example.known", Map.of("table", "/elsewhere/warm.cube"))).getFirst()
                        .parameters().get("table"));
        assertEquals("", uses(files, 0, effect("org.example.known", Map.of("table", ""))).getFirst().parameters().get("table"));
        assertEquals("looks/warm.cube", uses(files, 0, effect("org.example.known", Map.of("words", "looks/warm.cube"))).getFirst()
                .parameters().get("words"), "a text is no file");
    }

    @Test
    void curvesThatLeaveTheRangeAreBroughtBackAndConstantsAreNot() throws MediaException {
        TreeMap<String, Curve> curves = new TreeMap<>();
        curves.put("times",
                new Curve(List.of(new Keyframe(0, -3, Interpolation.LINEAR), new Keyframe(10, 9, Interpolation.LINEAR))));
        AppliedEffect animated = effect("org.example.known", Map.of("amount", 7.0)).withCurves(curves);
        assertEquals(1.0, uses(files, 0, animated).getFirst().parameters().get("times"));
        assertEquals(3.0, uses(files, 5, animated).getFirst().parameters().get("times"));
        assertEquals(5.0, uses(files, 10, animated).getFirst().parameters().get("times"));
        assertEquals(7.0, uses(files, 0, animated).getFirst().parameters().get("amount"), "what people wrote is theirs to mend");
    }

    @Test
    void anEffectNobodyBringsFailsOrIsLeftOutAsTheCatalogSays() throws MediaException {
        AppliedEffect gone = effect("org.example.gone", Map.of("a", 1L));
        AppliedEffect known = effect("org.example.known", Map.of());
        assertEquals(List.of("org.example.gone", "org.example.known"),
                uses(files, 0, gone, known).stream().map(EffectUse::effect).toList(), "composing refuses it by name");
        SlateCatalog slates = new SlateCatalog(files, 64, 36);
        assertEquals(List.of("org.example.known"),
                uses(slates.with(List.of()), 0, gone, known).stream().map(EffectUse::effect).toList());
        assertEquals(1, slates.replaced().size());
        String told = slates.replaced().getFirst().getMessage();
        assertTrue(told.contains("org.example.gone") && told.contains("install"), told);
    }
}
