package org.reelbench.project.internal.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The constants of an enumeration as project files and commands write them: in lower case, with hyphens.
 */
public final class Words {

    private Words() {
    }

    /** Returns the word for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns all words of an enumeration, in its order. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    /** Says what a value may be. */
    public static String rule(Class<? extends Enum<?>> type) {
        List<String> all = all(type);
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }

    /**
     * Returns the constant of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> of(each).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of " + rule(type)));
    }
}
