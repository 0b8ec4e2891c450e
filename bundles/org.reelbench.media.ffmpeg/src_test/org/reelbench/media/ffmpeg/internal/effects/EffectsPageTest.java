package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.FilterText;
import org.reelbench.media.MediaException;

/** The page about effects names each built-in one as it is, and no other. */
class EffectsPageTest {

    @Test
    void thePageListsTheBuiltInEffectsAsTheyDescribeThemselves() throws Exception {
        List<String> expected = BuiltIn.PROVIDERS.stream().map(EffectsPageTest::row).sorted().toList();
        Optional<Path> page = page();
        assumeTrue(page.isPresent(), "not inside of the checkout");
        List<String> written;
        try (Stream<String> lines = Files.lines(page.orElseThrow())) {
            written = lines.filter(line -> line.startsWith("| `org.reelbench.")).sorted().toList();
        }
        assertEquals(String.join("\n", expected), String.join("\n", written));
    }

    /** Finds the page from wherever the tests run inside of the checkout. */
    private static Optional<Path> page() {
        return Stream
                .iterate(Path.of(System.getProperty("reelbench.root", "")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("docs/effects.md")).filter(Files::exists).findFirst();
    }

    private static String row(EffectProvider provider) {
        EffectDescriptor effect = provider.descriptor();
        EffectReach reach = effect.reach();
        return "| `" + effect.id() + "` | " + effect.label() + " | " + effect.version() + " | "
                + effect.parameters().stream().map(EffectsPageTest::parameter).collect(Collectors.joining(", ")) + " | "
                + how(provider) + " | " + (reach.behind() == EffectReach.UNBOUNDED ? "all" : reach.behind()) + " / "
                + reach.ahead() + " |";
    }

    private static String parameter(EffectParameter parameter) {
        String values = switch (parameter.kind()) {
        case NUMBER, WHOLE_NUMBER, POINT_X, POINT_Y -> number(parameter.minimum()) + " to " + number(parameter.maximum()) + " ("
                + number((Double) parameter.defaultValue()) + ")" + "*";
        case FLAG -> "true or false (" + parameter.defaultValue() + ")";
        case CHOICE -> String.join(" or ", parameter.choices());
        case COLOR -> "colour (" + parameter.defaultValue() + ")";
        case TEXT -> "text (" + parameter.defaultValue() + ")";
        case FILE -> "file";
        };
        return "`" + parameter.name() + "` " + values;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String how(EffectProvider provider) {
        try {
            EffectBody body = provider.create(provider.descriptor().check(Map.of()));
            return body instanceof FilterText text && !text.equals(Texts.UNCHANGED)
                    ? Arrays.stream(text.chain().split(",")).map(filter -> filter.split("=")[0]).filter(f -> !f.equals("format"))
                            .distinct().map(f -> "`" + f + "`").collect(Collectors.joining(", "))
                    : "own code";
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }
}
