package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.Map;

import org.reelbench.media.EffectProvider;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;

/** The built-in effects, installed without a framework. */
final class BuiltIn {

    /** All of them. */
    static final List<EffectProvider> PROVIDERS = List.of(new Afterglow(), new Blur(), new ChromaKey(), new ColorBalance(),
            new ColorCorrection(), new Curves(), new Exposure(), new Fade(), new Grey(), new Hue(), new Invert(), new Lut(),
            new Mask(),
            new Mirror(), new Move(), new Pixelate(), new Sharpen(), new Temperature(), new Title(), new Trails(),
            new Vignette());

    private BuiltIn() {
    }

    /** Returns a composer service in which they are installed. */
    static FfmpegComposers composers() {
        FfmpegComposers composers = new FfmpegComposers();
        PROVIDERS.forEach(provider -> composers.addEffect(provider, Map.of()));
        return composers;
    }
}
