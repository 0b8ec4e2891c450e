package org.reelbench.timeline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which of the recorded channels of a clip's sound are heard.
 * <p>
 * Immutable, safe for every thread. How many channels there are is not known here: one that the source does not have is silent.
 */
public sealed interface ChannelChoice {

    /** The choices that are about all channels of the source, whatever their number. */
    enum Mix implements ChannelChoice {
        /** All of them, each where it was recorded; more than two are mixed down to left and right. */
        ALL,
        /** What {@link #ALL} would have on the left, on both sides. */
        LEFT,
        /** What {@link #ALL} would have on the right, on both sides. */
        RIGHT,
        /** The mean of what {@link #ALL} would have on the left and on the right, on both sides. */
        MONO
    }

    /**
     * Channels picked out by their numbers: of two the first is heard on the left and the second on the right, a single one on
     * both sides.
     *
     * @param numbers the one or two numbers, counted from 1 in the order of the source's channels
     */
    record Numbered(List<Integer> numbers) implements ChannelChoice {

        /** The greatest number of a channel. */
        public static final int MAX_NUMBER = 64;

        /**
         * Creates a choice from a copy of the numbers.
         *
         * @throws IllegalArgumentException if there are not one or two, or one is not from 1 to {@value #MAX_NUMBER}
         */
        public Numbered {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty() || numbers.size() > 2) {
                throw new IllegalArgumentException("one channel is chosen, or two, not " + numbers.size());
            }
            for (int number : numbers) {
                if (number < 1 || number > MAX_NUMBER) {
                    throw new IllegalArgumentException("channels are counted from 1 to " + MAX_NUMBER + ", not " + number);
                }
            }
        }
    }

    /** All channels, as they were recorded. */
    ChannelChoice ALL = Mix.ALL;

    /**
     * Returns the choice as people and files write it.
     *
     * @return {@code all}, {@code left}, {@code right}, {@code mono}, or numbers such as {@code 3} and {@code 3,4}
     */
    default String text() {
        return switch (this) {
        case Mix mix -> mix.name().toLowerCase(Locale.ROOT);
        case Numbered numbered -> numbered.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
        };
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text the text
     * @return the choice
     * @throws IllegalArgumentException if it is none
     */
    static ChannelChoice parse(String text) {
        for (Mix mix : Mix.values()) {
            if (mix.text().equals(text)) {
                return mix;
            }
        }
        if (!text.matches("[0-9]{1,3}(,[0-9]{1,3})?")) {
            throw new IllegalArgumentException("'" + text + "' chooses no channels: all, left, right, mono, or one or two numbers"
                    + " such as 3,4");
        }
        return new Numbered(List.of(text.split(",")).stream().map(Integer::valueOf).toList());
    }
}
