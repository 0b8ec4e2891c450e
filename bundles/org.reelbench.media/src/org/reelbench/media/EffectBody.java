package org.reelbench.media;

/** What an effect does: text for the filter library, or code that sees the samples. */
public sealed interface EffectBody permits FilterText, FrameProcessor {
}
