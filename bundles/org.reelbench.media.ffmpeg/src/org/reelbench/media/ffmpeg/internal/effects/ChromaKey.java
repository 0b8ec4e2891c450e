package org.reelbench.media.ffmpeg.internal.effects;

import static org.reelbench.media.ffmpeg.internal.effects.Texts.number;
import static org.reelbench.media.ffmpeg.internal.effects.Texts.text;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;

/** Makes one colour transparent, such as the green behind an actor. */
@Component(service = EffectProvider.class)
public final class ChromaKey implements EffectProvider {

    /** Sequences are BT.709; the filter itself would take the colour for BT.601. */
    private static final PictureFormat PICTURE = PictureFormat.of(2, 2, PixelFormat.YUV444P, ColorDescription.BT709_LIMITED);

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.chromaKey", "1", "Chroma key",
                List.of(EffectParameter.color("color", "Colour", "#00ff00"),
                        EffectParameter.number("similarity", "Similarity", 0.12, 0.001, 1),
                        EffectParameter.number("softness", "Softness", 0.05, 0, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        int[] key = PaintColor.parse(Texts.string(parameters, "color")).samples(PICTURE);
        return new FilterText("format=pix_fmts=yuva420p|yuva444p,chromakey=color=0x%02x%02x%02x:yuv=1:similarity="
                .formatted(key[0], key[1], key[2]) + text(number(parameters, "similarity")) + ":blend="
                + text(number(parameters, "softness")));
    }
}
