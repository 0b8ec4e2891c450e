package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.render.Layer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.internal.FedEffects.Feeding;
import org.reelbench.timeline.AppliedEffect;

/**
 * The effects of a clip as they are asked for: with the values of a frame, and files by where they lie.
 *
 * @param composers knows the installed effects
 * @param catalog knows where files lie, and whether a clip may be shown without an effect
 */
record LayerEffects(Composers composers, MediaCatalog catalog) {

    /**
     * Returns the effects of a layer at a frame. One that nobody brings stays in, so that composing refuses it by name, unless
     * the catalog lets it be left out; its data stay in the project either way.
     */
    List<EffectUse> at(Layer.Look look, long frame) throws MediaException {
        List<EffectUse> uses = new ArrayList<>();
        List<AppliedEffect> now = look.effectsAt(frame);
        for (int i = 0; i < now.size(); i++) {
            AppliedEffect effect = now.get(i);
            Optional<EffectDescriptor> known = composers.effect(effect.effect());
            if (known.isPresent() && !known.get().subject().isSeen()) {
                // It was put on a picture, of which it changes nothing.
                continue;
            }
            if (known.isPresent()) {
                uses.add(use(effect, known.get(), look.effects().get(i).curves().keySet()));
            } else if (!catalog.leavesOut(effect.effect())) {
                uses.add(new EffectUse(effect.effect(), effect.parameters()));
            }
        }
        return uses;
    }

    /** Returns how far the effects of a layer look around together, if none has to be fed. */
    EffectReach reach(Layer.Look look) {
        return reaches(look).stream().reduce(EffectReach.NONE, EffectReach::plus);
    }

    /** Returns what is fed to the effects of a layer; null if none of them has to be fed. */
    @Nullable
    Feeding feeding(Layer.Look look) {
        if (look.effects().isEmpty()) {
            return null;
        }
        List<EffectReach> reaches = reaches(look);
        return reaches.stream().anyMatch(EffectReach::isFed) ? new Feeding(look.ofEffectsAlone(), reaches) : null;
    }

    /** How far each of the effects that {@link #at} names looks; what looks too far ahead is refused where it is composed. */
    private List<EffectReach> reaches(Layer.Look look) {
        List<EffectReach> reaches = new ArrayList<>();
        for (AppliedEffect effect : look.effects()) {
            Optional<EffectDescriptor> known = composers.effect(effect.effect());
            if (known.isPresent() && known.get().subject().isSeen()) {
                EffectReach reach = known.get().reach();
                reaches.add(reach.ahead() > EffectReach.MOST_FRAMES ? EffectReach.NONE : reach);
            } else if (known.isEmpty() && !catalog.leavesOut(effect.effect())) {
                reaches.add(EffectReach.NONE);
            }
        }
        return reaches;
    }

    /** Between its keyframes a curve may leave the range of its parameter, which is no reason to refuse the picture. */
    private EffectUse use(AppliedEffect effect, EffectDescriptor known, Set<String> animated) throws MediaException {
        SortedMap<String, Object> values = new TreeMap<>(effect.parameters());
        for (EffectParameter parameter : known.parameters()) {
            Object value = values.get(parameter.name());
            if (value instanceof Double number && animated.contains(parameter.name()) && parameter.isAnimatable()) {
                values.put(parameter.name(), parameter.nearest(number));
            } else if (value instanceof String text && known.subject() == Subject.GENERATOR) {
                values.put(parameter.name(), PluginGenerators.valueOf(text, parameter));
            } else if (value instanceof String file && parameter.kind() == EffectParameter.Kind.FILE && !file.isEmpty()) {
                values.put(parameter.name(), catalog.file(file).toString());
            }
        }
        return new EffectUse(effect.effect(), values);
    }
}
