package org.reelbench.media;

import java.util.SortedMap;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that brings one effect. Reelbench's own effects come through the same door as everybody's.
 * <p>
 * For every thread: one provider serves all composers at once; what {@link #create} returns belongs to one composer.
 *
 * <pre>{@code
 * @Component
 * public final class Mirror implements EffectProvider {
 *     public EffectDescriptor descriptor() { return new EffectDescriptor("org.example.mirror", "1", "Mirror", List.of()); }
 *     public EffectBody create(SortedMap<String, Object> parameters) { return new FilterText("hflip"); }
 * }
 * }</pre>
 */
@ConsumerType
public interface EffectProvider {

    /**
     * Describes the effect.
     *
     * @return always the same description
     */
    EffectDescriptor descriptor();

    /**
     * Makes the effect for one layer of one composition, or for the sound of one clip.
     *
     * @param parameters a value for every parameter, already checked against the description
     * @return filter text or a processor of frames; for sound a processor of samples
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it cannot work with these values
     */
    EffectBody create(SortedMap<String, Object> parameters) throws MediaException;
}
