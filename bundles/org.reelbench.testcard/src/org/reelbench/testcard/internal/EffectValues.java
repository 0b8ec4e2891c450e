package org.reelbench.testcard.internal;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;

/**
 * Random values of an effect's parameters, frame by frame: some stay, some move along a line as a curve would move them.
 *
 * @param from the values of the first frame
 * @param to the values of the last
 * @param frames how many frames there are
 */
public record EffectValues(SortedMap<String, Object> from, SortedMap<String, Object> to, int frames) {

    private static final String LETTERS = "aZ09 äßΩжé-_.,:;'\"\\%{}[]()=/@#$&*?!<>|~`^+\n\t";
    private static final int LONGEST_TEXT = 12;

    /**
     * Makes values up.
     *
     * @param effect the effect
     * @param samples values to choose from, by the parameter's name
     * @param number the number of the case: the first takes the defaults
     * @param frames how many frames there are
     * @param random where they come from
     * @return the values
     */
    public static EffectValues of(EffectDescriptor effect, Map<String, List<Object>> samples, int number, int frames,
            Random random) {
        SortedMap<String, Object> from = new TreeMap<>();
        SortedMap<String, Object> to = new TreeMap<>();
        for (EffectParameter parameter : number == 0 ? List.<EffectParameter>of() : effect.parameters()) {
            List<Object> given = samples.get(parameter.name());
            Object first = given == null ? value(parameter, random) : given.get(random.nextInt(given.size()));
            from.put(parameter.name(), first);
            to.put(parameter.name(), parameter.isAnimatable() && random.nextBoolean() ? value(parameter, random) : first);
        }
        return new EffectValues(from, to, frames);
    }

    /**
     * Returns the values at a frame.
     *
     * @param frame the frame, from 0
     * @return the values by name
     */
    public SortedMap<String, Object> at(int frame) {
        SortedMap<String, Object> values = new TreeMap<>(from);
        values.replaceAll((name, first) -> first instanceof Double start && to.get(name) instanceof Double end
                ? rounded(start, end, frame)
                : first);
        return values;
    }

    private Object rounded(double start, double end, int frame) {
        double value = start + (end - start) * frame / (frames - 1);
        return start == Math.rint(start) && end == Math.rint(end) && Math.abs(end - start) >= frames ? Math.rint(value) : value;
    }

    private static Object value(EffectParameter parameter, Random random) {
        double least = parameter.minimum();
        double greatest = parameter.maximum();
        return switch (parameter.kind()) {
        case NUMBER, POINT_X, POINT_Y -> switch (random.nextInt(6)) {
        case 0 -> least;
        case 1 -> greatest;
        case 2 -> parameter.defaultValue();
        default -> least + (greatest - least) * random.nextDouble();
        };
        case WHOLE_NUMBER -> Math.rint(least + (greatest - least) * random.nextDouble());
        case FLAG -> random.nextBoolean();
        case CHOICE -> parameter.choices().get(random.nextInt(parameter.choices().size()));
        case COLOR -> String.format("#%06x", random.nextInt(1 << 24));
        case TEXT -> text(random, (int) Math.min(parameter.maximum(), LONGEST_TEXT));
        case FILE -> parameter.defaultValue();
        };
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest + 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
