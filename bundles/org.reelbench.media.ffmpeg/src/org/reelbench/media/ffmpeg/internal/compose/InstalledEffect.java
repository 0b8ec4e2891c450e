package org.reelbench.media.ffmpeg.internal.compose;

import java.util.Objects;
import java.util.SortedMap;

import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/**
 * One effect as its provider brought it, with what is said to people when the provider's code fails: whatever a third party's code
 * throws, the composer says whose it was.
 *
 * @param provider who brings it
 * @param descriptor what it is
 */
record InstalledEffect(EffectProvider provider, EffectDescriptor descriptor) {

    /**
     * Makes the effect.
     *
     * @param use with which values
     * @return its body, which belongs to the caller
     * @throws MediaException {@link Reason#EFFECT} if it refuses the values or fails
     */
    EffectBody create(EffectUse use) throws MediaException {
        SortedMap<String, Object> values = values(use);
        try {
            return Objects.requireNonNull(provider.create(values), "it made nothing");
        } catch (MediaException e) {
            throw refused(e.medium(), e.explanation(), e);
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    /**
     * Gives a running processor of the effect other values.
     *
     * @param processor the processor
     * @param use the values
     * @return whether it took them
     * @throws MediaException {@link Reason#EFFECT} if it refuses the values or fails
     */
    boolean adjust(FrameProcessor processor, EffectUse use) throws MediaException {
        SortedMap<String, Object> values = values(use);
        try {
            return processor.adjust(values);
        } catch (MediaException e) {
            throw refused(e.medium(), e.explanation(), e);
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    private SortedMap<String, Object> values(EffectUse use) throws MediaException {
        try {
            return descriptor.check(use.parameters());
        } catch (IllegalArgumentException e) {
            throw refused("", e.getMessage(), e);
        }
    }

    private MediaException refused(String file, String why, Throwable cause) {
        return new MediaException(Reason.EFFECT, file, "the effect '" + descriptor.id() + "' refuses its values: " + why, cause);
    }

    private MediaException failed(Throwable cause) {
        return new MediaException(Reason.EFFECT, "", "the effect '" + descriptor.id() + "' failed: " + cause
                + "; remove it from the clip, or update its plug-in", cause);
    }
}
