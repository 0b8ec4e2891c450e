package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;

/** One sample, written by hand, for each schema of the format. */
class OtioSchemasDumpTest {

    @TempDir
    Path folder = Path.of("");

    private void reads(String brief, String expected) throws IOException {
        assertEquals(expected, Otio.dump(Otio.read(folder, brief, ImportSettings.DEFAULT,
                Otio.knowing(Map.of("a.mov", Otio.FILM, "b.mov", Otio.FILM, "p.png", Otio.PICTURE, "s.wav", Otio.SOUND))),
                folder));
    }

    @Test
    void aTimelineOfClipsGapsAndADissolve() throws IOException {
        reads("""
                {"OTIO_SCHEMA": "Timeline.1", "name": "Film", "metadata": {"who": "me"}, "global_start_time": @24:86400,
                 "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "effects": [], "markers": [], "metadata": {},
                  "enabled": true, "source_range": null, "children": [
                   {"OTIO_SCHEMA": "Track.1", "name": "Pictures", "kind": "Video", "source_range": null, "metadata": {"t": 1},
                    "effects": [], "markers": [], "enabled": true, "children": [
                     {"OTIO_SCHEMA": "Clip.2", "name": "One", "source_range": @24:10+48, "effects": [], "markers": [],
                      "enabled": true, "metadata": {"shot": {"n": 1.50}}, "active_media_reference_key": "DEFAULT_MEDIA",
                      "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "ExternalReference.1", "name": "Beach",
                       "available_range": @24:0+240, "available_image_bounds": null, "target_url": "a.mov", "metadata": {"m": 2}}}},
                     {"OTIO_SCHEMA": "Transition.1", "name": "x", "transition_type": "SMPTE_Dissolve", "metadata": {"d": true},
                      "in_offset": @24:5, "out_offset": @24:7},
                     {"OTIO_SCHEMA": "Clip.1", "name": "Two", "source_range": @24:24+24,
                      "media_reference": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "b.mov"}},
                     {"OTIO_SCHEMA": "Gap.1", "name": "", "source_range": @24:0+12, "metadata": {"g": 3}},
                     {"OTIO_SCHEMA": "Clip.2", "name": "Three", "source_range": @24:0+6,
                      "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov"}}}]},
                   {"OTIO_SCHEMA": "Track.1", "name": "", "kind": "Audio", "children": [
                     {"OTIO_SCHEMA": "Clip.2", "name": "Sound", "source_range": @24:10+48,
                      "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov"}}}]}]}}
                """,
                """
                        timeline 'Film'
                        media m1 'Beach' a.mov {otio={"OTIO_SCHEMA":"ExternalReference.1","metadata":{"m":2}}}
                        media m2 'b.mov' b.mov
                        sequence s1 'Film' 24 640x360 48000 {otio={"OTIO_SCHEMA":"Timeline.1","global_start_time":\
                        {"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":86400},"metadata":{"who":"me"}}}
                          VIDEO v1 'Pictures' {otio={"OTIO_SCHEMA":"Track.1","metadata":{"t":1}}}
                            clip 'One' m1.1 in 5/12s frames 48 {otio={"OTIO_SCHEMA":"Clip.2","metadata":{"shot":{"n":1.50}}}}
                            dissolve 5/7 {otio={"OTIO_SCHEMA":"Transition.1","metadata":{"d":true}}}
                            clip 'Two' m2.1 in 1s frames 24
                            gap 12
                            clip 'Three' m1.1 in 0s frames 6 {gap/otio={"OTIO_SCHEMA":"Gap.1","metadata":{"g":3}}}
                          AUDIO a1 'A1'
                            clip 'Sound' m1.0 in 5/12s frames 48
                        ! start time: a sequence counts from zero here; it is kept unchanged
                        """);
    }

