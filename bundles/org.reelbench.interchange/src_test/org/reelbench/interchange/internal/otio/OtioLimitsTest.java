package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.JsonLimits;

/** Files that are refused, in words, and files that nearly are. */
class OtioLimitsTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    private String refusal(String brief) {
        return assertThrows(TimelineFormatException.class, () -> Otio.read(folder, brief)).getMessage();
    }

    @Test
    void theMessageNamesFileLineThingAndRemedy() {
        assertEquals("film.otio, line 3: track 'V' clip 'Beach': \"rate\" must be a number above 0, not -24. "
                + "Have the file written again, or correct this place in a text editor.",
                refusal(Otio.timeline(Otio.video(Otio.clip("Beach", "a.mov", "@24:0+10")))
                        .replaceFirst("@24:0\\+10", "{\"duration\": {\"value\": 1, \"rate\": -24}}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "{\"value\": 1}                      | \"rate\" is missing; it must be a number",
            "{\"rate\": 24}                      | \"value\" is missing; it must be a number",
            "{\"value\": \"1\", \"rate\": 24}    | \"value\" must be a number within ±1000000000000000, not \"1\"",
            "{\"value\": NaN, \"rate\": 24}      | \"value\" must be a number within ±1000000000000000, not \"NaN\"",
            "{\"value\": 1e16, \"rate\": 24}     | \"value\" must be a number within ±1000000000000000, not 1e16",
            "{\"value\": 1, \"rate\": Infinity}  | \"rate\" must be a number within ±1000000000, not \"Infinity\"",
            "{\"value\": 1, \"rate\": 0}         | \"rate\" must be a number above 0, not 0",
            "{\"value\": -1, \"rate\": 24}       | a duration is not negative",
            "[1, 24]                             | \"duration\" must be an object {…}, not a list",
            "null                                | \"duration\" is missing; it must be a time",
            "{\"value\": 1e15, \"rate\": 1}      | the track is longer than 1099511627776 frames" })
    void timesOfTheWrongFormAreRefused(String duration, String expected) {
        String message = refusal(Otio.timeline(Otio.video(Otio.clip("a", "a.mov", "{\"duration\": " + duration + "}"))));
        assertTrue(message.contains("track 'V' clip 'a': " + expected), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "[]                                                            | this is no OpenTimelineIO",
            "{}                                                            | this is no OpenTimelineIO",
            "7                                                             | this is no OpenTimelineIO",
            "{\"OTIO_SCHEMA\": 7}                                          | \"OTIO_SCHEMA\" must be a text, not 7",
            "{\"OTIO_SCHEMA\": \"RationalTime.1\"}                         | this file holds no timeline but RationalTime.1",
            "{\"OTIO_SCHEMA\": \"Marker.2\"}                               | this file holds no timeline but Marker.2",
            "{\"OTIO_SCHEMA\": \"\"}                                       | this file holds no timeline but an object without a schema",
            "{\"OTIO_SCHEMA\": \"SerializableCollection.1\"}               | there is no timeline in this file",
            "{\"OTIO_SCHEMA\": \"Timeline.1\", \"tracks\": 7}              | \"tracks\" must be an object {…}, not 7",
            "{\"OTIO_SCHEMA\": \"Timeline.1\", \"tracks\": {\"OTIO_SCHEMA\": \"Clip.1\"}} | \"tracks\" of a timeline is a Stack, not Clip.1",
            "{\"OTIO_SCHEMA\": \"Stack.1\", \"children\": {}}              | \"children\" must be a list, not an object",
            "{\"OTIO_SCHEMA\": \"Stack.1\", \"children\": [7]}             | an object {…} must stand here, not 7",
            "{\"OTIO_SCHEMA\": \"Stack.1\", \"children\": [                | the file ends too early",
            "{\"OTIO_SCHEMA\": \"Stack.1\"} x                              | this is no JSON",
            "{\"OTIO_SCHEMA\": \"Stack.1\", \"a\": 1, \"a\": 2}            | a member is given twice",
            "''                                                            | this is no JSON" })
    void whatIsNoTimelineIsRefused(String text, String expected) {
        String message = refusal(text);
        assertTrue(message.startsWith("film.otio") && message.contains(expected), message);
    }

    @Test
    void filesThatAreNotThereOrNoFilesSaySo() throws IOException {
        NoSuchFileException none = assertThrows(NoSuchFileException.class,
                () -> new OtioFormat().read(folder.resolve("none.otio"), ImportSettings.DEFAULT, MediaLookup.NOTHING));
        assertTrue(none.getMessage().contains("there is no such file"), none.getMessage());
        Files.createDirectory(folder.resolve("folder.otio"));
        IOException directory = assertThrows(IOException.class,
                () -> new OtioFormat().read(folder.resolve("folder.otio"), ImportSettings.DEFAULT, MediaLookup.NOTHING));
        assertTrue(directory.getMessage().contains("this is no file"), directory.getMessage());
        Files.write(folder.resolve("bytes.otio"), new byte[] { '{', '"', (byte) 0xff, '"', '}' });
        IOException bytes = assertThrows(TimelineFormatException.class,
                () -> new OtioFormat().read(folder.resolve("bytes.otio"), ImportSettings.DEFAULT, MediaLookup.NOTHING));
        assertTrue(bytes.getMessage().contains("no text in UTF-8"), bytes.getMessage());
        Files.writeString(folder.resolve("mark.otio"), "\ufeff" + Otio.json(Otio.timeline()));
        assertEquals("Film",
                new OtioFormat().read(folder.resolve("mark.otio"), ImportSettings.DEFAULT, MediaLookup.NOTHING).name());
    }

    @Test
    void deepNestingIsReadUpToALimitAndThenRefused() throws IOException {
        ImportedTimeline deep = Otio.read(folder, Otio.timeline(nested(50)));
        assertEquals(51, deep.sequences().size());
        assertEquals("", Checks.problem(deep));
        String message = refusal(Otio.timeline(nested(100)));
        assertTrue(message.contains("nested more than 256 deep"), message);
        message = refusal("{\"OTIO_SCHEMA\": \"Stack.1\", \"metadata\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertTrue(message.contains("nested more than 256 deep"), message);
    }

    /** Returns a track in which stacks of a track lie inside each other. */
    private static String nested(int levels) {
        String track = Otio.video(Otio.clip("a", "a.mov", "@24:0+10"));
        for (int i = 0; i < levels; i++) {
            track = Otio
                    .video("{\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"" + "n".repeat(50) + "\", \"children\": [" + track + "]}");
        }
        return track;
    }

    @Test
    void metadataNestedDeeperThanAProjectMayBeAreNotKept() throws IOException {
        String kept = Otio.timeline().replace("\"name\": \"Film\"",
                "\"metadata\": {\"m\": " + "[".repeat(38) + "1" + "]".repeat(38)
                        + "}");
        assertEquals(0, Otio.read(folder, kept).notCarriedOver().size());
        ImportedTimeline lost = Otio.read(folder, kept.replace("{\"m\": [", "{\"m\": [[[").replace("1]", "1]]]"));
        assertEquals("member \"metadata\"", lost.notCarriedOver().getFirst().what());
        assertTrue(lost.sequences().getFirst().extras().isEmpty());
    }

    @Test
    void moreThanTheMemoryHoldsIsRefused() throws IOException {
        Path file = folder.resolve("large.otio");
        StringBuilder clips = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            clips.append(i == 0 ? "" : ",\n").append(Otio.clip("c" + i, "a.mov", "@24:0+10"));
        }
        Files.writeString(file, Otio.json(Otio.timeline(Otio.video(clips.toString()))));
        JsonLimits limits = JsonLimits.forFiles();
        assertEquals(2000, OtioFormat.read(file, ImportSettings.DEFAULT, MediaLookup.NOTHING, limits).sequences().getFirst()
                .tracks().getFirst().items().size());
        IOException memory = assertThrows(TimelineFormatException.class, () -> OtioFormat.read(file, ImportSettings.DEFAULT,
                MediaLookup.NOTHING, new JsonLimits(limits.maxFileBytes(), limits.maxDepth(), limits.maxTextChars(), 1 << 20)));
        assertTrue(memory.getMessage().contains("too large for the memory"), memory.getMessage());
        IOException size = assertThrows(TimelineFormatException.class, () -> OtioFormat.read(file, ImportSettings.DEFAULT,
                MediaLookup.NOTHING, new JsonLimits(1 << 18, limits.maxDepth(), limits.maxTextChars(), limits.maxTreeBytes())));
        assertTrue(size.getMessage().contains("larger than"), size.getMessage());
    }

    @Test
    void tooLongTextsAndTooManyLossesAreBounded() throws IOException {
        String message = refusal(Otio.timeline().replace("Film", "x".repeat(2 << 20)));
        assertTrue(message.contains("longer than is allowed"), message);
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < Losses.MOST + 50; i++) {
            members.append("\"x").append(i).append("\": 1, ");
        }
        ImportedTimeline many = Otio.read(folder, Otio.timeline().replace("\"name\": \"Film\"", members + "\"name\": \"Film\""));
        assertEquals(Losses.MOST + 1, many.notCarriedOver().size());
        assertEquals("50 more", many.notCarriedOver().getLast().what());
    }

    @Test
    void anImageSequenceWithoutEndIsBlack() throws IOException {
        ImportedTimeline timeline = Otio.read(folder, Otio.timeline(Otio.video(
                "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"anim\", \"source_range\": @24:0+3, \"media_references\": {\"DEFAULT_MEDIA\":"
                        + " {\"OTIO_SCHEMA\": \"ImageSequenceReference.1\", \"name_suffix\": \".png\", \"rate\": 1000000,"
                        + " \"available_range\": @24:0+2400000}}}")));
        assertEquals(0, timeline.media().size());
        assertTrue(timeline.notCarriedOver().getFirst().why().contains("up to 10000000 pictures"));
    }
}
