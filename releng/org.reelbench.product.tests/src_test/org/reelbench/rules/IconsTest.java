package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The icons are of one family, and light windows know the colours of all of them. */
class IconsTest {

    private static final Path BUNDLES = Path.of(System.getProperty("reelbench.root")).resolve("bundles");
    private static final String FAMILY = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\""
            + " fill=\"none\" stroke=\"colour\" stroke-width=\"1.4\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static List<Path> icons() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES, 3)) {
            List<Path> icons = files.filter(file -> file.getParent().endsWith("icons") && file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
            assertTrue(icons.size() > 50, icons::toString);
            return icons;
        }
    }

    @Test
    void allAreDrawnWithOnePen() throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path icon : icons()) {
            if (!COLOUR.matcher(Files.readString(icon)).replaceAll("colour").startsWith(FAMILY)) {
                others.add(BUNDLES.relativize(icon));
            }
        }
        assertEquals(List.of(), others);
    }

    @Test
    void lightWindowsKnowAllColours() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path icon : icons()) {
            COLOUR.matcher(Files.readString(icon)).results().forEach(found -> used.add(found.group()));
        }
        String tints = Files.readString(BUNDLES.resolve("org.reelbench.ui/src/org/reelbench/ui/internal/tint/Tints.java"));
        used.removeIf(colour -> tints.contains("\"" + colour + "\","));
        assertEquals(Set.of(), used);
    }

    /** An address of the platform's own would show a pale icon in a light window. */
    @Test
    void iconsAreNamedByAddressesThatFollowTheWindow() throws IOException {
        List<String> others = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path file : bundles.map(bundle -> bundle.resolve("plugin.xml")).filter(Files::exists).sorted().toList()) {
                Pattern.compile("[iI]con=\"(?!tinted:)[^\"]+\"").matcher(Files.readString(file)).results()
                        .forEach(found -> others.add(BUNDLES.relativize(file) + ": " + found.group()));
            }
        }
        assertEquals(List.of(), others);
    }
}
