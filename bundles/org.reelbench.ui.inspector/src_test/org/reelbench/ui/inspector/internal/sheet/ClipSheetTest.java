package org.reelbench.ui.inspector.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C1;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C2;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C3;
import static org.reelbench.ui.inspector.internal.sheet.Scene.property;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.time.Rational;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;

/** What is shown of clips, a track and the sequence, and which edits change it. */
class ClipSheetTest {

    private final Scene scene = new Scene();

    private static List<String> titles(Sheet sheet) {
        return sheet.sections().stream().map(Section::title).toList();
    }

    @Test
    void aClipIsShownWithAllItIsSetTo() {
        Sheet sheet = scene.sheet(0, C1);
        assertEquals("Beach", sheet.title());
        assertEquals(List.of("Clip", "Picture", "Place", "Crop", "Fades", "Picture Effects", "Blur", "x.gone"), titles(sheet));
        assertEquals("beach.mp4", property(sheet, "source").value());
        assertEquals("00:00:02:00", property(sheet, "duration").value());
        assertEquals(List.of("Clip", "Sound", "Fades", "Sound Effects"), titles(scene.sheet(0, C3)));
        assertEquals(List.of("Clip", "Title", "Picture", "Place", "Crop", "Fades", "Picture Effects"),
                titles(scene.sheet(0, C2)));
    }

    @Test
    void valuesAreMadeAsTheyAreShown() throws EditRefused {
        scene.set(0, "opacity", 25.0, C1);
        scene.set(0, "scale", 150.0, C1);
        scene.set(0, "cropTopPx", 12.0, C1);
        scene.set(0, "blend", "screen", C1);
        scene.set(0, "fadeIn", 10.0, C1);
        scene.set(0, "name", "Sea", C1);
        assertEquals(0.25, scene.clip(C1).opacity());
        assertEquals(1.5, scene.clip(C1).transform().scale());
        assertEquals(12, scene.clip(C1).transform().crop().topPx());
        assertEquals(BlendMode.SCREEN, scene.clip(C1).picture().blend());
        assertEquals(10, scene.clip(C1).fades().inFrames());
        Sheet sheet = scene.sheet(0, C1);
        assertEquals("Sea", sheet.title());
        assertEquals(25.0, property(sheet, "opacity").value());
        assertEquals(150.0, property(sheet, "scale").value());
        assertEquals(10.0, property(sheet, "fadeIn").value());
    }

    @Test
    void speedIsAPercentageAndExact() throws EditRefused {
        scene.set(0, "speed", 33.33, C3);
        assertEquals(Rational.of(3333, 10_000), scene.clip(C3).speed());
        scene.set(0, "speed", 200.0, C3);
        assertEquals(Rational.of(2), scene.clip(C3).speed());
    }

    @Test
    void soundIsSetAsWell() throws EditRefused {
        scene.set(0, "gainDb", -6.5, C3);
        scene.set(0, "pan", 0.5, C3);
        scene.set(0, "channels", "mono", C3);
        scene.set(0, "keepPitch", false, C3);
        assertEquals(-6.5, scene.clip(C3).gainDb());
        assertEquals(0.5, scene.clip(C3).pan());
        assertEquals("mono", scene.clip(C3).sound().channels().text());
        assertEquals(false, scene.clip(C3).sound().keepPitch());
    }

    @Test
    void theTextOfATitleIsSetAndAllElseOfItStays() throws EditRefused {
        scene.set(0, "generator.color", "#ff0000", C2);
        scene.set(0, "generator.text", "Good\nbye", C2);
        scene.set(0, "generator.sizePx", 72.0, C2);
        Generator title = (Generator) scene.clip(C2).content();
        assertEquals("Good\nbye", title.parameters().get("text"));
        assertEquals("#ff0000", title.parameters().get("color"));
        assertEquals("72", title.parameters().get("sizePx"));
    }

    @Test
    void ofSeveralClipsTheFirstIsShownAndAllAreSet() throws EditRefused {
        Sheet sheet = scene.sheet(0, C1, C2, C3);
        assertEquals("Beach and 2 more", sheet.title());
        assertEquals(List.of("3 Clips", "Picture", "Place", "Crop", "Sound", "Fades", "Sound Effects"), titles(sheet));
        scene.set(0, "opacity", 50.0, C1, C2, C3);
        scene.set(0, "fadeOut", 5.0, C1, C2, C3);
        assertEquals(List.of(0.5, 0.5, 1.0), List.of(scene.clip(C1).opacity(), scene.clip(C2).opacity(),
                scene.clip(C3).opacity()));
        assertEquals(5, scene.clip(C3).fades().outFrames());
    }

    @Test
    void sheetsOfOneShapeDifferInTheirValuesOnly() throws EditRefused {
        List<String> before = scene.sheet(0, C1).shape();
        scene.set(0, "opacity", 50.0, C1);
        assertEquals(before, scene.sheet(30, C1).shape());
        assertNotEquals(before, scene.sheet(0, C2).shape());
    }

    @Test
    void withoutClipsTheChosenTrackIsShown() throws EditRefused {
        Optional<Id> track = Optional.of(new Id("a1"));
        Sheet sheet = scene.look(0, track).sheet();
        assertEquals("Track A1", sheet.title());
        scene.make(property(sheet, "name").change().of("Music"));
        scene.make(property(sheet, "muted").change().of(true));
        scene.make(property(sheet, "solo").change().of(true));
        scene.make(property(sheet, "locked").change().of(true));
        assertEquals("Track Music", scene.look(0, track).sheet().title());
        assertTrue(scene.sequence().track(new Id("a1")).muted() && scene.sequence().track(new Id("a1")).locked());
        scene.make(property(scene.look(0, track).sheet(), "muted").change().of(false));
        assertEquals(false, scene.sequence().track(new Id("a1")).muted());
    }

    @Test
    void withoutAnythingTheSequenceIsShown() throws EditRefused {
        Sheet sheet = scene.sheet(0);
        assertEquals("Sequence", sheet.title());
        assertEquals("25", property(sheet, "rate").value());
        scene.make(property(sheet, "widthPx").change().of(1280.0));
        scene.make(property(sheet, "sampleRateHz").change().of("44100"));
        scene.make(property(sheet, "limiter").change().of(true));
        scene.make(property(sheet, "project").change().of("Summer"));
        scene.make(property(sheet, "sequence").change().of("Cut 2"));
        assertEquals(1280, scene.sequence().widthPx());
        assertEquals(44_100, scene.sequence().sampleRateHz());
        assertTrue(scene.sequence().limiter());
        assertEquals("Cut 2", scene.sequence().name());
        assertEquals("Summer", scene.project().name());
        assertThrows(EditRefused.class, () -> scene.make(property(sheet, "rate").change().of("30")), "clips lie in it");
    }

    @Test
    void choicesAreReadByPeople() {
        Kind.Choices rates = (Kind.Choices) property(scene.sheet(0), "rate").kind();
        assertEquals(List.of("23.976 fps", "24 fps", "25 fps", "29.97 fps", "30 fps", "50 fps", "59.94 fps", "60 fps"),
                rates.labels());
        Kind.Choices samples = (Kind.Choices) property(scene.sheet(0), "sampleRateHz").kind();
        assertEquals(List.of("44.1 kHz", "48 kHz", "96 kHz"), samples.labels());
    }
}
