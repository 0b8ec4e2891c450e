package org.reelbench.testkit;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

/** What the checks say when something is not as it should be. */
final class Claims {

    private Claims() {
    }

    /** Fails on purpose. */
    interface Failing {
        void run() throws Exception;
    }

    static void holds(boolean right, String claim) {
        if (!right) {
            throw new AssertionError(claim);
        }
    }

    static void same(@Nullable Object expected, @Nullable Object actual, String what) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + " is " + actual + ", not " + expected);
        }
    }

    static <E extends Throwable> E thrown(Class<E> kind, Failing call, String when) {
        try {
            call.run();
        } catch (Throwable e) {
            if (kind.isInstance(e)) {
                return kind.cast(e);
            }
            throw new AssertionError(when + " it throws " + e + ", not " + kind.getSimpleName(), e);
        }
        throw new AssertionError(when + " nothing is thrown, but " + kind.getSimpleName() + " should be");
    }

    /** A line for people: something is said, on one line. */
    static void line(@Nullable String text, String what) {
        holds(text != null && !text.isBlank() && text.lines().count() == 1, what + " is one line, not '" + text + "'");
    }
}
