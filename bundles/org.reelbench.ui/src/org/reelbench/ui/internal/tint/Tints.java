package org.reelbench.ui.internal.tint;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the colours of icons are in a light window. */
public final class Tints {

    /** The colours that icons are drawn in; others are of the thing that is shown and stay. */
    private static final Map<String, String> LIGHT = Map.of(
            // strokes
            "#c9ced6", "#3d444e",
            // what cannot be done
            "#545a64", "#b9bec6",
            // what is off
            "#6b727d", "#9aa1ab", "#737b87", "#9aa1ab",
            // what is in hand, and what went wrong
            "#f2a53a", "#935700", "#ff7a6b", "#c3271b");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Tints() {
    }

    /** A drawing for dark windows, in the colours of light ones. */
    public static String light(String drawing) {
        return COLOR.matcher(drawing).replaceAll(found -> Matcher.quoteReplacement(lightColor(found.group())));
    }

    private static String lightColor(String color) {
        return LIGHT.getOrDefault(color.toLowerCase(Locale.ROOT), color);
    }
}
