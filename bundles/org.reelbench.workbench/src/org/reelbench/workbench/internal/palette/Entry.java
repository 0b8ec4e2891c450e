package org.reelbench.workbench.internal.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.commands.ParameterizedCommand;

/**
 * Something that can be found and done.
 *
 * @param name what people call it
 * @param keys the key for it; empty if it has none
 * @param isPossible whether it can be done now
 * @param command does it
 */
record Entry(String name, String keys, boolean isPossible, ParameterizedCommand command) {

    /** Returns those whose name has all the words that were typed: first what begins so, what cannot be done now last. */
    static List<Entry> matching(List<Entry> all, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(text.split("\\s+"));
        return all.stream().filter(entry -> words.stream().allMatch(entry.lower()::contains))
                .sorted(Comparator.comparing(Entry::isPossible).reversed().thenComparing(entry -> !entry.lower().startsWith(text))
                        .thenComparing(Entry::lower))
                .toList();
    }

    private String lower() {
        return name.toLowerCase(Locale.ROOT);
    }
}
