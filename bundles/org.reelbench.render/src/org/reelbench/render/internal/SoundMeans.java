package org.reelbench.render.internal;

import org.reelbench.media.Composers;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * What sound is rendered by, handed down from a sequence to those nested in it.
 *
 * @param catalog the media, and the sequences that clips play
 * @param media opens media
 * @param composers knows the effects
 * @param sampleRateHz the rate of the mix
 * @param depth how deep the sequence is nested; 0 for the one that was asked for
 */
record SoundMeans(MediaCatalog catalog, MediaOpener media, Composers composers, int sampleRateHz, int depth) {

    /** Opens the sound of a sequence as it is played or exported. */
    static AudioRenderer output(Sequence sequence, MediaCatalog catalog, MediaOpener media, Composers composers) {
        SoundMeans means = new SoundMeans(catalog, media, composers, sequence.sampleRateHz(), 0);
        AudioRenderer mix = new PcmMix(sequence, means);
        return sequence.limiter() ? new LimitedMix(mix, means.sampleRateHz) : mix;
    }

    /** Returns the means for a nested sequence, which is mixed at the rate of the outer one. */
    SoundMeans nested(Sequence sequence) throws MediaException {
        Nested.refuseTooDeep(depth, sequence);
        return new SoundMeans(catalog, media, composers, sampleRateHz, depth + 1);
    }
}
