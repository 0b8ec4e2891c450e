package org.reelbench.encoding.internal.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportPreset;

/** What the documentation says of presets is so. */
class ExportPageTest {

    @Test
    void itsTableNamesEveryPresetAndNoOther() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (String line : page().lines().filter(text -> text.startsWith("| `")).toList()) {
            Pattern.compile("`([a-z0-9-]+)`").matcher(line.split("\\|")[1]).results().map(result -> result.group(1))
                    .filter(word -> !word.startsWith("--")).forEach(named::add);
        }
        assertEquals(new TreeSet<>(ExportPreset.BUILT_IN.stream().map(ExportPreset::name).toList()), named);
    }

    @Test
    void itsExampleIsAPreset() throws Exception {
        List<MatchResult> blocks = Pattern.compile("```\n(# Lines.*?)```", Pattern.DOTALL).matcher(page()).results().toList();
        assertEquals(1, blocks.size());
        ExportPreset preset = PresetText.read("docs/export.md", "mine", blocks.getFirst().group(1));
        assertEquals(2, preset.video().size());
        assertTrue(preset.leastPsnrDb() == 30, preset::toString);
    }

    private static String page() throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("docs/export.md")).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "not inside of the checkout");
        return Files.readString(found.orElseThrow());
    }
}
