package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.JsonLimits;

/**
 * What is said about files that are no projects. Each test changes one place of a good project.
 */
class ProjectFormatTest {

    /** The line numbers in the tests are those of this text. */
    private static final String GOOD = """
            {
              "reelbench": 1,
              "name": "Film",
              "mainSequence": "s1",
              "media": [
                {"id": "m1", "path": "beach.mp4"},
                {"id": "m2", "path": "logo.png"}
              ],
              "sequences": [
                {
                  "id": "s1",
                  "rate": "25",
                  "widthPx": 1920, "heightPx": 1080, "sampleRateHz": 48000,
                  "tracks": [
                    {
                      "id": "v1", "name": "V1", "kind": "video",
                      "items": [
                        {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, "durationFrames": 50},
                        {"transition": "t1", "kind": "dissolve", "inOffsetFrames": 5, "outOffsetFrames": 5},
                        {"clip": "c2", "still": "m2", "durationFrames": 50},
                        {"gapFrames": 10},
                        {
                          "clip": "c3", "media": "m1", "stream": 0, "sourceIn": "1/25s", "durationFrames": 8, \
            "speed": "2", "opacity": 0.5,
                          "transform": {"scale": 2, "crop": {"leftPx": 3}},
                          "effects": [
                            {"effect": "blur", "parameters": {"radius": 1.5}}
                          ]
                        }
                      ]
                    },
                    {"id": "a1", "kind": "audio", "muted": false, "items": []}
                  ]
                }
              ]
            }
            """;

    private Path file = Path.of("film.reel");

    @BeforeEach
    void setUp(@TempDir Path folder) {
        file = folder.resolve("film.reel");
    }

    private ProjectFormatException refused(String text) throws IOException {
        Files.writeString(file, text);
        return assertThrows(ProjectFormatException.class, () -> ProjectFile.load(file));
    }

    /** Replaces something in the good project and expects the message. */
    private void expect(String from, String to, int line, String message) throws IOException {
        assertTrue(GOOD.contains(from), from);
        ProjectFormatException e = refused(GOOD.replace(from, to));
        String expected = "film.reel" + (line > 0 ? ", line " + line : "") + ": " + message;
        assertTrue(e.getMessage().startsWith(expected), () -> "expected: " + expected + "\nbut was:  " + e.getMessage());
        assertEquals(line, e.line());
        assertTrue(e.getMessage().length() > expected.length() + 10, "no remedy: " + e.getMessage());
    }

