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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the window, dark and light: text can be read on every ground, and the style sheets have no colours of their own. */
class ColoursTest {

    private static final Path BUNDLES = Path.of(System.getProperty("reelbench.root")).resolve("bundles");
    private static final Pattern COLOUR = Pattern.compile("Color ([A-Z_]+) = of\\(0x([0-9a-f]{6}), 0x([0-9a-f]{6})\\)");
    private static final Pattern WRITTEN = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final List<String> GROUNDS = List.of("GROUND", "PANEL", "RAISED", "SELECTION");
    private static final List<String> TEXTS = List.of("TEXT", "TEXT_DIM", "ACCENT", "PROBLEM");
    private static final List<String> CLIPS = List.of("CLIP_VIDEO", "CLIP_AUDIO", "CLIP_STILL");
    /** What WCAG 2 asks of text of the usual size. */
    private static final double LEAST_CONTRAST = 4.5;
    /** What it asks of marks that are no text. */
    private static final double LEAST_CONTRAST_OF_MARKS = 3;
    private static final double SAME_HUE_DEGREES = 6;

    private static Map<String, String> theme(String name) throws IOException {
        Map<String, String> colours = new TreeMap<>();
        Matcher found = COLOUR.matcher(Files.readString(BUNDLES.resolve("org.reelbench.ui/src/org/reelbench/ui/Theme.java")));
        while (found.find()) {
            colours.put(found.group(1), "#" + found.group(name.equals("dark") ? 2 : 3));
        }
        assertTrue(
                colours.keySet().containsAll(GROUNDS) && colours.keySet().containsAll(TEXTS)
                        && colours.keySet().containsAll(CLIPS),
                colours::toString);
        return colours;
    }

    private static List<String> poor(Map<String, String> colours, List<String> grounds, List<String> marks, double least) {
        List<String> poor = new ArrayList<>();
        for (String ground : grounds) {
            for (String mark : marks) {
                double contrast = contrast(colours.get(mark), colours.get(ground));
                if (contrast < least) {
                    poor.add(String.format(Locale.ROOT, "%s on %s: %.2f", mark, ground, contrast));
                }
            }
        }
        return poor;
    }

    @ParameterizedTest
    @ValueSource(strings = { "dark", "light" })
    void textIsReadOnEveryGround(String theme) throws IOException {
        assertEquals(List.of(), poor(theme(theme), GROUNDS, TEXTS, LEAST_CONTRAST));
    }

    @ParameterizedTest
    @ValueSource(strings = { "dark", "light" })
    void namesOfClipsAreReadOnThem(String theme) throws IOException {
        assertEquals(List.of(), poor(theme(theme), CLIPS, List.of("TEXT"), LEAST_CONTRAST));
    }

    @ParameterizedTest
    @ValueSource(strings = { "dark", "light" })
    void thePlayheadIsSeenOnEveryGround(String theme) throws IOException {
        assertEquals(List.of(), poor(theme(theme), GROUNDS, List.of("PLAYHEAD"), LEAST_CONTRAST_OF_MARKS));
    }

    @Test
    void theAccentIsOneHue() throws IOException {
        double apart = Math.abs(hue(theme("dark").get("ACCENT")) - hue(theme("light").get("ACCENT")));
        assertTrue(apart < SAME_HUE_DEGREES, apart + " degrees apart");
    }

    @ParameterizedTest
    @ValueSource(strings = { "dark", "light" })
    void theStyleSheetsHaveNoColoursOfTheirOwn(String theme) throws IOException {
        Map<String, String> colours = theme(theme);
        List<String> foreign = colours(sheet(theme)).stream().filter(colour -> !colours.containsValue(colour)).toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void theLightStyleSheetsAreTheDarkOnesInOtherColours() throws IOException {
        assertEquals(shape(sheet("dark")), shape(sheet("light")));
        Map<String, String> dark = theme("dark");
        Map<String, String> light = theme("light");
        List<String> ofDark = colours(sheet("dark"));
        List<String> ofLight = colours(sheet("light"));
        for (int i = 0; i < ofDark.size(); i++) {
            String before = ofDark.get(i);
            String after = ofLight.get(i);
            assertTrue(
                    dark.entrySet().stream()
                            .anyMatch(entry -> entry.getValue().equals(before) && light.get(entry.getKey()).equals(after)),
                    () -> before + " became " + after);
        }
    }

    private static String sheet(String theme) throws IOException {
        return Files.readString(BUNDLES.resolve("org.reelbench.workbench/css/" + theme + ".css"))
                + Files.readString(BUNDLES.resolve("org.reelbench.workbench/css/gtk-" + theme + ".css"));
    }

    /** The rules without their colours, and without words about them. */
    private static String shape(String sheet) {
        return WRITTEN.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", "")).replaceAll("colour");
    }

    private static List<String> colours(String sheet) {
        return WRITTEN.matcher(sheet).results().map(found -> found.group().toLowerCase(Locale.ROOT)).toList();
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
        double part = part(colour, at);
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** Of colours with more red than green and more green than blue. */
    private static double hue(String colour) {
        return 60 * (part(colour, 3) - part(colour, 5)) / (part(colour, 1) - part(colour, 5));
    }

    private static double part(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    }
}
