package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Files stay small enough to be read. */
class SourceSizeTest {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    private record Source(Path file, long lines) {
    }

    @Test
    void noFileHasMoreThan600Lines() throws IOException {
        assertEquals(List.of(), sources().stream().filter(source -> source.lines() > 600).toList());
    }

    @Test
    void theMedianFileHasAtMost120Lines() throws IOException {
        List<Source> sources = sources();
        long median = sources.get(sources.size() / 2).lines();
        assertTrue(median <= 120, "the median is " + median);
    }

    @Test
    void nineOfTenFilesHaveAtMost300Lines() throws IOException {
        List<Source> sources = sources();
        long p90 = sources.get(sources.size() * 9 / 10).lines();
        assertTrue(p90 <= 300, "the 90th percentile is " + p90);
    }

    private static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String top : List.of("bundles", "examples", "releng")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
                        .toList()) {
                    try (Stream<String> lines = Files.lines(file)) {
                        sources.add(new Source(ROOT.relativize(file), lines.count()));
                    }
                }
            }
        }
        sources.sort(Comparator.comparingLong(Source::lines));
        assertTrue(sources.size() > 50, "found only " + sources.size() + " files");
        return sources;
    }
}
