package org.reelbench.encoding.internal.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.Kind;

class PresetTextTest {

    private static final String GOOD = """
            # mine
            [preset]
            label = Mine = best
            kind = film
            container = mp4
            extension = mp4
            option.movflags = +faststart

            [video]
            encoder = libopenh264
            bits-per-pixel = 0.5
            option.profile = high
            [audio]
            encoder = aac
            bit-rate = 96000
            """;

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    void aPresetIsWhatItsTextSays() throws Exception {
        ExportPreset preset = PresetText.read("f", "mine", GOOD);
        assertEquals("Mine = best", preset.label());
        assertEquals(Kind.FILM, preset.kind());
        assertEquals(Map.of("movflags", "+faststart"), preset.containerOptions());
        assertEquals(List.of(new ExportPreset.VideoChoice("libopenh264", false, 0.5, 1,
                new java.util.TreeMap<>(Map.of("profile", "high")))), preset.video());
        assertEquals(List.of(new ExportPreset.AudioChoice("aac", 96_000, 0, new java.util.TreeMap<>())), preset.audio());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "kind = film                 | kind = movie        | 4  | film, sound, still, pictures",
            "container = mp4             | cntainer = mp4      | 2  | container",
            "label = Mine = best         |                     | 2  | label",
            "extension = mp4             | extension = mp4\\nx=1 | 7 | 'x'",
            "[video]                     | [vidio]             | 9  | [vidio]",
            "encoder = libopenh264       | encoder             | 10 | name = value",
            "bits-per-pixel = 0.5        | bits-per-pixel = -1 | 11 | 0 to 100",
            "bits-per-pixel = 0.5        | passes = 3          | 11 | 1 to 2",
            "bits-per-pixel = 0.5        | hardware = maybe    | 11 | yes or no",
            "bit-rate = 96000            | bit-rate = fast     | 15 | bit-rate",
            "bit-rate = 96000            | bit-rate = 0.5      | 15 | whole",
            "encoder = aac               | encoder = aac\\nencoder = flac | 15 | twice",
            "[preset]                    | kind = film         | 2  | first line",
            "kind = film                 | kind = still        | 6  | container" })
    void whatIsWrongIsSaidWithItsLine(String good, String bad, int line, String word) {
        String text = GOOD.replace(good, bad == null ? "" : bad.replace("\\n", "\n"));
        PresetTextException e = assertThrows(PresetTextException.class, () -> PresetText.read("mine.preset", "mine", text));
        assertTrue(e.getMessage().startsWith("mine.preset"), e.getMessage());
        assertTrue(e.getMessage().contains(word), e.getMessage());
        if (!word.equals("container") || line == 2) {
            assertTrue(e.getMessage().contains("line " + line), e.getMessage());
        }
    }

    @Test
    void aNameIsAWord() {
        for (String name : List.of("", "A", "a b", "../a", "-a", "a".repeat(42))) {
            assertThrows(PresetTextException.class, () -> PresetText.read("f", name, GOOD), name);
        }
    }

    @Test
    void filesThatAreWrongDoNotHideTheOthers() throws Exception {
        Files.writeString(folder.resolve("b-mine.preset"), GOOD);
        Files.writeString(folder.resolve("a-broken.preset"), GOOD.replace("kind = film", "kind = movie"));
        Files.writeString(folder.resolve("h264.preset"), GOOD);
        Files.write(folder.resolve("c-binary.preset"), new byte[] { (byte) 0xff, (byte) 0xfe });
        Files.createDirectory(folder.resolve("d-folder.preset"));
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        UserPresets found = UserPresets.in(folder, ExportPreset.BUILT_IN);
        assertEquals(List.of("b-mine"), found.presets().stream().map(ExportPreset::name).toList());
        assertEquals(4, found.problems().size(), found.problems()::toString);
        assertTrue(found.problems().stream().allMatch(problem -> problem.contains(folder.toString())),
                found.problems()::toString);
        assertEquals(List.of(), UserPresets.in(folder.resolve("none"), ExportPreset.BUILT_IN).problems());
    }

    @Test
    void everyBuiltInPresetIsReadAndNamedOnce() {
        List<String> names = ExportPreset.BUILT_IN.stream().map(ExportPreset::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertEquals("h264", names.getFirst());
        assertTrue(ExportPreset.BUILT_IN.stream().map(ExportPreset::kind).distinct().count() == Kind.values().length);
        for (ExportPreset preset : ExportPreset.BUILT_IN) {
            boolean fixed = preset.makesPictures();
            assertEquals(fixed, preset.container().isEmpty(), preset.name());
        }
    }

    @Test
    void theFolderIsWhereThePlatformKeepsSettings() {
        Properties properties = new Properties();
        properties.setProperty("user.home", "/home/me");
        properties.setProperty("os.name", "Linux");
        assertEquals(Path.of("/home/me/.config/reelbench/presets"), UserPresets.folder(properties, Map.of()));
        assertEquals(Path.of("/c/reelbench/presets"), UserPresets.folder(properties, Map.of("XDG_CONFIG_HOME", "/c")));
        properties.setProperty("reelbench.presets", "/mine");
        assertEquals(Path.of("/mine"), UserPresets.folder(properties, Map.of()));
    }
}
