package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Interpretation;

/** The page on the project file names every member, every word and the version of this program. */
class FormatPageTest {

    @Test
    void everyMemberAndWordIsOnThePage() throws Exception {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("docs/project-format.md")).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "not inside of the checkout");
        String page = Files.readString(found.orElseThrow());
        Set<String> names = new TreeSet<>();
        for (Set<String> members : Set.of(Schema.PROJECT, Schema.MEDIA, Schema.SEQUENCE, Schema.MARKER, Schema.TRACK, Schema.GAP,
                Schema.TRANSITION, Schema.CLIP, Schema.TRANSFORM, Schema.CROP, Schema.EFFECT)) {
            names.addAll(members);
        }
        names.addAll(Words.all(BlendMode.class));
        names.addAll(Words.all(Interpretation.FieldOrder.class));
        names.addAll(Words.all(Interpretation.Color.class));
        names.addAll(Words.all(Interpretation.Range.class));
        names.addAll(Animated.NAMES);
        names.addAll(Generator.KINDS);
        // What the medium says is left out.
        names.remove("auto");
        names.removeIf(name -> page.contains("`" + name + "`"));
        assertTrue(names.isEmpty(), () -> "the page leaves out " + names);
        assertTrue(page.contains("`\"reelbench\": " + Schema.VERSION + "`"), "the page is about another version");
        assertTrue(page.contains("\n| " + Schema.VERSION + " | "),
                "the page does not say what version " + Schema.VERSION + " adds");
    }
}
