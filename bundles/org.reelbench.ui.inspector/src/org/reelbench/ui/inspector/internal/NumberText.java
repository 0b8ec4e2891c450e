package org.reelbench.ui.inspector.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.reelbench.ui.inspector.internal.sheet.Kind.Numbers;

/** Numbers as they are read and typed: with a point or a comma, with or without the unit, within limits. */
final class NumberText {

    private NumberText() {
    }

    static String of(double value, Numbers numbers) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(numbers.digits(), RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
    }

    /** Reads a number; empty if the text is none. What lies outside the limits is brought to the nearer one. */
    static Optional<Double> parse(String text, Numbers numbers) {
        String bare = text.strip();
        if (!numbers.unit().isEmpty() && bare.endsWith(numbers.unit())) {
            bare = bare.substring(0, bare.length() - numbers.unit().length()).strip();
        }
        try {
            double value = Double.parseDouble(bare.replace(',', '.').replace('−', '-'));
            return Double.isNaN(value) ? Optional.empty() : Optional.of(within(value, numbers));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static double within(double value, Numbers numbers) {
        return Math.clamp(value, numbers.least(), numbers.greatest());
    }

    /** A value brought to what can be shown, so that what is made is what is read. */
    static double rounded(double value, Numbers numbers) {
        return within(Double.parseDouble(of(value, numbers)), numbers);
    }
}
