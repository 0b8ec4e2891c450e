package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Sequence;

/** What times become: frames, places, trims and transitions. */
class OtioTimesTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    /** Returns the items of the first track, each on a line, then what is not carried over. */
    private String items(String brief) throws IOException {
        return items(Otio.read(folder, brief));
    }

    private String items(ImportedTimeline timeline) {
        String dump = Otio.dump(timeline, folder);
        List<String> lines = dump.lines().filter(line -> line.startsWith("    ") || line.startsWith("!"))
                .map(line -> line.replaceAll("^    ", "").replaceAll(" m\\d+\\.\\d", "")).toList();
        return String.join("\n", lines);
    }

    private Sequence sequence(String brief, ImportSettings settings) throws IOException {
        return Otio.read(folder, brief, settings, Otio.knowing(Map.of("a.mov", Otio.FILM))).sequences().getFirst();
    }

    @Test
    void theRateIsTheStartTimesElseTheMostUsedElseTheFilms() throws IOException {
        String[] clips = { Otio.clip("a", "x.mov", "@23.976:0+10"), Otio.clip("b", "x.mov", "@30:0+10"),
                Otio.clip("c", "x.mov", "@23.98:0+10"), Otio.clip("s", "x.mov", "@48000:0+10") };
        FrameRate film = FrameRate.of(24000, 1001);
        assertEquals(film, sequence(Otio.timeline(Otio.video(clips)), ImportSettings.DEFAULT).rate());
        assertEquals(FrameRate.of(25, 1),
                sequence(Otio.timeline(Otio.video(clips)).replace("\"tracks\": {", "\"global_start_time\": @25:0, \"tracks\": {"),
                        ImportSettings.DEFAULT).rate());
        assertEquals(film, sequence(Otio.timeline(Otio.audio(clips)), ImportSettings.DEFAULT).rate());
        assertEquals(FrameRate.of(30, 1), sequence(
                Otio.timeline(Otio.audio(clips[0], clips[2]), Otio.video(clips[1])), ImportSettings.DEFAULT).rate());
        assertEquals(FrameRate.of(24, 1),
                sequence(Otio.timeline(Otio.video(Otio.clip("a", "a.mov", "null"))), ImportSettings.DEFAULT).rate());
        assertEquals(ImportSettings.FALLBACK_RATE, sequence(Otio.timeline(), ImportSettings.DEFAULT).rate());
        assertEquals(FrameRate.of(50, 1), sequence(Otio.timeline(Otio.video(clips)),
                new ImportSettings(Optional.of(FrameRate.of(50, 1)), Optional.empty(), 48000)).rate());
    }

    @Test
    void theCanvasIsTheCallersElseThatOfTheFirstFilm() throws IOException {
        String brief = Otio.timeline(Otio.video(Otio.clip("a", "a.mov", "@24:0+10")));
        Sequence own = sequence(brief, ImportSettings.DEFAULT);
        assertEquals("640x360 48000", own.widthPx() + "x" + own.heightPx() + " " + own.sampleRateHz());
        Sequence wanted = sequence(brief, new ImportSettings(Optional.empty(), Optional.of(new CanvasSize(320, 200)), 44100));
        assertEquals("320x200 44100", wanted.widthPx() + "x" + wanted.heightPx() + " " + wanted.sampleRateHz());
    }

    @Test
    void placesAreRoundedNotLengths() throws IOException {
        // 10 frames at 30 are 8 at 24; three times 3 1/3 frames are 10.
        assertEquals("clip 'a' in 0s frames 8\nclip 'b' in 0s frames 3\nclip 'c' in 0s frames 4\nclip 'd' in 0s frames 3",
                items(Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "@30:0+10"), Otio.clip("b", "x.mov", "@24:0+3.3333333333"),
                        Otio.clip("c", "x.mov", "@24:0+3.3333333333"), Otio.clip("d", "x.mov", "@24:0+3.3333333333")))));
    }

    @Test
    void aThousandOddLengthsDoNotDrift() throws IOException {
        String[] clips = new String[1000];
        Arrays.setAll(clips, i -> Otio.clip("c", "x.mov", "@24:0+" + (i % 2 == 0 ? "1.3" : "1.7")));
        Sequence sequence = sequence(Otio.timeline(Otio.video(clips)), ImportSettings.DEFAULT);
        assertEquals(1500, sequence.durationFrames());
        // Denominators that have nothing in common still do not overflow.
        Arrays.setAll(clips, i -> Otio.clip("c", "x.mov", "@24:0+" + (1 + 1.0 / (997 + 2 * i))));
        assertEquals(1000, sequence(Otio.timeline(Otio.video(clips)), ImportSettings.DEFAULT).durationFrames(), 1);
    }

    @Test
    void sourceTimesStayExact() throws IOException {
        assertEquals("clip 'a' in 1001/480s frames 10\nclip 'b' in 1s frames 10",
                items(Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "@23.976:50+10"), Otio.clip("b", "x.mov", "@23.976:0+10")
                        .replaceFirst("@23.976:0\\+10",
                                "{\"start_time\": @48000:48000, \"duration\": @23.976:10}")))));
    }

    @Test
    void whatIsShorterThanHalfAFrameIsLeftOut() throws IOException {
        assertEquals("clip 'b' in 0s frames 10\n! track 'V' clip 'a': item: it is shorter than half a frame; it is left out",
                items(Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "@24:0+0"), Otio.gap("@24:0+0"),
                        Otio.clip("b", "x.mov", "@24:0+10")))));
    }

    @Test
    void aClipWithoutAnyLengthIsLeftOutAndKept() throws IOException {
        assertEquals("clip 'b' in 0s frames 10\n"
                + "! track 'V' clip 'a': clip: neither it nor its medium says how long it is; it is left out",
                items(Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "null"), Otio.clip("b", "x.mov", "@24:0+10")))));
    }

    @Test
    void aClipWithoutAnyRangeIsAsLongAsItsMedium() throws IOException {
        assertEquals("clip 'a' in 0s frames 240", items(Otio.read(folder,
                Otio.timeline(Otio.video(Otio.clip("a", "a.mov", "null"))), ImportSettings.DEFAULT,
                Otio.knowing(Map.of("a.mov", Otio.FILM)))));
    }

    @Test
    void aRangeBehindTheEndOfTheMediumIsTold() throws IOException {
        assertEquals(
                "clip 'a' in 3600s frames 24\n! track 'V' clip 'a': source range: it begins after the end of the medium, and no"
                        + " \"available_range\" says what time the medium begins at; the last picture stands still",
                items(Otio.read(folder, Otio.timeline(Otio.video(Otio.clip("a", "a.mov", "@24:86400+24"))),
                        ImportSettings.DEFAULT,
                        Otio.knowing(Map.of("a.mov", Otio.FILM)))));
    }

    @Test
    void gapsAreJoinedAndThoseAtTheEndDropped() throws IOException {
        assertEquals("gap 15\nclip 'a' in 0s frames 10", items(Otio.timeline(Otio.video(Otio.gap("@24:0+5"), Otio.gap("@24:0+10"),
                Otio.clip("a", "x.mov", "@24:0+10"), Otio.gap("@24:0+7"), Otio.gap("@24:0+7")))));
    }

    @Test
    void aTransitionThatDoesNotFitBecomesACut() throws IOException {
        String none = "! track 'V' transition: transition: it does not lie between two clips; there is a cut instead";
        String tooShort = "! track 'V' transition: transition: the clips beside it are shorter; there is a cut instead";
        String a = Otio.clip("a", "x.mov", "@24:0+10");
        String b = Otio.clip("b", "x.mov", "@24:0+10");
        String cut = "clip 'a' in 0s frames 10\nclip 'b' in 0s frames 10\n";
        assertEquals("clip 'a' in 0s frames 10\n" + none.replace("'V'", "'A'"),
                items(Otio.timeline(Otio.audio(a, Otio.dissolve("@24:5", "@24:1")))).replace(" m1.1", ""));
        assertEquals("gap 5\nclip 'b' in 0s frames 10\n" + none,
                items(Otio.timeline(Otio.video(Otio.gap("@24:0+2"), Otio.dissolve("@24:2", "@24:2"), Otio.gap("@24:0+3"), b))));
        assertEquals("clip 'a' in 0s frames 10\ndissolve 3/3\nclip 'b' in 0s frames 10\n" + none, items(
                Otio.timeline(Otio.video(a, Otio.dissolve("@24:2", "@24:2"), Otio.dissolve("@24:3", "@24:3"), b))));
        assertEquals("clip 'a' in 0s frames 10\ndissolve 10/10\nclip 'b' in 0s frames 10",
                items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:10", "@24:10"), b))));
        assertEquals(cut + tooShort, items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:11", "@24:0"), b))));
        assertEquals(cut + tooShort, items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:0", "@24:11"), b))));
        assertEquals("clip 'a' in 0s frames 10\ndissolve 5/5\nclip 'b' in 0s frames 10\nclip 'a' in 0s frames 10\n" + tooShort,
                items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:5", "@24:5"), b, Otio.dissolve("@24:6", "@24:5"), a))));
        assertEquals(cut + "! track 'V' transition: transition: it is shorter than half a frame; there is a cut instead",
                items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:0", "@24:0.4"), b))));
    }

    @Test
    void aTransitionBetweenAPictureAndNothingIsAFade() throws IOException {
        String a = Otio.clip("a", "x.mov", "@24:24+10");
        String b = Otio.clip("b", "x.mov", "@24:24+10");
        assertEquals("clip 'a' in 1s frames 10 fades 5|4",
                items(Otio.timeline(Otio.video(Otio.dissolve("@24:0", "@24:5"), a, Otio.dissolve("@24:4", "@24:0")))));
        assertEquals("clip 'a' in 1s frames 10 fades 0|5 opacity [-3:0.0, 5:1.0]",
                items(Otio.timeline(Otio.video(Otio.dissolve("@24:3", "@24:5"), a, Otio.dissolve("@24:5", "@24:0")))));
        assertEquals("gap 5\nclip 'a' in 11/12s frames 15 fades 5|5\ngap 1\nclip 'b' in 11/12s frames 12 fades 2|0",
                items(Otio.timeline(
                        Otio.video(Otio.gap("@24:0+7"), Otio.dissolve("@24:2", "@24:3"), a, Otio.dissolve("@24:2", "@24:3"),
                                Otio.gap("@24:0+6"), Otio.dissolve("@24:2", "@24:0"), b))));
        assertEquals("clip 'a' in 1s frames 12 opacity [10:1.0, 13:0.0]\nclip 'b' in 1s frames 10",
                items(Otio.timeline(Otio.video(a, Otio.dissolve("@24:0", "@24:3"), Otio.gap("@24:0+2"), b))));
        assertEquals(
                "clip 'a' in 1s frames 10 fades 6|0\nclip 'b' in 1s frames 10\n! track 'V' transition: transition:"
                        + " the clips beside it are shorter; there is a cut instead",
                items(Otio.timeline(Otio.video(Otio.dissolve("@24:0", "@24:6"), a, Otio.dissolve("@24:5", "@24:5"), b))));
        assertEquals("clip 'a' in 1s frames 10 fades 5|0\ndissolve 5/5\nclip 'b' in 1s frames 10",
                items(Otio.timeline(Otio.video(Otio.dissolve("@24:0", "@24:5"), a, Otio.dissolve("@24:5", "@24:5"), b))));
    }

    @Test
    void aTransitionBetweenASoundAndNothingIsAFadeWhereThereIsRoom() throws IOException {
        String a = Otio.clip("a", "x.wav", "@24:24+10");
        assertEquals("clip 'a' in 1s frames 10 fades 5|4",
                items(Otio.timeline(Otio.audio(Otio.dissolve("@24:0", "@24:5"), a, Otio.dissolve("@24:4", "@24:0")))));
        assertEquals("gap 5\nclip 'a' in 11/12s frames 12 fades 5|0",
                items(Otio.timeline(Otio.audio(Otio.gap("@24:0+7"), Otio.dissolve("@24:2", "@24:3"), a))));
        assertEquals(
                "clip 'a' in 1s frames 10\n! track 'A' transition: transition: it does not lie between two clips; there is a cut"
                        + " instead",
                items(Otio.timeline(Otio.audio(Otio.dissolve("@24:2", "@24:3"), a))));
    }

    @Test
    void otherTransitionsAreDissolvesAndTold() throws IOException {
        assertEquals(
                "clip 'a' in 0s frames 10\ndissolve 2/3 {otio={\"OTIO_SCHEMA\":\"Transition.1\",\"parameters\":{\"angle\":1},"
                        + "\"transition_type\":\"Custom_Transition\"}}\nclip 'b' in 0s frames 10\n"
                        + "! track 'V' transition: member \"parameters\": this version does not know it; it is kept unchanged\n"
                        + "! track 'V' transition: transition of the type 'Custom_Transition': Reelbench has no such transition; it is a dissolve",
                items(Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "@24:0+10"), Otio.dissolve("@24:2", "@24:3")
                        .replace("SMPTE_Dissolve", "Custom_Transition")
                        .replaceFirst("@24:3}", "@24:3, \"parameters\": {\"angle\": 1}}"),
                        Otio.clip("b", "x.mov", "@24:0+10")))));
    }

    @Test
    void theSourceRangeOfATrackTrimsIt() throws IOException {
        String track = Otio.video(Otio.clip("a", "x.mov", "@24:100+10"), Otio.dissolve("@24:2", "@24:2"),
                Otio.clip("b", "x.mov", "@24:0+10"), Otio.gap("@24:0+5"), Otio.clip("c", "x.mov", "@24:0+10"));
        assertEquals("clip 'a' in 13/3s frames 6\ndissolve 2/2\nclip 'b' in 0s frames 10\ngap 5\nclip 'c' in 0s frames 3",
                items(Otio.timeline(trimmed(track, "@24:4+24"))));
        assertEquals("clip 'a' in 109/24s frames 1\nclip 'b' in 0s frames 1\n"
                + "! track 'V' transition: transition: the source range of its track or stack cuts it",
                items(Otio.timeline(trimmed(track, "@24:9+2"))));
        assertEquals("gap 3\nclip 'a' in 25/6s frames 4", items(Otio.timeline(trimmed(track, "@24:-3+7"))));
        assertEquals("clip 'c' in 1/3s frames 2", items(Otio.timeline(trimmed(track, "@24:33+50"))));
        assertEquals("", items(Otio.timeline(trimmed(track, "@24:20+0"))));
        assertEquals("", items(Otio.timeline(trimmed(track, "@24:90+10"))));
    }

    @Test
    void theSourceRangeOfTheStackTrimsAllTracksAfterTheirOwn() throws IOException {
        String track = trimmed(Otio.video(Otio.clip("a", "x.mov", "@24:100+10"), Otio.clip("b", "x.mov", "@24:0+10")),
                "@24:4+12");
        assertEquals("clip 'a' in 107/24s frames 3\nclip 'b' in 0s frames 2",
                items(Otio.timeline(track).replace("\"name\": \"tracks\"", "\"name\": \"tracks\", \"source_range\": @24:3+5")));
    }

    @Test
    void markersOfATrimmedTrackMoveWithIt() throws IOException {
        String marker = ", \"markers\": [{\"OTIO_SCHEMA\": \"Marker.2\", \"name\": \"m\", \"marked_range\": @24:106+1}]";
        Sequence sequence = sequence(
                Otio.timeline(trimmed(Otio.video(Otio.clip("a", "x.mov", "@24:100+10", marker)), "@24:4+12")),
                ImportSettings.DEFAULT);
        assertEquals(2, sequence.markers().getFirst().frame());
        assertEquals("clip 'a' in 13/3s frames 1\n! track 'V' clip 'a' marker 'm': marker: it lies outside of the source range",
                items(Otio.timeline(trimmed(Otio.video(Otio.clip("a", "x.mov", "@24:100+10", marker)), "@24:4+1"))));
    }

    @Test
    void reversedClipsAreTrimmedFromTheirEnd() throws IOException {
        String back = ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": -1}]";
        assertEquals("clip 'a' in 107/24s frames 3 speed -1",
                items(Otio.timeline(trimmed(Otio.video(Otio.clip("a", "x.mov", "@24:100+10", back)), "@24:2+3"))));
    }

    private static String trimmed(String track, String range) {
        return track.replaceFirst("\"kind\"", "\"source_range\": " + range + ", \"kind\"");
    }

    @Test
    void mediaAreLookedAtOnceAndNamedOnce() throws IOException {
        List<Path> asked = new ArrayList<>();
        MediaLookup counting = file -> {
            asked.add(file);
            return Optional.of(Otio.FILM);
        };
        ImportedTimeline timeline = Otio.read(folder, Otio.timeline(Otio.video(Otio.clip("a", "x.mov", "@24:0+10"),
                Otio.clip("b", "./x.mov", "@24:0+10"), Otio.clip("c", "C:/x.mov", "@24:0+10")),
                Otio.audio(Otio.clip("d", folder.toUri() + "x.mov", "@24:0+10"))), ImportSettings.DEFAULT, counting);
        assertEquals(List.of(folder.toRealPath().resolve("x.mov")), asked);
        assertEquals(2, timeline.media().size());
    }

    @Test
    void aClipWithoutANameHasThatOfItsMedium() throws IOException {
        assertEquals("clip 'x.mov' in 0s frames 10\nclip 'Beach' in 0s frames 10", items(Otio.timeline(Otio.video(
                Otio.clip("", "sub/x.mov", "@24:0+10"),
                Otio.clip("", "y.mov", "@24:0+10").replace("\"target_url\"", "\"name\": \"Beach\", \"target_url\"")))));
    }

    @Test
    void severalMediaOfAClipAreKept() throws IOException {
        assertEquals("clip 'a' in 0s frames 10 {otio={\"OTIO_SCHEMA\":\"Clip.2\",\"media_references\":{\"proxy\":"
                + "{\"OTIO_SCHEMA\":\"ExternalReference.1\",\"target_url\":\"p.mov\"}}}}\n"
                + "! track 'V' clip 'a': medium 'proxy': a clip has one medium here, 'full'; the other is kept unchanged",
                items(Otio.timeline(Otio.video("""
                        {"OTIO_SCHEMA": "Clip.2", "name": "a", "source_range": @24:0+10, "active_media_reference_key": "full",
                         "media_references": {"proxy": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "p.mov"},
                         "full": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "f.mov"}}}"""))));
    }
}
