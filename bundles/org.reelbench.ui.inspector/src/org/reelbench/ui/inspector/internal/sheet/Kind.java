package org.reelbench.ui.inspector.internal.sheet;

import java.util.List;
import java.util.Optional;

/** What the values of a property are. */
public sealed interface Kind {

    /** Values without anything to be said about them. */
    enum Plain implements Kind {
        /** A text that is only read. */
        FIXED,
        /** A text of one line. */
        LINE,
        /** A text that may have lines. */
        LINES,
        /** True or false. */
        FLAG,
        /** A colour as {@code #rrggbb}. */
        COLOR,
        /** The path of a file; empty for none. */
        FILE
    }

    /**
     * Numbers.
     *
     * @param least the least one
     * @param greatest the greatest one
     * @param step how far an arrow key goes
     * @param digits how many digits are shown behind the point
     * @param unit what is counted; may be empty
     * @param bar which of them a bar goes through, if there is one
     */
    record Numbers(double least, double greatest, double step, int digits, String unit, Optional<Bar> bar) implements Kind {

        static Numbers typed(double least, double greatest, double step, int digits, String unit) {
            return new Numbers(least, greatest, step, digits, unit, Optional.empty());
        }

        static Numbers barred(double least, double greatest, double step, int digits, String unit) {
            return typed(least, greatest, step, digits, unit).withBar(least, greatest);
        }

        Numbers withBar(double from, double to) {
            return new Numbers(least, greatest, step, digits, unit, Optional.of(new Bar(from, to)));
        }
    }

    /**
     * The numbers that a bar goes through; others are typed.
     *
     * @param from the number at its left end
     * @param to the number at its right end
     */
    record Bar(double from, double to) {
    }

    /**
     * One of some texts.
     *
     * @param values the texts, as they are meant
     * @param labels the same, as people read them
     */
    record Choices(List<String> values, List<String> labels) implements Kind {

        /** Keeps lists of its own. */
        public Choices {
            values = List.copyOf(values);
            labels = List.copyOf(labels);
        }
    }
}
