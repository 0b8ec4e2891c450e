package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Locale;
import java.util.SortedMap;

import org.reelbench.media.FilterText;

/** What effects that are text have in common: reading values, writing numbers. */
final class Texts {

    /** A chain that changes nothing. */
    static final FilterText UNCHANGED = new FilterText("null");

    private Texts() {
    }

    /** Returns a number among checked values. */
    static double number(SortedMap<String, Object> values, String name) {
        return (Double) values.get(name);
    }

    /** Returns a flag among checked values. */
    static boolean flag(SortedMap<String, Object> values, String name) {
        return (Boolean) values.get(name);
    }

    /** Returns a text among checked values. */
    static String string(SortedMap<String, Object> values, String name) {
        return (String) values.get(name);
    }

    /** Returns a number as the filter library reads it, whatever language the machine speaks. */
    static String text(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
