package org.reelbench.media;

/** What an effect does: text for the filter library, code that sees the pixels, or code that hears the samples. */
public sealed interface EffectBody permits FilterText, FrameProcessor, SoundProcessor {
}
