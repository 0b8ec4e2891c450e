package org.reelbench.render.internal.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** The page about sound names the built-in effects and their parameters. */
class SoundPageTest {

    @Test
    void thePageNamesEveryEffectAndParameter() throws Exception {
        Optional<Path> page = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("docs/sound.md")).filter(Files::exists).findFirst();
        assumeTrue(page.isPresent(), "not inside of the checkout");
        List<String> rows = Files.readAllLines(page.orElseThrow()).stream().filter(line -> line.contains("`org.reelbench.sound."))
                .toList();
        assertEquals(BuiltInSound.PROVIDERS.size(), rows.size());
        for (EffectProvider provider : BuiltInSound.PROVIDERS) {
            EffectDescriptor effect = provider.descriptor();
            String row = rows.stream().filter(line -> line.contains("`" + effect.id() + "`")).findFirst().orElseThrow();
            assertTrue(row.startsWith("| " + effect.label() + " |"), row);
            List<String> named = Pattern.compile("`([a-zA-Z]+)`").matcher(row).results().map((MatchResult name) -> name.group(1))
                    .toList();
            assertEquals(effect.parameters().stream().map(EffectParameter::name).toList(), named);
        }
    }
}
