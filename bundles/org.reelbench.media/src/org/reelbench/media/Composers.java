package org.reelbench.media;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens composers and knows the installed effects.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * try (Composer composer = composers.open(new Composition(canvas, List.of(LayerSpec.opaque(frame.format(), place))));
 *         VideoFrame composed = composer.compose(0, List.of(new ComposerInput(frame, 1, RationalTime.ZERO)))) {
 *     show(composed);
 * }
 * }</pre>
 */
@ProviderType
public interface Composers {

    /**
     * Opens a composer.
     *
     * @param composition what to compose
     * @return the composer, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#EFFECT} if an effect is not installed or refuses its parameters,
     *             {@link MediaException.Reason#UNSUPPORTED} if a layer cannot be composed
     */
    Composer open(Composition composition) throws MediaException;

    /**
     * Makes an effect on sound. The default knows none.
     *
     * @param use which effect, with which values
     * @return the processor, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#EFFECT} if the effect is not installed, refuses its values or is none on
     *             sound
     */
    default SoundProcessor sound(EffectUse use) throws MediaException {
        throw new MediaException(MediaException.Reason.EFFECT, "", "the effect '" + use.effect()
                + "' is not installed; install the plug-in that brings it, or remove it from the clip");
    }

    /**
     * Returns the effects installed now.
     *
     * @return their descriptions, by id
     */
    List<EffectDescriptor> effects();

    /**
     * Returns one effect installed now.
     *
     * @param id the effect's id
     * @return its description, or empty if it is not installed
     */
    default Optional<EffectDescriptor> effect(String id) {
        return effects().stream().filter(e -> e.id().equals(id)).findFirst();
    }
}