    @Test
    void sourceTimesAreTimesOfTheMediumsClock() throws IOException {
        reads(Otio.timeline(Otio.video("""
                {"OTIO_SCHEMA": "Clip.2", "name": "One", "source_range": @24:86424+24, "media_references": {"DEFAULT_MEDIA":
                 {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov", "available_range": @24:86400+240}}}""", """
                {"OTIO_SCHEMA": "Clip.2", "name": "All", "source_range": null, "media_references": {"DEFAULT_MEDIA":
                 {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov", "available_range": @24:86400+240}}}""")), """
                timeline 'Film'
                media m1 'a.mov' a.mov {otio={"OTIO_SCHEMA":"ExternalReference.1","available_range":{"OTIO_SCHEMA":"TimeRange.1",\
                "start_time":{"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":86400},\
                "duration":{"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":240}}}}
                sequence s1 'Film' 24 640x360 48000
                  VIDEO v1 'V'
                    clip 'One' m1.1 in 1s frames 24
                    clip 'All' m1.1 in 0s frames 240
                """);
    }

    @Test
    void oldNamesOfSchemasAreUnderstood() throws IOException {
        reads("""
                {"OTIO_SCHEMA": "SerializeableCollection.1", "children": [{"OTIO_SCHEMA": "Timeline.1", "name": "Old", "tracks":
                 {"OTIO_SCHEMA": "Stack.1", "children": [{"OTIO_SCHEMA": "Sequence.1", "kind": "Video", "name": "V", "children": [
                  {"OTIO_SCHEMA": "Filler.1", "source_range": @25:0+10},
                  {"OTIO_SCHEMA": "Clip.1", "name": "One", "source_range": @25:0+5, "markers": [
                    {"OTIO_SCHEMA": "Marker.1", "name": "old", "color": "RED", "range": @25:2+0}],
                   "media_reference": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov"}}]}]}}]}
                """, """
                timeline 'film'
                media m1 'a.mov' a.mov
                sequence s1 'Old' 25 640x360 48000
                  marker 'old' 12+0 #e04040
                  VIDEO v1 'V'
                    gap 10
                    clip 'One' m1.1 in 0s frames 5
                """);
    }

    @Test
    void markersOfClipsGapsTracksAndStacks() throws IOException {
        reads("""
                {"OTIO_SCHEMA": "Timeline.1", "name": "Film", "tracks": {"OTIO_SCHEMA": "Stack.1", "markers": [
                  {"OTIO_SCHEMA": "Marker.2", "name": "stack", "color": "PURPLE", "marked_range": @24:3+4, "metadata": {"x": 1}}],
                 "children": [{"OTIO_SCHEMA": "Track.1", "kind": "Video", "name": "V", "markers": [
                  {"OTIO_SCHEMA": "Marker.2", "name": "track", "color": "teal", "marked_range": @24:7+0, "comment": "see here"}],
                  "children": [
                   {"OTIO_SCHEMA": "Gap.1", "source_range": @24:0+10, "markers": [
                    {"OTIO_SCHEMA": "Marker.2", "name": "gap", "color": "", "marked_range": @24:1+0}]},
                   {"OTIO_SCHEMA": "Clip.2", "name": "One", "source_range": @24:100+10, "markers": [
                    {"OTIO_SCHEMA": "Marker.2", "name": "clip", "color": "GREEN", "marked_range": @24:104+2},
                    {"OTIO_SCHEMA": "Marker.2", "name": "early", "color": "GREEN", "marked_range": @24:0+2}],
                    "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "a.mov"}}}]}]}}
                """, """
                timeline 'Film'
                media m1 'a.mov' a.mov
                sequence s1 'Film' 24 640x360 48000
                  marker 'gap' 1+0\s
                  marker 'stack' 3+4 #9050d0 {otio={"OTIO_SCHEMA":"Marker.2","metadata":{"x":1}}}
                  marker 'track' 7+0  "see here" {otio={"OTIO_SCHEMA":"Marker.2","color":"teal"}}
                  marker 'clip' 14+2 #40b050
                  VIDEO v1 'V'
                    gap 10
                    clip 'One' m1.1 in 25/6s frames 10
                ! track 'V' clip 'One' marker 'early': marker: it lies before the first frame or too far behind
                """);
    }

