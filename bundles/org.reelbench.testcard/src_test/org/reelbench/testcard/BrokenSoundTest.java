package org.reelbench.testcard;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/** The contract of effects on sound finds those that remember more than they say, hear the calls, or make what is no sound. */
class BrokenSoundTest {

    private static EffectProvider effect(EffectDescriptor descriptor, Supplier<SoundProcessor> processor) {
        return new EffectProvider() {
            @Override
            public EffectDescriptor descriptor() {
                return descriptor;
            }

            @Override
            public EffectBody create(SortedMap<String, Object> parameters) {
                return processor.get();
            }
        };
    }

    private static EffectDescriptor described(Subject subject, EffectParameter... parameters) {
        return new EffectDescriptor("org.example.broken", "1", "Broken", List.of(parameters), EffectReach.NONE, subject);
    }

    private static String fault(Supplier<SoundProcessor> processor) {
        SoundEffectContract contract = new SoundEffectContract(effect(described(Subject.SOUND), processor));
        contract.checkDescription();
        return String.valueOf(assertThrows(AssertionError.class, () -> contract.check(1, 5)).getMessage());
    }

    @Test
    void oneThatRemembersWhatItSaysItForgets() {
        String fault = fault(() -> new SoundProcessor() {
            private float sum;

            @Override
            public void reset(long firstSample) {
                sum = 0;
            }

            @Override
            public void process(float[][] channels, int offset, int count) {
                for (int i = offset; i < offset + count; i++) {
                    sum += channels[0][i];
                    channels[0][i] = sum;
                }
            }
        });
        assertTrue(fault.contains("straight from"), fault);
    }

    @Test
    void oneThatHearsHowItIsCalled() {
        String fault = fault(() -> (channels, offset, _) -> {
            for (float[] channel : channels) {
                channel[offset] = 0;
            }
        });
        assertTrue(fault.contains("depends on the calls") || fault.contains("straight from"), fault);
    }

    @Test
    void oneThatMakesWhatIsNoNumber() {
        String fault = fault(() -> (channels, offset, _) -> channels[0][offset] = Float.NaN);
        assertTrue(fault.contains("no number"), fault);
    }

    @Test
    void oneThatDoesNotSayThatItIsAboutSound() {
        SoundEffectContract contract = new SoundEffectContract(effect(described(Subject.PICTURE), () -> (_, _, _) -> {
            // nothing is changed
        }));
        assertThrows(AssertionError.class, contract::checkDescription);
    }

    @Test
    void oneThatNamesAParameterTwice() {
        EffectParameter level = EffectParameter.number("level", "Level", 0.5, 0, 1);
        assertThrows(AssertionError.class, () -> new SoundEffectContract(effect(described(Subject.SOUND, level, level),
                () -> (_, _, _) -> {
                    // nothing is changed
                })).checkDescription());
    }
}
