package org.reelbench.ui.inspector.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C1;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C3;
import static org.reelbench.ui.inspector.internal.sheet.Scene.property;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.EditRefused;

/** Effects of a clip, as rows and as edits. */
class EffectSectionsTest {

    private final Scene scene = new Scene();

    private Section section(String title) {
        return scene.sheet(0, C1).sections().stream().filter(section -> section.title().equals(title)).findFirst().orElseThrow();
    }

    private List<String> effects() {
        return scene.clip(C1).effects().stream().map(AppliedEffect::effect).toList();
    }

    @Test
    void whatFitsIsOffered() throws EditRefused {
        assertEquals(List.of("Blur"), section("Picture Effects").offers().stream().map(Offer::label).toList());
        List<Offer> ofSound = scene.sheet(0, C3).sections().getLast().offers();
        assertEquals(List.of("Echo"), ofSound.stream().map(Offer::label).toList());
        scene.make(ofSound.getFirst().command());
        assertEquals("x.echo", scene.clip(C3).effects().getFirst().effect());
    }

    @Test
    void parametersAreShownAsTheEffectDescribesThem() {
        Section blur = section("Blur");
        assertEquals(List.of("Radius", "Edge", "Fast"), blur.properties().stream().map(Property::label).toList());
        assertEquals(List.of(4.0, "mirror", true), blur.properties().stream().map(Property::value).toList());
        Kind.Numbers radius = (Kind.Numbers) blur.properties().getFirst().kind();
        assertEquals(200, radius.greatest());
        assertEquals(1, radius.step());
        assertEquals(0, radius.digits());
    }

    @Test
    void anEffectThatIsNotInstalledSaysSoAndIsKept() throws EditRefused {
        EffectPlace gone = section("x.gone").effect().orElseThrow();
        assertTrue(gone.problem().startsWith("Not installed"), gone.problem());
        scene.set(0, "effect0.edge", "black", C1);
        assertEquals(2.5, scene.clip(C1).effects().get(1).parameters().get("depth"));
    }

    @Test
    void parametersAreSetAndOthersStay() throws EditRefused {
        scene.set(0, "effect0.radius", 20.0, C1);
        scene.set(0, "effect0.fast", false, C1);
        scene.set(0, "effect0.edge", "black", C1);
        AppliedEffect blur = scene.clip(C1).effects().getFirst();
        assertEquals(20.0, blur.parameters().get("radius"));
        assertEquals(false, blur.parameters().get("fast"));
        assertEquals("black", blur.parameters().get("edge"));
        assertEquals("3", blur.version());
    }

    @Test
    void aParameterMovesAndOtherEditsKeepItsCurve() throws EditRefused {
        scene.make(property(scene.sheet(10, C1), "effect0.radius").keying().orElseThrow().toggle());
        scene.set(30, "effect0.radius", 24.0, C1);
        scene.make(property(scene.sheet(10, C1), "effect0.radius").keying().orElseThrow().go(Keying.Way.EASE));
        scene.set(0, "effect0.fast", false, C1);
        AppliedEffect blur = scene.clip(C1).effects().getFirst();
        assertEquals(2, blur.curves().get("radius").keyframes().size());
        assertEquals(14.0, (Double) property(scene.sheet(20, C1), "effect0.radius").value(), 1e-6);
        assertEquals(Keying.Way.EASE, property(scene.sheet(20, C1), "effect0.radius").keying().orElseThrow().way().orElseThrow());
    }

    @Test
    void orderIsChanged() throws EditRefused {
        assertTrue(section("Blur").effect().orElseThrow().up().isEmpty());
        scene.make(section("Blur").effect().orElseThrow().down().orElseThrow());
        assertEquals(List.of("x.gone", "x.blur"), effects());
        assertTrue(section("Blur").effect().orElseThrow().down().isEmpty());
        scene.make(section("Blur").effect().orElseThrow().up().orElseThrow());
        assertEquals(List.of("x.blur", "x.gone"), effects());
    }

    @Test
    void effectsAreSwitchedOffAndRemoved() throws EditRefused {
        scene.make(section("Blur").effect().orElseThrow().toggle());
        assertFalse(scene.clip(C1).effects().getFirst().enabled());
        assertFalse(section("Blur").effect().orElseThrow().enabled());
        scene.make(section("Blur").effect().orElseThrow().toggle());
        assertTrue(scene.clip(C1).effects().getFirst().enabled());
        scene.make(section("Blur").effect().orElseThrow().remove());
        assertEquals(List.of("x.gone"), effects());
    }
}