    @Test
    void theGoodOneLoads() throws Exception {
        Files.writeString(file, GOOD);
        assertEquals(5, ProjectFile.load(file).mainSequence().tracks().getFirst().items().size());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreRead() throws Exception {
        Files.writeString(file, GOOD);
        Project expected = ProjectFile.load(file);
        Files.writeString(file, "\ufeff" + GOOD.replace("\n", "\r\n"));
        assertEquals(expected, ProjectFile.load(file));
    }

    @Test
    void aWholeMessageReadsLikeThis() throws Exception {
        ProjectFormatException e = refused(GOOD.replace("\"durationFrames\": 8", "\"durationFrames\": \"x\""));
        assertEquals("film.reel, line 23: track 'V1' clip 'c3': \"durationFrames\" must be a whole number above 0,"
                + " not \"x\". Correct it in a text editor, or restore a copy of the file.", e.getMessage());
        assertEquals(Files.readAllLines(file).get(22).indexOf("\"x\"") + 1, e.column());
        assertEquals(file, e.file());
    }

    @Test
    void syntaxErrorsNameTheLine() throws Exception {
        expect("\"gapFrames\": 10", "\"gapFrames\" 10", 21, "this is no JSON: unexpected character ('1' (code 49))");
        expect("{\"gapFrames\": 10},", "{\"gapFrames\": 10}", 22, "this is no JSON: unexpected character ('{' (code 123))");
        expect("\"name\": \"Film\"", "\"name\": \"Film", 3, "this is no JSON: ");
        expect("\"rate\": \"25\"", "\"rate\": \"25\", \"rate\": \"24\"", 12, "the member \"rate\" is given twice");
    }

    @Test
    void wrongTypesNameTheMemberAndTheValue() throws Exception {
        expect("\"Film\"", "7", 3, "\"name\" must be a text, not 7");
        expect("\"id\": \"m1\"", "\"id\": null", 6, "media 1: \"id\" must be a text, not null");
        expect("\"path\": \"logo.png\"", "\"path\": [\"logo.png\"]", 7, "media 'm2': \"path\" must be a text, not a list");
        expect("1920", "19.5", 13, "sequence 's1': \"widthPx\" must be a whole number above 0, not 19.5");
        expect("1920", "99999999999", 13, "sequence 's1': \"widthPx\" must be a whole number up to 2147483647, not 99999999999");
        expect("\"muted\": false", "\"muted\": 0", 31, "track 'a1': \"muted\" must be true or false, not 0");
        expect("\"items\": []", "\"items\": {}", 31, "track 'a1': \"items\" must be a list, not an object");
        expect("{\"gapFrames\": 10}", "10", 21, "track 'V1' item 4: an object {…} must stand here, not 10");
        expect("\"opacity\": 0.5", "\"opacity\": \"half\"", 23,
                "track 'V1' clip 'c3': \"opacity\" must be a number from 0 to 1");
        expect("\"scale\": 2", "\"scale\": \"2\"", 24, "track 'V1' clip 'c3': \"scale\" must be a number above 0, not \"2\"");
        expect("{\"leftPx\": 3}", "3", 24, "track 'V1' clip 'c3': \"crop\" must be an object {…}, not 3");
        expect("1.5", "[1.5]", 26,
                "track 'V1' clip 'c3' effect 1: \"radius\" must be a text, a number, true or false, not a list");
    }

    @Test
    void valuesOutOfRangeNameTheRange() throws Exception {
        expect("\"gapFrames\": 10", "\"gapFrames\": 0", 21,
                "track 'V1' item 4: \"gapFrames\" must be a whole number above 0, not 0");
        expect("\"gapFrames\": 10", "\"gapFrames\": 9999999999999", 21,
                "track 'V1' item 4: \"gapFrames\" must be a whole number up to 1099511627776, not 9999999999999");
        expect("\"opacity\": 0.5", "\"opacity\": 2", 23,
                "track 'V1' clip 'c3': \"opacity\" must be a number from 0 to 1, not 2");
        expect("\"scale\": 2", "\"scale\": 0", 24, "track 'V1' clip 'c3': \"scale\" must be a number above 0, not 0");
        expect("\"scale\": 2", "\"scale\": 1e999", 24, "track 'V1' clip 'c3': \"scale\" must be a number above 0, not 1e999");
        expect("\"leftPx\": 3", "\"leftPx\": -3", 24,
                "track 'V1' clip 'c3': \"leftPx\" must be a number of at least 0, not -3");
        expect("\"speed\": \"2\"", "\"speed\": \"fast\"", 23, "track 'V1' clip 'c3': \"speed\" must be a number such as");
        expect("\"speed\": \"2\"", "\"speed\": \"9999999\"", 22, "track 'V1' clip 'c3': the speed of clip c3 is a fraction");
        expect("\"1/25s\"", "\"1/0s\"", 23, "track 'V1' clip 'c3': \"sourceIn\" must be a time such as");
        expect("\"1/25s\"", "\"1/9223372036854775807s\"", 23,
                "track 'V1' clip 'c3': the times of this clip are too large or too fine");
        expect("\"rate\": \"25\"", "\"rate\": \"-25\"", 12, "sequence 's1': \"rate\" must be a frame rate");
        expect("\"clip\": \"c2\"", "\"clip\": \" \"", 20, "track 'V1' item 3: \"clip\" must be a short text on one line");
        expect("beach.mp4", "\\u0000", 6, "media 'm1': \"path\" must be a path of this system, not \"\\u0000\"");
        expect("\"path\": \"beach.mp4\"", "\"path\": \"\"", 6, "media 'm1': ");
        expect("\"kind\": \"audio\"", "\"kind\": \"smell\"", 31,
                "track 'a1': \"kind\" must be \"video\" or \"audio\", not \"smell\"");
    }

    @Test
    void treatmentsSayWhatTheyCanBe() throws Exception {
        String clip = "track 'V1' clip 'c3': ";
        expect("\"opacity\": 0.5", "\"blend\": \"burn\"", 23, clip + "\"blend\" must be normal, add, multiply, screen, overlay,"
                + " darken, lighten or difference, not \"burn\"");
        expect("\"opacity\": 0.5", "\"blend\": \"ADD\"", 23, clip + "\"blend\" must be normal, add");
        expect("\"opacity\": 0.5", "\"channels\": \"5.1\"", 23,
                clip + "\"channels\" must be all, left, right, mono or one or two");
        expect("\"opacity\": 0.5", "\"keepPitch\": 1", 23, clip + "\"keepPitch\" must be true or false, not 1");
        expect("\"opacity\": 0.5", "\"fadeInFrames\": -1", 23, clip + "\"fadeInFrames\" must be a whole number of at least 0");
        expect("\"opacity\": 0.5", "\"fadeOutFrames\": 1e9", 23, clip + "\"fadeOutFrames\" must be a whole number");
        expect("\"opacity\": 0.5", "\"fadeInFrames\": 4, \"fadeOutFrames\": 5", 23, clip + "the clip is 8 frames long: it cannot"
                + " fade in for 4 and out for 5");
        expect("\"scale\": 2", "\"anchorX\": \"left\"", 24, clip + "\"anchorX\" must be a number, not \"left\"");
        expect("\"leftPx\": 3", "\"topPx\": 1e99", 24, clip + "\"topPx\" must be a number of at least 0");
        expect("\"rate\": \"25\"", "\"limiter\": \"on\", \"rate\": \"25\"", 12,
                "sequence 's1': \"limiter\" must be true or false, not \"on\"");
    }

    @Test
    void mediaSayHowTheyCanBeUnderstood() throws Exception {
        String path = "\"path\": \"beach.mp4\"";
        for (String wrong : List.of("\"rotationDegrees\": 45", "\"rotationDegrees\": \"90\"", "\"pixelAspect\": \"0\"",
                "\"pixelAspect\": 1", "\"fieldOrder\": \"top\"", "\"color\": \"sepia\"", "\"range\": \"tv\"",
                "\"frameRate\": \"0\"", "\"imageCount\": 5", "\"imageRate\": \"24\"", "\"firstImage\": 5",
                "\"imageCount\": 5, \"imageRate\": \"24\"", "\"proxy\": \"sometimes\"")) {
            expect(path, path + ", " + wrong, 6, "media 'm1': ");
        }
    }

    @Test
    void curvesMarkersAndNestedSequencesSayWhatIsWrong() throws Exception {
        for (String keyframes : List.of("5", "[5]", "[[1]]", "[[0, 1, \"jump\"]]", "[[0, 1, 2, 3]]", "[[0, \"a\"]]")) {
            expect("\"opacity\": 0.5", "\"curves\": {\"opacity\": " + keyframes + "}", 23, "track 'V1' clip 'c3': ");
        }
        for (String keyframes : List.of("[]", "[[0.5, 1]]", "[[3, 1], [3, 2]]", "[[0, 1, 2, 0, 0, 0]]")) {
            expect("\"opacity\": 0.5", "\"curves\": {\"opacity\": " + keyframes + "}", 23, "track 'V1' clip 'c3': ");
        }
        expect("\"opacity\": 0.5", "\"curves\": {\"smell\": [[0, 1]]}", 22, "track 'V1' clip 'c3': ");
        expect("\"opacity\": 0.5", "\"pan\": 2", 23, "track 'V1' clip 'c3': \"pan\" must be a number from -1 to 1, not 2");
        expect("\"rate\": \"25\"", "\"inFrame\": 5, \"outFrame\": 2, \"rate\": \"25\"", 10, "sequence 's1': ");
        expect("\"rate\": \"25\"", "\"inFrame\": 5, \"rate\": \"25\"", 10, "sequence 's1': \"outFrame\" is missing");
        expect("\"rate\": \"25\"", "\"markers\": [{\"id\": \"c3\", \"frame\": 1}], \"rate\": \"25\"", 12,
                "marker 'c3': the id 'c3' is used twice");
        expect("\"rate\": \"25\"", "\"markers\": [{\"id\": \"k\", \"frame\": -1}], \"rate\": \"25\"", 12,
                "marker 'k': \"frame\" must be");
        expect("\"still\": \"m2\"", "\"sequence\": \"s9\"", 9, "sequence 's1' shows the sequence 's9'");
        expect("\"still\": \"m2\"", "\"sequence\": \"s1\"", 10,
                "sequence 's1': item 2 of track v1, clip c2, shows the sequence it lies in");
    }

    @Test
    void missingMembersAreNamedWhereTheyAreMissing() throws Exception {
        expect("\"mainSequence\": \"s1\",", "", 1, "\"mainSequence\" is missing; it must be a text");
        expect("{\"id\": \"m1\", ", "{", 6, "media 1: \"id\" is missing; it must be a text");
        expect("\"rate\": \"25\",", "", 10, "sequence 's1': \"rate\" is missing; it must be a text");
        expect("\"still\": \"m2\", \"durationFrames\": 50", "\"still\": \"m2\"", 20,
                "track 'V1' clip 'c2': \"durationFrames\" is missing");
        expect("\"stream\": 0, \"durationFrames\": 50", "\"durationFrames\": 50", 18,
                "track 'V1' clip 'c1': \"stream\" is missing");
        expect("\"effect\": \"blur\", ", "", 26, "track 'V1' clip 'c3' effect 1: \"effect\" is missing");
        expect(", \"items\": []", "", 31, "track 'a1': \"items\" is missing; it must be a list");
    }

    @Test
    void contentOfAnUnknownKindIsRefused() throws Exception {
        expect("\"still\": \"m2\"", "\"nested\": \"s1\"", 20,
                "track 'V1' clip 'c2': a clip shows exactly one of \"media\", \"still\", \"generator\" and \"sequence\","
                        + " the kinds of content this version knows, not none of them");
        expect("\"still\": \"m2\"", "\"still\": \"m2\", \"generator\": \"color\"", 20,
                "track 'V1' clip 'c2': a clip shows exactly one of \"media\", \"still\", \"generator\" and \"sequence\","
                        + " the kinds of content this version knows, not still and generator");
        expect("\"still\": \"m2\"", "\"still\": \"m2\", \"stream\": 1", 20,
                "track 'V1' clip 'c2': \"stream\" goes with \"media\" only");
        expect("{\"gapFrames\": 10}", "{\"marker\": 10}", 21, "track 'V1' item 4: an item has one of the members \"clip\"");
    }

    @Test
    void idsThatNameNothingAreRefused() throws Exception {
        expect("\"still\": \"m2\"", "\"still\": \"m9\"", 20,
                "track 'V1' clip 'c2': \"still\" names 'm9', which the project's media do not");
        expect("\"mainSequence\": \"s1\"", "\"mainSequence\": \"s2\"", 4,
                "\"mainSequence\" names 's2', which is none of the sequences");
    }

    @Test
    void idsUsedTwiceAreRefusedWithBothLines() throws Exception {
        expect("\"id\": \"m2\"", "\"id\": \"m1\"", 7, "media 'm1': the id 'm1' is used twice, first in line 6");
        expect("\"id\": \"a1\"", "\"id\": \"v1\"", 31, "track 'v1': the id 'v1' is used twice, first in line 16");
        expect("\"clip\": \"c3\"", "\"clip\": \"c1\"", 23, "track 'V1' clip 'c1': the id 'c1' is used twice, first in line 18");
        expect("\"transition\": \"t1\"", "\"transition\": \"c1\"", 19,
                "track 'V1' transition 'c1': the id 'c1' is used twice, first in line 18");
    }

    @Test
    void whatBreaksTheRulesOfTracksIsRefused() throws Exception {
        expect("{\"gapFrames\": 10},", "{\"gapFrames\": 10}, {\"gapFrames\": 1},", 21, "track 'V1' item 5: a gap follows a gap");
        expect("\"items\": []", "\"items\": [{\"gapFrames\": 1}]", 31, "track 'a1': the last item of a track is a clip");
        expect("{\"gapFrames\": 10}", "{\"transition\": \"t2\", \"kind\": \"x\", \"inOffsetFrames\": 46,"
                + " \"outOffsetFrames\": 1}", 20,
                "track 'V1' clip 'c2': the clip is 50 frames long, but the transitions beside it take 51");
        expect("\"inOffsetFrames\": 5, \"outOffsetFrames\": 5", "\"inOffsetFrames\": 0, \"outOffsetFrames\": 0", 19,
                "track 'V1' transition 't1': transition t1 covers at least one frame");
        expect("{\"gapFrames\": 10},", "{\"gapFrames\": 10}, {\"transition\": \"t2\", \"kind\": \"x\"},", 21,
                "track 'V1' item 5: a transition follows a clip");
        expect("{\"clip\": \"c2\", \"still\": \"m2\", \"durationFrames\": 50},", "", 21,
                "track 'V1' item 3: a clip follows a transition");
        expect("\"items\": []", "\"items\": [{\"clip\": \"c9\", \"still\": \"m2\", \"durationFrames\": 1}]", 31,
                "track 'a1' item 1: a still picture lies on a video track");
        expect("\"gapFrames\": 10", "\"gapFrames\": 1099511627776", 21,
                "track 'V1' item 4: the track is longer than 1099511627776 frames");
    }

    @Test
    void whereThereAreTwoSequencesTheTracksAreNamedWithTheirs() throws Exception {
        String other = "{\"id\": \"s2\", \"name\": \"Teaser\", \"rate\": \"25\", \"widthPx\": 1, \"heightPx\": 1, "
                + "\"sampleRateHz\": 1,"
                + " \"tracks\": [{\"id\": \"v1\", \"kind\": 5, \"items\": []}]}";
        expect("  ]\n}\n", "  , " + other + "]}", 34, "sequence 'Teaser' track 'v1': \"kind\" must be a text, not 5");
    }

    @Test
    void aNewerFormatIsSaidToBeNewerAndNotBroken() throws Exception {
        ProjectFormatException e = refused("{\n\"reelbench\": 4, \"name\": []}");
        assertEquals("film.reel, line 2: a newer Reelbench wrote this project (format 4; this one reads up to 3)."
                + " Open it with the newer Reelbench.", e.getMessage());
    }

    @Test
    void whatIsNoProjectAtAllIsSaidToBeNone() throws Exception {
        assertTrue(refused("").getMessage().startsWith("film.reel: the file is empty. "));
        assertTrue(refused("[]").getMessage().startsWith("film.reel, line 1: this is no Reelbench project"));
        assertTrue(refused("{\"name\": \"package\"}").getMessage().startsWith("film.reel, line 1: this is no Reelbench project"));
        assertTrue(refused("{\"reelbench\": \"1\"}").getMessage().contains("\"reelbench\" must be a whole number above 0"));
        assertTrue(refused("<xml/>").getMessage().startsWith("film.reel, line 1: this is no JSON"));
    }

    @Test
    void everyBeginningOfAFileIsSaidToBeCutOffOrNoJson() throws Exception {
        for (int length = 0; length < GOOD.length() - 2; length += 7) {
            String message = refused(GOOD.substring(0, length)).getMessage();
            assertTrue(message.contains("the file ends too early") || message.contains("the file is empty")
                    || message.contains("this is no JSON"), length + ": " + message);
        }
    }

    @Test
    void binaryGarbageIsRefusedWithALine() throws Exception {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(file, garbage);
        assertTrue(assertThrows(ProjectFormatException.class, () -> ProjectFile.load(file)).line() >= 1);
        Files.write(file, GOOD.replace("Beach", "Bäch").getBytes(StandardCharsets.ISO_8859_1));
        ProjectFormatException e = assertThrows(ProjectFormatException.class, () -> ProjectFile.load(file));
        assertTrue(e.getMessage().startsWith("film.reel, line 18: this is no text in UTF-8"), e.getMessage());
    }

    @Test
    void hostileNestingTextsAndSizesAreRefused() throws Exception {
        assertTrue(refused("{\"reelbench\": 1, \"x\": "
                + "[".repeat(1_000_000)).getMessage().contains("nested more than 64 deep"));
        expect("\"Film\"", "\"" + "x".repeat(2 << 20) + "\"", 3,
                "a text, a name, a number or the whole file is longer than is allowed");
        Files.writeString(file, GOOD);
        JsonLimits small = new JsonLimits(1 << 20, 64, 1000, 2000);
        String message = assertThrows(ProjectFormatException.class, () -> ProjectReader.read(file, small)).getMessage();
        assertTrue(message.contains("too large for the memory"), message);
    }

    @Test
    void longAndUnprintableNamesDoNotSpoilTheMessage() throws Exception {
        ProjectFormatException e = refused(GOOD.replace("\"V1\"", "\"" + "V\\n".repeat(1000) + "\"").replace("\"gapFrames\": 10",
                "\"gapFrames\": \"" + "y".repeat(1000) + "\""));
        assertTrue(e.getMessage().length() < 400 && !e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void aMissingFileAndAFolderHaveMessagesOfTheirOwn(@TempDir Path folder) {
        assertTrue(assertThrows(NoSuchFileException.class, () -> ProjectFile.load(folder.resolve("none.reel"))).getMessage()
                .endsWith("none.reel: there is no such project: check the name and the folder"));
        assertTrue(assertThrows(FileSystemException.class,
                () -> ProjectFile.load(folder)).getMessage().contains("this is no file"));
    }
}
