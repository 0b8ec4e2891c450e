package org.reelbench.media.ffmpeg.internal.read;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.time.Rational;

/**
 * A film and the truth about it, as whoever made it knows it.
 *
 * @param name the name in test reports
 * @param file the film
 * @param numbers the numbers in its pictures, in the order they are shown
 * @param times when each is shown, in seconds from the start of the medium
 */
record OddMedium(String name, Path file, List<Integer> numbers, List<Rational> times) {

    /**
     * Says which picture is shown at a time, in whole numbers of any length and by the rule alone: the last that does not begin
     * later, else the first.
     */
    int numberAt(BigInteger numerator, BigInteger denominator) {
        int shown = 0;
        for (int i = 0; i < times.size(); i++) {
            BigInteger begins = BigInteger.valueOf(times.get(i).numerator()).multiply(denominator);
            BigInteger asked = numerator.multiply(BigInteger.valueOf(times.get(i).denominator()));
            if (begins.compareTo(asked) <= 0) {
                shown = i;
            }
        }
        return numbers.get(shown);
    }

    /** When the last picture begins. */
    Rational lastBegins() {
        return times.getLast();
    }
}