    @Test
    void speedFreezeAndReverse() throws IOException {
        reads(Otio.timeline(Otio.video(
                Otio.clip("fast", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": 2.0}]"),
                Otio.clip("back", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": -1.0}]"),
                Otio.clip("slow back", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": -0.5}]"),
                Otio.clip("frozen", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"FreezeFrame.1\", \"effect_name\": \"FreezeFrame\", \"time_scalar\": 0}]"),
                Otio.clip("twice", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": 2},"
                                + "{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": 1.5}]"),
                Otio.clip("off", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": 2, \"enabled\": false}]"),
                Otio.clip("other", "a.mov", "@24:24+12",
                        ", \"effects\": [{\"OTIO_SCHEMA\": \"TimeEffect.1\", \"effect_name\": \"Ramp\"},"
                                + "{\"OTIO_SCHEMA\": \"Effect.1\", \"effect_name\": \"Blur\", \"metadata\": {\"radius\": 3}}]"))),
                """
                        timeline 'Film'
                        media m1 'a.mov' a.mov
                        sequence s1 'Film' 24 640x360 48000
                          VIDEO v1 'V'
                            clip 'fast' m1.1 in 1s frames 12 speed 2
                            clip 'back' m1.1 in 35/24s frames 12 speed -1
                            clip 'slow back' m1.1 in 59/48s frames 12 speed -1/2
                            clip 'frozen' m1.1 in 1s frames 12 speed 0
                            clip 'twice' m1.1 in 1s frames 12 speed 3
                            clip 'off' m1.1 in 1s frames 12 {otio={"OTIO_SCHEMA":"Clip.2","effects":[{"OTIO_SCHEMA":"LinearTimeWarp.1",\
                        "time_scalar":2,"enabled":false}]}}
                            clip 'other' m1.1 in 1s frames 12 {otio={"OTIO_SCHEMA":"Clip.2","effects":[{"OTIO_SCHEMA":"TimeEffect.1",\
                        "effect_name":"Ramp"},{"OTIO_SCHEMA":"Effect.1","effect_name":"Blur","metadata":{"radius":3}}]}}
                        ! track 'V' clip 'other': effect 'Ramp': Reelbench has no such effect; it is kept unchanged
                        ! track 'V' clip 'other': effect 'Blur': Reelbench has no such effect; it is kept unchanged
                        """);
    }

    @Test
    void mediaOfEveryKind() throws IOException {
        reads(Otio.timeline(Otio.video(Otio.clip("still", "p.png", "@24:5+10"),
                reference("gone", "{\"OTIO_SCHEMA\": \"MissingReference.1\", \"name\": \"A001\", \"metadata\": {\"reel\": 7}}"),
                reference("none", "null"),
                reference("far", "{\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \"https://host/a.mov\"}"),
                reference("black",
                        "{\"OTIO_SCHEMA\": \"GeneratorReference.1\", \"generator_kind\": \"black\", \"parameters\": {}}"),
                reference("colour",
                        "{\"OTIO_SCHEMA\": \"GeneratorReference.1\", \"generator_kind\": \"SolidColor\", \"parameters\":"
                                + " {\"color\": [1, 0.5, 0]}}"),
                reference("bars", "{\"OTIO_SCHEMA\": \"GeneratorReference.1\", \"generator_kind\": \"SMPTEBars\"}"),
                reference("base", "{\"OTIO_SCHEMA\": \"MediaReference.1\"}"),
                reference("new", "{\"OTIO_SCHEMA\": \"CloudReference.3\", \"bucket\": \"x\"}"),
                reference("sound only", "{\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \"s.wav\"}")),
                Otio.audio(Otio.clip("sound", "s.wav", "@24:0+24"), Otio.clip("silent", "p.png", "@24:0+24"),
                        Otio.clip("unseen", "unseen.mov", "@24:0+24"), Otio.clip("unheard", "unheard.mp3", "@24:0+24"))),
                """
                        timeline 'Film'
                        media m1 'p.png' p.png
                        media m2 's.wav' s.wav
                        media m3 'unseen.mov' unseen.mov
                        media m4 'unheard.mp3' unheard.mp3
                        sequence s1 'Film' 24 100x80 48000
                          VIDEO v1 'V'
                            clip 'still' still m1 in 0s frames 10
                            clip 'gone' color #000000 in 0s frames 2 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":\
                        {"OTIO_SCHEMA":"MissingReference.1","name":"A001","metadata":{"reel":7}}}}
                            clip 'none' color #000000 in 0s frames 2
                            clip 'far' color #000000 in 0s frames 2 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":\
                        {"OTIO_SCHEMA":"ExternalReference.1","target_url":"https://host/a.mov"}}}
                            clip 'black' color #000000 in 0s frames 2
                            clip 'colour' color #ff8000 in 0s frames 2
                            clip 'bars' color #000000 in 0s frames 2 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":\
                        {"OTIO_SCHEMA":"GeneratorReference.1","generator_kind":"SMPTEBars"}}}
                            clip 'base' color #000000 in 0s frames 2 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":\
                        {"OTIO_SCHEMA":"MediaReference.1"}}}
                            clip 'new' color #000000 in 0s frames 2 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":\
                        {"OTIO_SCHEMA":"CloudReference.3","bucket":"x"}}}
                            clip 'sound only' color #000000 in 0s frames 2
                          AUDIO a1 'A'
                            clip 'sound' m2.0 in 0s frames 24
                            gap 24
                            clip 'unseen' m3.1 in 0s frames 24
                            clip 'unheard' m4.0 in 0s frames 24
                        ! track 'V' clip 'gone': medium 'A001': the file says it is missing; it is black
                        ! track 'V' clip 'none': medium: the clip names none; it is black
                        ! track 'V' clip 'far': medium 'https://host/a.mov': this address names no file on this machine; it is black
                        ! track 'V' clip 'bars': generator 'SMPTEBars': Reelbench has no such generator; it is black
                        ! track 'V' clip 'base': medium of the kind MediaReference.1: this version does not know such media; it is black
                        ! track 'V' clip 'new': medium of the kind CloudReference.3: this version does not know such media; it is black
                        ! track 'V' clip 'sound only': medium 's.wav': it holds no pictures; it is black
                        ! track 'A' clip 'silent': medium 'p.png': it holds no sound; it is silent
                        """);
    }

    private static String reference(String name, String reference) {
        return "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"" + name + "\", \"source_range\": @24:50+2, \"media_references\": "
                + "{\"DEFAULT_MEDIA\": " + reference + "}}";
    }

    private static String images(String base, String prefix, String suffix, int first, int digits) {
        return Otio.timeline(Otio.video("{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"anim\", \"source_range\": @24:102+3,"
                + " \"media_references\": {\"DEFAULT_MEDIA\": {\"OTIO_SCHEMA\": \"ImageSequenceReference.1\", \"target_url_base\": \""
                + base + "\", \"name_prefix\": \"" + prefix + "\", \"name_suffix\": \"" + suffix + "\", \"start_frame\": " + first
                + ", \"frame_step\": 1, \"frame_zero_padding\": " + digits
                + ", \"rate\": 24, \"available_range\": @24:100+5}}}"));
    }

    @Test
    void imageSequencesBecomeMedia() throws IOException {
        reads(images("file:///old%20shots", "take%5F", ".png", 1001, 4), """
                timeline 'Film'
                media m1 'take_%04d.png' /old shots/take_%04d.png images 1001+5 at 24
                sequence s1 'Film' 24 1280x720 48000
                  VIDEO v1 'V'
                    clip 'anim' m1.0 in 1/12s frames 3
                """);
        reads(images("shots", "", ".jpg", 0, 0), """
                timeline 'Film'
                media m1 '%d.jpg' shots/%d.jpg images 0+5 at 24
                sequence s1 'Film' 24 1280x720 48000
                  VIDEO v1 'V'
                    clip 'anim' m1.0 in 1/12s frames 3
                """);
    }

    @Test
    void imagesWhoseNamesAreNoPatternBecomeStills() throws IOException {
        for (String brief : List.of(images("shots", "100%25_", ".png", 7, 3), images("shots", "p.", ".png", -2, 3),
                images("shots", "p.", ".png", 7, 12), images("file:///shots", "p.", "%2Epng", 7, 3))) {
            ImportedTimeline timeline = Otio.read(folder, brief);
            assertEquals(5, timeline.media().size(), brief);
            assertTrue(timeline.media().stream().allMatch(media -> media.imageSequence() == null), brief);
        }
    }

    @Test
    void imageSequencesInStepsBecomeSequencesOfStills() throws IOException {
        String images = "{\"OTIO_SCHEMA\": \"ImageSequenceReference.1\", \"target_url_base\": \"shots\", \"name_prefix\": \"p.\","
                + " \"name_suffix\": \".png\", \"start_frame\": 9, \"frame_step\": 2, \"frame_zero_padding\": 3, \"rate\": 24,"
                + " \"missing_frame_policy\": \"hold\", \"available_range\": @24:100+5,"
                + " \"available_image_bounds\": {\"OTIO_SCHEMA\": \"Box2d.1\", \"min\": {\"OTIO_SCHEMA\": \"V2d.1\", \"x\": 0, \"y\": 0},"
                + " \"max\": {\"OTIO_SCHEMA\": \"V2d.1\", \"x\": 16, \"y\": 9}}}";
        reads(Otio.timeline(Otio.video(
                "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"anim\", \"source_range\": @24:102+3, \"media_references\": "
                        + "{\"DEFAULT_MEDIA\": " + images + "}}")),
                """
                        timeline 'Film'
                        media m1 'p.009.png' shots/p.009.png
                        media m2 'p.011.png' shots/p.011.png
                        media m3 'p.013.png' shots/p.013.png
                        sequence s1 'Film' 24 1280x720 48000
                          VIDEO v2 'V'
                            clip 'anim' nested s2 in 1/12s frames 3 {otio={"OTIO_SCHEMA":"Clip.2","media_reference":{"OTIO_SCHEMA":\
                        "ImageSequenceReference.1","available_image_bounds":{"OTIO_SCHEMA":"Box2d.1","min":{"OTIO_SCHEMA":"V2d.1","x":0,"y":0},\
                        "max":{"OTIO_SCHEMA":"V2d.1","x":16,"y":9}}}}}
                        sequence s2 'p.###.png' 24 1280x720 48000
                          VIDEO v1 'V1'
                            clip 'p.009.png' still m1 in 0s frames 2
                            clip 'p.011.png' still m2 in 0s frames 2
                            clip 'p.013.png' still m3 in 0s frames 1
                        ! member "available_image_bounds": pictures are fitted into the canvas instead; it is kept unchanged
                        """);
    }

    @Test
    void stacksInTracksBecomeSequencesOfTheirOwn() throws IOException {
        reads(Otio.timeline(Otio.video(Otio.clip("before", "a.mov", "@24:0+10"),
                "{\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"Inner\", \"source_range\": @24:2+6, \"metadata\": {\"s\": 1}, \"markers\": ["
                        + "{\"OTIO_SCHEMA\": \"Marker.2\", \"name\": \"in\", \"marked_range\": @24:3+0}], \"children\": ["
                        + Otio.video(Otio.clip("low", "b.mov", "@24:0+20")) + ","
                        + Otio.audio(Otio.clip("sound", "s.wav", "@24:0+20")) + ","
                        + Otio.clip("alone", "a.mov", "@24:5+4") + "]}",
                "{\"OTIO_SCHEMA\": \"Track.1\", \"kind\": \"Video\", \"name\": \"Row\", \"children\": ["
                        + Otio.clip("x", "a.mov", "@24:0+3") + ", " + Otio.gap("@24:0+2") + "]}",
                Otio.clip("after", "a.mov", "@24:0+10"))), """
                        timeline 'Film'
                        media m1 'a.mov' a.mov
                        media m2 'b.mov' b.mov
                        media m3 's.wav' s.wav
                        sequence s1 'Film' 24 640x360 48000
                          marker 'in' 11+0\s
                          VIDEO v4 'V'
                            clip 'before' m1.1 in 0s frames 10
                            clip 'Inner' nested s2 in 1/12s frames 6 link l1
                            clip 'Row' nested s3 in 0s frames 5
                            clip 'after' m1.1 in 0s frames 10
                          AUDIO a2 'V sound'
                            gap 10
                            clip 'Inner' nested s2 in 1/12s frames 6 link l1
                        sequence s2 'Inner' 24 640x360 48000 {otio={"OTIO_SCHEMA":"Stack.1","metadata":{"s":1}}}
                          VIDEO v1 'V'
                            clip 'low' m2.1 in 0s frames 20
                          AUDIO a1 'A'
                            clip 'sound' m3.0 in 0s frames 20
                          VIDEO v2 'V2'
                            clip 'alone' m1.1 in 5/24s frames 4
                        sequence s3 'Row' 24 640x360 48000
                          VIDEO v3 'Row'
                            clip 'x' m1.1 in 0s frames 3
                        """);
    }

    @Test
    void whatIsDisabledIsThereButNotSeenOrHeard() throws IOException {
        String off = ", \"enabled\": false";
        reads(Otio.timeline(Otio.video(Otio.clip("one", "a.mov", "@24:0+10", off)),
                Otio.audio(Otio.clip("two", "a.mov", "@24:0+10", off)),
                Otio.video(Otio.clip("three", "a.mov", "@24:0+10")).replace("\"kind\"", "\"enabled\": false, \"kind\""),
                Otio.audio(Otio.clip("four", "a.mov", "@24:0+10")).replace("\"kind\"", "\"enabled\": false, \"kind\"")), """
                        timeline 'Film'
                        media m1 'a.mov' a.mov
                        sequence s1 'Film' 24 640x360 48000
                          VIDEO v1 'V'
                            clip 'one' m1.1 in 0s frames 10 opacity 0.0
                          AUDIO a1 'A'
                            clip 'two' m1.0 in 0s frames 10 gain -144.0
                          VIDEO v2 'V' hidden
                            clip 'three' m1.1 in 0s frames 10
                          AUDIO a2 'A' muted
                            clip 'four' m1.0 in 0s frames 10
                        ! track 'V' clip 'one': disabled clip: it lies there with opacity 0
                        ! track 'A' clip 'two': disabled clip: it lies there without sound
                        """);
    }

    @Test
    void unknownSchemasAreKeptAndTold() throws IOException {
        reads(Otio.timeline(Otio.video(Otio.clip("one", "a.mov", "@24:0+10", ", \"wings\": 2, \"empty\": []"),
                "{\"OTIO_SCHEMA\": \"Subclip.4\", \"source_range\": @24:0+5, \"inside\": [1, {\"OTIO_SCHEMA\": \"Odd.1\"}]}",
                "{\"OTIO_SCHEMA\": \"Note.1\", \"text\": \"hello\"}",
                "{\"OTIO_SCHEMA\": \"Clip.9\", \"name\": \"later\", \"source_range\": @24:0+5, \"media_references\": {\"DEFAULT_MEDIA\": "
                        + "{\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \"a.mov\"}}}"),
                "{\"OTIO_SCHEMA\": \"Track.1\", \"kind\": \"Subtitle\", \"children\": []}"),
                """
                        timeline 'Film'
                        media m1 'a.mov' a.mov
                        sequence s1 'Film' 24 640x360 48000 {otio={"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":\
                        [{"OTIO_SCHEMA":"Track.1","kind":"Subtitle","children":[]}]}}}
                          VIDEO v1 'V' {otio={"OTIO_SCHEMA":"Track.1","children":[{"OTIO_SCHEMA":"Subclip.4","source_range":{"OTIO_SCHEMA":\
                        "TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":0},"duration":{"OTIO_SCHEMA":\
                        "RationalTime.1","rate":24,"value":5}},"inside":[1,{"OTIO_SCHEMA":"Odd.1"}]},{"OTIO_SCHEMA":"Note.1","text":"hello"}]}}
                            clip 'one' m1.1 in 0s frames 10 {otio={"OTIO_SCHEMA":"Clip.2","wings":2}}
                            gap 5
                            clip 'later' m1.1 in 0s frames 5
                        ! track 'V' clip 'one': member "wings": this version does not know it; it is kept unchanged
                        ! track 'V': Subclip.4: this version does not know it; it is kept unchanged, with a gap in its place
                        ! track 'V': Note.1: this version does not know it; it is kept unchanged
                        ! Clip.9: it is newer than version 2, which is known; it was read as far as that goes
                        ! track: track of the kind 'Subtitle': tracks are Video or Audio; it is kept unchanged
                        """);
    }

    @Test
    void collectionsMayHoldSeveralTimelinesAndLooseThings() throws IOException {
        reads("{\"OTIO_SCHEMA\": \"SerializableCollection.1\", \"name\": \"Reel\", \"metadata\": {\"c\": 1}, \"children\": [\n"
                + Otio.timeline(Otio.video(Otio.clip("one", "a.mov", "@24:0+10"))) + ",\n"
                + Otio.timeline(Otio.video(Otio.clip("two", "a.mov", "@30:0+10"))).replace("Film", "Second") + ",\n"
                + "{\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \"b.mov\"},\n"
                + Otio.clip("loose", "b.mov", "@24:0+1") + "]}",
                """
                        timeline 'Reel' {otio={"OTIO_SCHEMA":"SerializableCollection.1","children":[{"OTIO_SCHEMA":"Clip.2","name":"loose",\
                        "source_range":{"OTIO_SCHEMA":"TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":0},\
                        "duration":{"OTIO_SCHEMA":"RationalTime.1","rate":24,"value":1}},"media_references":{"DEFAULT_MEDIA":\
                        {"OTIO_SCHEMA":"ExternalReference.1","target_url":"b.mov"}}}],"metadata":{"c":1}}}
                        media m1 'a.mov' a.mov
                        media m2 'b.mov' b.mov
                        sequence s1 'Film' 24 640x360 48000
                          VIDEO v1 'V'
                            clip 'one' m1.1 in 0s frames 10
                        sequence s2 'Second' 30 640x360 48000
                          VIDEO v2 'V'
                            clip 'two' m1.1 in 0s frames 10
                        ! Clip.2 'loose': it lies in no timeline; it is kept unchanged
                        """);
    }

    @Test
    void partsOfATimelineAreReadAsIfTheyWereAloneInOne() throws IOException {
        reads(Otio.clip("one", "a.mov", "@24:0+10"), """
                timeline 'one'
                media m1 'a.mov' a.mov
                sequence s1 'one' 24 640x360 48000
                  VIDEO v1 'V1'
                    clip 'one' m1.1 in 0s frames 10
                """);
        reads(Otio.audio(Otio.clip("one", "a.mov", "@24:0+10")), """
                timeline 'A'
                media m1 'a.mov' a.mov
                sequence s1 'A' 24 640x360 48000
                  AUDIO a1 'A'
                    clip 'one' m1.0 in 0s frames 10
                """);
        reads("{\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"S\", \"children\": [" + Otio.clip("one", "a.mov", "@24:0+10") + "]}",
                """
                        timeline 'S'
                        media m1 'a.mov' a.mov
                        sequence s1 'S' 24 640x360 48000
                          VIDEO v1 'V1'
                            clip 'one' m1.1 in 0s frames 10
                        """);
    }
}
