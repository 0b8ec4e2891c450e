package org.reelbench.timeline;

/**
 * How a value gets from one keyframe to the next.
 * <p>
 * Immutable, safe for every thread.
 */
public sealed interface Interpolation {

    /** Keeps the value until the next keyframe. */
    Interpolation HOLD = new Hold();

    /** Goes straight to the next value. */
    Interpolation LINEAR = new Linear();

    /**
     * Returns how much of the way is done at a time.
     *
     * @param time how much of the time between the keyframes has passed, from 0 to 1
     * @return 0 for the value of the first keyframe, 1 for that of the second; a {@link Bezier} may lie outside of both
     */
    double progressAt(double time);

    /** The value jumps at the next keyframe. */
    record Hold() implements Interpolation {

        @Override
        public double progressAt(double time) {
            return time < 1 ? 0 : 1;
        }
    }

    /** The value changes evenly. */
    record Linear() implements Interpolation {

        @Override
        public double progressAt(double time) {
            return time;
        }
    }

    /**
     * The value follows a cubic Bézier curve from (0, 0) to (1, 1), as the timing functions of CSS do (CSS Easing Functions Level
     * 1, cubic-bezier): the first coordinate is time, the second progress.
     *
     * @param x1 the time of the first handle, from 0 to 1
     * @param y1 the progress of the first handle
     * @param x2 the time of the second handle, from 0 to 1
     * @param y2 the progress of the second handle
     */
    record Bezier(double x1, double y1, double x2, double y2) implements Interpolation {

        /** Halvings after which a time is as exact as a double tells. */
        private static final int STEPS = 60;

        /**
         * Creates the interpolation.
         *
         * @throws IllegalArgumentException if a time is not between 0 and 1, or a progress not finite
         */
        public Bezier {
            if (!(x1 >= 0 && x1 <= 1 && x2 >= 0 && x2 <= 1)) {
                throw new IllegalArgumentException(
                        "the times of a Bézier curve lie between 0 and 1, not at " + x1 + " and " + x2);
            }
            if (!Double.isFinite(y1) || !Double.isFinite(y2)) {
                throw new IllegalArgumentException("a Bézier curve is made of finite numbers, not " + y1 + " and " + y2);
            }
            // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
            x1 += 0.0;
            y1 += 0.0;
            x2 += 0.0;
            y2 += 0.0;
        }

        @Override
        public double progressAt(double time) {
            if (time <= 0 || time >= 1) {
                return time <= 0 ? 0 : 1;
            }
            // Time rises along the whole curve, so that halving finds its one place; plain sums come out alike on every machine.
            double low = 0;
            double high = 1;
            for (int step = 0; step < STEPS; step++) {
                double middle = (low + high) / 2;
                if (at(x1, x2, middle) < time) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return at(y1, y2, high);
        }

        private static double at(double first, double second, double along) {
            double left = 1 - along;
            return 3 * left * left * along * first + 3 * left * along * along * second + along * along * along;
        }
    }
}
