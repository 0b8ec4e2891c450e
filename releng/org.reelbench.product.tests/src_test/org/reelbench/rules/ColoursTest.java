package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The colours of the window: text can be read on every ground, and the style sheet has no colours of its own. */
class ColoursTest {

    private static final Path BUNDLES = Path.of(System.getProperty("reelbench.root")).resolve("bundles");
    private static final Pattern COLOUR = Pattern
            .compile("Color ([A-Z_]+) = new Color\\(0x([0-9a-f]{2}), 0x([0-9a-f]{2}), 0x([0-9a-f]{2})\\)");
    private static final List<String> GROUNDS = List.of("GROUND", "PANEL", "RAISED");
    private static final List<String> TEXTS = List.of("TEXT", "TEXT_DIM", "ACCENT", "PROBLEM");
    /** What WCAG 2 asks of text of the usual size. */
    private static final double LEAST_CONTRAST = 4.5;

    private static Map<String, String> theme() throws IOException {
        Map<String, String> colours = new TreeMap<>();
        Matcher found = COLOUR.matcher(Files.readString(BUNDLES.resolve("org.reelbench.ui/src/org/reelbench/ui/Theme.java")));
        while (found.find()) {
            colours.put(found.group(1), "#" + found.group(2) + found.group(3) + found.group(4));
        }
        assertTrue(colours.keySet().containsAll(GROUNDS) && colours.keySet().containsAll(TEXTS), colours::toString);
        return colours;
    }

    @Test
    void textIsReadOnEveryGround() throws IOException {
        Map<String, String> colours = theme();
        List<String> poor = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                double contrast = contrast(colours.get(text), colours.get(ground));
                if (contrast < LEAST_CONTRAST) {
                    poor.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, ground, contrast));
                }
            }
        }
        assertEquals(List.of(), poor);
    }

    @Test
    void theStyleSheetHasNoColoursOfItsOwn() throws IOException {
        Map<String, String> colours = theme();
        Matcher found = Pattern.compile("#[0-9a-fA-F]{6}")
                .matcher(Files.readString(BUNDLES.resolve("org.reelbench.workbench/css/reelbench.css")));
        List<String> foreign = new ArrayList<>();
        while (found.find()) {
            if (!colours.containsValue(found.group().toLowerCase(Locale.ROOT))) {
                foreign.add(found.group());
            }
        }
        assertEquals(List.of(), foreign);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
