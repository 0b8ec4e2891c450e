package org.reelbench.render.internal.effects;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

/** Describes the built-in effects on sound, whose parameters are numbers: the greatest of them reach farthest. */
final class Described {

    private static final int USUAL_HZ = 48_000;

    private Described() {
    }

    /**
     * Describes an effect.
     *
     * @param name the last part of its id
     * @param label the name people see
     * @param maker makes it of values
     * @param parameters its parameters
     */
    static EffectDescriptor sound(String name, String label, Function<SortedMap<String, Object>, SoundProcessor> maker,
            EffectParameter... parameters) {
        SortedMap<String, Object> greatest = new TreeMap<>();
        for (EffectParameter parameter : parameters) {
            greatest.put(parameter.name(), parameter.maximum());
        }
        try (SoundProcessor processor = maker.apply(greatest)) {
            processor.prepare(USUAL_HZ, 2);
            return new EffectDescriptor("org.reelbench.sound." + name, "1", label, List.of(parameters), processor.reach(),
                    Subject.SOUND);
        } catch (MediaException e) {
            throw new IllegalStateException("an effect of our own works with its own values", e);
        }
    }

    /** Returns a number among checked values. */
    static double number(SortedMap<String, Object> values, String name) {
        return (Double) values.get(name);
    }
}
