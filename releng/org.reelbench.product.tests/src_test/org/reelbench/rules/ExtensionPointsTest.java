package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the page for authors of plug-ins says there is, there is: services, contracts, samples and tests; and nothing is left out. */
class ExtensionPointsTest {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final Path PAGE = ROOT.resolve("docs/extending.md");
    private static final Path SAMPLES = ROOT.resolve("examples/org.reelbench.examples.plugin/src/org/example/reelbench");
    private static final Pattern WORD = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern PLACED = Pattern.compile("`([A-Z][A-Za-z]+)` in `(org\\.reelbench[a-z.]*)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z][A-Za-z]+)`");
    private static final String TEST_KIT = "org.reelbench.testkit";
    private static final int SERVICE = 2;
    private static final int CONTRACT = 3;
    private static final int BROKEN = 4;
    private static final int SAMPLE = 5;

    /** The sources of all bundles, by the class's name. */
    private static Map<String, List<Path>> sources() throws IOException {
        Map<String, List<Path>> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"), 12)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.computeIfAbsent(file.getFileName().toString().replace(".java", ""),
                            _ -> new ArrayList<>()).add(file));
        }
        return sources;
    }

    private static List<String[]> rows(String head) throws IOException {
        return Files.readAllLines(PAGE).stream().dropWhile(line -> !line.startsWith(head)).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(line -> line.split("\\|")).toList();
    }

    /** The types that a cell names, in the packages it names them in, else in the one that goes without saying. */
    private static List<String> missing(String cell, String otherwise, Map<String, List<Path>> sources) {
        List<String> missing = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        Matcher placed = PLACED.matcher(cell);
        while (placed.find()) {
            places.put(placed.group(1), placed.group(2));
        }
        Matcher words = WORD.matcher(cell);
        while (words.find()) {
            String type = words.group(1);
            String place = places.getOrDefault(type, otherwise);
            boolean isThere = sources.getOrDefault(type, List.of()).stream().anyMatch(
                    file -> !file.toString().contains("src_test")
                            && file.toString().contains(place.replace('.', '/') + "/" + type));
            if (!isThere && !type.equals(type.toUpperCase(java.util.Locale.ROOT))) {
                missing.add(type + " in " + place);
            }
        }
        return missing;
    }

    @Test
    void whatTheTableNamesIsThere() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<String[]> rows = rows("| brings | service | contract");
        assertTrue(rows.size() >= 15, "found only " + rows.size() + " rows");
        List<String> missing = new ArrayList<>();
        for (String[] row : rows) {
            missing.addAll(missing(row[SERVICE], "org.reelbench.media", sources));
            String contract = word(row[CONTRACT]);
            boolean ofEffects = contract.endsWith("EffectContract");
            missing.addAll(missing(row[CONTRACT], ofEffects ? "org.reelbench.testcard" : TEST_KIT, sources));
            String broken = word(row[BROKEN]);
            if (sources.getOrDefault(broken, List.of()).stream().noneMatch(file -> text(file).contains(contract))) {
                missing.add(broken + " with " + contract);
            }
            Matcher samples = WORD.matcher(row[SAMPLE]);
            assertTrue(samples.find(), () -> row[1] + " has no sample");
            do {
                if (!text(SAMPLES.resolve(samples.group(1) + ".java")).contains("@Component")) {
                    missing.add("the sample " + samples.group(1));
                }
            } while (samples.find());
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyServiceThatPluginsMayBringIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        List<String> silent = new ArrayList<>();
        int services = 0;
        for (Map.Entry<String, List<Path>> source : sources().entrySet()) {
            for (Path file : source.getValue()) {
                String text = text(file);
                if (text.contains("\n@ConsumerType\n") && text.contains("\n/**\n * A service ")) {
                    services++;
                    if (!page.contains("`" + source.getKey() + "`")) {
                        silent.add(source.getKey());
                    }
                }
            }
        }
        assertTrue(services >= 15, "found only " + services);
        assertEquals(List.of(), silent);
    }

    @Test
    void eachBadPluginIsMadeInTheTestThatIsNamed() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<String[]> rows = rows("| bad plug-in | seen in");
        assertTrue(rows.size() >= 11, "found only " + rows.size() + " rows");
        List<String> missing = new ArrayList<>();
        for (String[] row : rows) {
            Matcher tests = TEST.matcher(row[2]);
            assertTrue(tests.find(), () -> "no test for: " + row[1]);
            do {
                String method = "void " + tests.group(2) + "(";
                if (sources.getOrDefault(tests.group(1), List.of()).stream().noneMatch(file -> text(file).contains(method))) {
                    missing.add(tests.group());
                }
            } while (tests.find());
        }
        assertEquals(List.of(), missing);
    }

    private static String word(String cell) {
        Matcher word = WORD.matcher(cell);
        assertTrue(word.find(), cell);
        return word.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
