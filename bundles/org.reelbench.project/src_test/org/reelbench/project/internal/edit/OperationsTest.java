package org.reelbench.project.internal.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

class OperationsTest {

    private Project project = start();
    private Outcome last = new Outcome(project, "", List.of());

    private static Project start() {
        List<Track> tracks = List.of(Track.of(new Id("a1"), "A1", TrackKind.AUDIO),
                Track.of(new Id("v1"), "V1", TrackKind.VIDEO));
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000, tracks, Extras.NONE);
        return Project.of("Film", sequence)
                .withMedia(List.of(new MediaReference(new Id("m1"), "beach.mp4", "/footage/beach.mp4", "", Extras.NONE)));
    }

    @BeforeEach
    void setUp() throws Exception {
        project = start();
        run("append", "track", "v1", "media", "m1", "name", "Beach", "durationFrames", 100);
        run("append", "track", "v1", "generator", "color", "parameters", Map.of("color", "#ff0000"), "durationFrames", "2s");
    }

    private static EditCommand command(String name, Object... parameters) {
        EditCommand command = EditCommand.of(name, 0);
        for (int i = 0; i < parameters.length; i += 2) {
            command = command.with((String) parameters[i], parameters[i + 1]);
        }
        return command;
    }

    private Outcome run(String name, Object... parameters) throws EditRefused {
        last = Operations.apply(project, Optional.of(Path.of("/film")), command(name, parameters));
        project = last.project();
        return last;
    }

    private String refused(String name, Object... parameters) {
        return assertThrows(EditRefused.class, () -> run(name, parameters)).getMessage();
    }

    private Clip clip(String id) {
        return project.mainSequence().findClip(new Id(id)).orElseThrow().clip();
    }

    private String items(String track) {
        StringBuilder text = new StringBuilder();
        for (Item item : project.mainSequence().track(new Id(track)).items()) {
            text.append(switch (item) {
            case Clip clip -> clip.id() + ":" + clip.durationFrames();
            case Gap gap -> "-:" + gap.durationFrames();
            default -> "x";
            }).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void appendAndPlaceMakeClipsOfWhatTheyAreTold() throws Exception {
        assertEquals("c1:100 c2:50", items("v1"));
        assertEquals(new MediaStream(new Id("m1"), 0), clip("c1").content());
        assertEquals("color", clip("c2").name());
        run("place", "track", "a1", "media", "m1", "stream", 1, "startFrame", 10, "durationFrames", 20, "sourceIn", 5, "speed",
                "1/2");
        assertEquals("-:10 c3:20", items("a1"));
        assertEquals("beach.mp4", clip("c3").name());
        assertEquals(RationalTime.of(1, 5), clip("c3").sourceIn());
        assertEquals("1/2", clip("c3").speed().toString());
        assertEquals("Place 'beach.mp4' at 00:00:00:10", last.label());
        assertEquals(List.of(new Id("c3")), last.created());
    }

    @Test
    void splitTakesTheClipOrTheTrackAndAFrameOrATime() throws Exception {
        run("split", "track", "v1", "frame", "2s");
        assertEquals("Split 'Beach' at 00:00:02:00", last.label());
        run("split", "clip", "c2", "frame", 125);
        assertEquals("c1:50 c3:50 c2:25 c4:25", items("v1"));
        assertEquals("split: clip 'c1' does not lie at 00:00:03:00", refused("split", "clip", "c1", "frame", 75));
        assertEquals("split: exactly one of \"clip\" and \"track\" says what to split", refused("split", "frame", 75));
        assertEquals("split: there is no clip at 00:01:00:00 of track 'V1'", refused("split", "track", "v1", "frame", "60s"));
    }

    @Test
    void trimMoveAndDeleteDoWhatTheTimelineDoes() throws Exception {
        run("trimStart", "clip", "c1", "deltaFrames", 10);
        assertEquals("Trim start of 'Beach'", last.label());
        run("trimEnd", "clip", "c1", "deltaFrames", -10);
        assertEquals("-:10 c1:80 -:10 c2:50", items("v1"));
        run("move", "clip", "c1", "toFrame", 200);
        assertEquals("Move 'Beach' to 00:00:08:00", last.label());
        assertEquals("-:100 c2:50 -:50 c1:80", items("v1"));
        run("rippleDelete", "clip", "c2");
        assertEquals("-:150 c1:80", items("v1"));
        run("delete", "clip", "c1");
        assertEquals("", items("v1"));
        assertEquals("Delete 'Beach'", last.label());
    }

    @Test
    void movingToAnotherTrackNamesItInTheLabel() throws Exception {
        run("addTrack", "kind", "video");
        assertEquals("Add track 'V2'", last.label());
        run("move", "clip", "c2", "toTrack", "v2", "toFrame", 0);
        assertEquals("Move 'color' to 'V2' at 00:00:00:00", last.label());
        assertEquals("c2:50", items("v2"));
    }

    @Test
    void dissolvesComeAndGo() throws Exception {
        run("dissolve", "clip", "c1", "durationFrames", 10);
        assertEquals("c1:100 x c2:50", items("v1"));
        assertEquals("Dissolve after 'Beach' at 00:00:04:00", last.label());
        assertEquals(List.of(new Id("t1")), last.created());
        run("removeTransition", "transition", "t1");
        assertEquals("c1:100 c2:50", items("v1"));
    }

    @Test
    void tracksAreHiddenMutedAddedAndRemoved() throws Exception {
        run("hideTrack", "track", "v1");
        run("muteTrack", "track", "a1");
        assertTrue(project.mainSequence().track(new Id("v1")).hidden());
        assertTrue(project.mainSequence().track(new Id("a1")).muted());
        run("showTrack", "track", "v1");
        run("unmuteTrack", "track", "a1");
        assertFalse(project.mainSequence().track(new Id("v1")).hidden());
        assertFalse(project.mainSequence().track(new Id("a1")).muted());
        run("addTrack", "kind", "audio", "name", "Music", "index", 0);
        assertEquals("Music", project.mainSequence().tracks().getFirst().name());
        run("removeTrack", "track", "v1");
        assertEquals("[a2, a1]", project.mainSequence().tracks().stream().map(Track::id).toList().toString());
        assertEquals("addTrack: \"kind\" must be \"video\" or \"audio\", not \"smell\"", refused("addTrack", "kind", "smell"));
    }

    @Test
    void lookAndSoundAreSetAndWhatIsNotGivenStays() throws Exception {
        run("setTransform", "clip", "c1", "scale", 2, "crop", Map.of("leftPx", 4));
        run("setTransform", "clip", "c1", "xPx", 10.5, "crop", Map.of("topPx", 6));
        assertEquals(new Transform(10.5, 0, 2, 0, new Crop(4, 6, 0, 0)), clip("c1").transform());
        run("setOpacity", "clip", "c1", "opacity", 0.5);
        assertEquals("Set opacity of 'Beach' to 50 %", last.label());
        run("setGain", "clip", "c1", "gainDb", -6);
        assertEquals("Set gain of 'Beach' to -6.0 dB", last.label());
        run("setEffects", "clip", "c1", "effects", List.of(Map.of("effect", "blur", "parameters",
                Map.of("radius", 1.5, "on", true))));
        assertEquals("{on=true, radius=1.5}", clip("c1").effects().getFirst().parameters().toString());
        assertTrue(refused("setOpacity", "clip", "c1", "opacity", 2).contains("opacity"));
        assertTrue(refused("setTransform", "clip", "c1", "scale", -1).contains("scale"));
        assertTrue(refused("setEffects", "clip", "c1", "effects", List.of(Map.of("effect", "blur", "strength",
                1))).contains("strength"));
        assertTrue(refused("setEffects", "clip", "c1", "effects", List.of("blur")).contains("must hold an object, not \"blur\""));
    }

    @Test
    void mediaAreAddedByAbsolutePathOrRelativeToTheProject() throws Exception {
        run("addMedia", "path", "../footage/sea.mp4");
        assertEquals(new MediaReference(new Id("m2"), "sea.mp4", "/footage/sea.mp4", "", Extras.NONE), project.media().get(1));
        assertEquals("Add media 'sea.mp4'", last.label());
        assertEquals("addMedia: '/footage/sea.mp4' is in the project already, as 'm2'",
                refused("addMedia", "path", "/footage/x/../sea.mp4"));
        assertTrue(refused("addMedia", "path", "\u0000").contains("cannot be a path"));
        assertTrue(refused("addMedia", "path", " ").contains("\"path\" must be the path of a file"));
        EditCommand relative = command("addMedia", "path", "sea.mp4");
        String message = assertThrows(EditRefused.class, () -> Operations.apply(project, Optional.empty(),
                relative)).getMessage();
        assertTrue(message.contains("the project has no folder before it is saved"), message);
    }

    @Test
    void parametersAreReadStrictlyAndRefusedInWords() {
        assertEquals("there is no edit command 'splitt'; did you mean split or slip or slide?", refused("splitt"));
        assertEquals("there is no edit command 'marker'; did you mean addMarker or changeMarker or removeMarker?",
                refused("marker"));
        assertEquals("hideTrack has no parameter \"frmae\"; it takes track, sequence",
                refused("hideTrack", "track", "v1", "frmae", 1));
        assertEquals("hideTrack: \"track\" is missing; it must be an id", refused("hideTrack"));
        assertEquals("hideTrack: \"track\" must be a text of at most 65536 characters, not 1", refused("hideTrack", "track", 1));
        assertEquals("hideTrack: there is no track 'v9'", refused("hideTrack", "track", "v9"));
        assertEquals("hideTrack: there is no sequence 's9'", refused("hideTrack", "track", "v1", "sequence", "s9"));
        assertEquals("delete: there is no clip 'c9'", refused("delete", "clip", "c9"));
        assertEquals(
                "split: \"frame\" must be a whole number of frames from 0, or a time such as \"2s\" or \"00:00:02:00\", not 1.5",
                refused("split", "track", "v1", "frame", 1.5));
        assertEquals(
                "split: \"frame\" must be a whole number of frames from 0, or a time such as \"2s\" or \"00:00:02:00\", not \"x\"",
                refused("split", "track", "v1", "frame", "x"));
        assertTrue(refused("split", "track", "v1", "frame", -1).contains("\"frame\" must be"));
        assertTrue(refused("append", "track", "v1", "durationFrames", 5)
                .contains("exactly one of media, still, generator and nested"));
        assertTrue(refused("append", "track", "v1", "media", "m9", "durationFrames", 5).contains("no media 'm9'"));
        assertTrue(refused("append", "track", "v1", "still", "m1", "stream", 1, "durationFrames",
                5).contains("\"stream\" goes with"));
        assertTrue(refused("append", "track", "v1", "media", "m1", "durationFrames", 5, "speed", 2_000_000).contains("speed"));
        assertTrue(refused("append", "track", "v1", "media", "m1", "durationFrames", 5, "sourceIn", "1/9223372036854775807s")
                .contains("too fine"));
        assertTrue(refused("append", "track", "v1", "generator", "color", "parameters", Map.of("color", 1), "durationFrames", 5)
                .contains("\"color\" must be a text"));
    }

    @Test
    void freshIdsFollowTheGreatestOfTheProject() throws Exception {
        run("rippleDelete", "clip", "c1");
        run("append", "track", "v1", "media", "m1", "durationFrames", 5);
        assertEquals(List.of(new Id("c3")), last.created());
        run("delete", "clip", "c3");
        run("append", "track", "v1", "media", "m1", "durationFrames", 5);
        assertEquals(List.of(new Id("c3")), last.created());
    }

    @Test
    void idsThatOnlyLookLikeOursDoNotDisturb() throws Exception {
        Track odd = Track.of(new Id("v9"), "", TrackKind.VIDEO).withItems(TrackItems.of(List.of(
                clip("c1").withId(new Id("c99999999999999999999")), clip("c1").withId(new Id("c٣")),
                clip("c1").withId(new Id("c")),
                clip("c1").withId(new Id("c-5")), clip("c1").withId(new Id("C77")))));
        Sequence other = new Sequence(new Id("s2"), "", FrameRate.of(25, 1), 1, 1, 1, List.of(odd), Extras.NONE);
        project = project.withSequence(other);
        run("split", "track", "v1", "frame", 10);
        assertEquals(List.of(new Id("c3")), last.created());
        run("hideTrack", "track", "v9", "sequence", "s2");
        assertTrue(project.sequence(new Id("s2")).orElseThrow().track(new Id("v9")).hidden());
    }

    @Test
    void commandsOfTextsMeanTheSame() throws Exception {
        assertEquals(command("split", "track", "v1", "frame", 48),
                EditCommands.ofTexts("split", Map.of("track", "v1", "frame", "48"), 0));
        assertEquals(command("split", "track", "v1", "frame", "2s"),
                EditCommands.ofTexts("split", Map.of("track", "v1", "frame", "2s"), 0));
        assertEquals(command("setGain", "clip", "c1", "gainDb", -6.0), EditCommands.ofTexts("setGain",
                Map.of("clip", "c1", "gainDb", "-6"), 0));
        assertEquals(command("setEffects", "clip", "c1", "effects", List.of(Map.of("effect", "blur"))),
                EditCommands.ofTexts("setEffects", Map.of("clip", "c1", "effects", "[{\"effect\": \"blur\"}]"), 0));
        for (Map<String, String> texts : List.of(Map.of("gainDb", "loud"), Map.of("x", "1"))) {
            assertThrows(EditRefused.class, () -> EditCommands.ofTexts("setGain", texts, 0), texts.toString());
        }
        assertThrows(EditRefused.class, () -> EditCommands.ofTexts("setEffects", Map.of("effects", "[null]"), 0));
        assertThrows(EditRefused.class, () -> EditCommands.ofTexts("setEffects", Map.of("effects", "["), 0));
        assertThrows(EditRefused.class, () -> EditCommands.ofTexts("setGain", Map.of("gainDb", "NaN"), 0));
    }

    @Test
    void whatIsUnknownFollowsTheClipAndTheEffect() throws Exception {
        run("setEffects", "clip", "c1", "effects", List.of(Map.of("effect", "blur"), Map.of("effect", "glow")));
        Map<String, String> unknown = Map.of("label", "1", "transform/anchor", "2", "gap/note", "3", "effects/0/mask", "4",
                "effects/1/mask",
                "5");
        Clip old = clip("c1");
        Clip known = old.withExtras(new Extras(new TreeMap<>(unknown)));
        Track track = project.mainSequence().track(new Id("v1"));
        project = project.withSequence(project.mainSequence().withTrack(track.withItems(track.items().replace(0, known))));
        run("split", "track", "v1", "frame", 20);
        assertEquals(unknown, clip("c1").extras().jsonByName());
        assertEquals(unknown, clip("c3").extras().jsonByName());
        run("move", "clip", "c3", "toFrame", 500);
        run("setTransform", "clip", "c3", "xPx", 5);
        assertEquals(unknown, clip("c3").extras().jsonByName());
        run("setEffects", "clip", "c3", "effects", List.of(Map.of("effect", "sharpen"), Map.of("effect", "glow", "parameters",
                Map.of("radius", 1))));
        assertEquals(List.of("effects/1/mask", "gap/note", "label", "transform/anchor"),
                List.copyOf(clip("c3").extras().jsonByName().keySet()));
        run("setEffects", "clip", "c3", "effects", List.of());
        assertEquals(List.of("gap/note", "label", "transform/anchor"), List.copyOf(clip("c3").extras().jsonByName().keySet()));
    }
}
