package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;
import org.reelbench.render.internal.effects.BuiltInSound;

/** Effects on sound that tests bring; counts those that are open. */
final class SoundEffects implements Composers {

    private final Map<String, EffectDescriptor> descriptors = new HashMap<>();
    private final Map<String, Function<EffectUse, SoundProcessor>> makers = new HashMap<>();

    void add(EffectDescriptor descriptor, Function<EffectUse, SoundProcessor> maker) {
        descriptors.put(descriptor.id(), descriptor);
        makers.put(descriptor.id(), maker);
    }

    void addBuiltIn() {
        for (EffectProvider provider : BuiltInSound.PROVIDERS) {
            add(provider.descriptor(), use -> {
                try {
                    return (SoundProcessor) provider.create(use.parameters());
                } catch (MediaException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Override
    public SoundProcessor sound(EffectUse use) throws MediaException {
        try {
            EffectDescriptor descriptor = descriptors.get(use.effect());
            return makers.get(use.effect()).apply(new EffectUse(use.effect(), descriptor.check(use.parameters())));
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaException.Reason.EFFECT, "", e.getMessage(), e);
        }
    }

    @Override
    public Composer open(Composition composition) {
        throw new AssertionError("sound has no pictures");
    }

    @Override
    public List<EffectDescriptor> effects() {
        return new ArrayList<>(descriptors.values());
    }
}
