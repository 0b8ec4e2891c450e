package org.reelbench.capture.internal.sound;

import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

/**
 * The noise reduction that clips on a timeline have, for recordings: the same effect with the values that it has without being
 * told others. For every thread; the effect comes and goes.
 */
public final class NoiseReducers {

    /** Tells the service that brings it from all other effects. */
    public static final String TARGET = "(reelbench.sound=noise-reduction)";

    private volatile @Nullable EffectProvider provider;

    /**
     * Takes the effect.
     *
     * @param come the effect that has come
     */
    public void set(EffectProvider come) {
        provider = come;
    }

    /**
     * Goes on without it.
     *
     * @param gone the effect that goes
     */
    public void unset(EffectProvider gone) {
        if (provider == gone) {
            provider = null;
        }
    }

    /**
     * Opens a noise reduction.
     *
     * @param format what the device delivers
     * @return the processor, prepared; to be closed by the caller
     * @throws CaptureException {@link Reason#NOT_AVAILABLE} if this installation has none
     */
    public SoundProcessor open(CaptureFormat.Sound format) throws CaptureException {
        EffectProvider effect = provider;
        if (effect == null) {
            throw new CaptureException(Reason.NOT_AVAILABLE,
                    "noise reduction is not part of this installation; record without it");
        }
        SortedMap<String, Object> values = new TreeMap<>();
        for (EffectParameter parameter : effect.descriptor().parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        SoundProcessor made = null;
        boolean prepared = false;
        try {
            if (effect.create(values) instanceof SoundProcessor processor) {
                made = processor;
                processor.prepare(format.sampleRateHz(), format.channels());
                prepared = true;
                return processor;
            }
            throw new IllegalStateException(effect.descriptor().id() + " is no effect on sound");
        } catch (MediaException e) {
            throw new CaptureException(Reason.NOT_AVAILABLE,
                    "noise reduction does not work here (" + e.getMessage() + "); record without it", e);
        } finally {
            if (made != null && !prepared) {
                made.close();
            }
        }
    }
}
