package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;

/** Large blocks in place of pixels, to make a face or a number plate unreadable. */
@Component(service = EffectProvider.class)
public final class Pixelate implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.pixelate", "1", "Pixelate",
                List.of(EffectParameter.wholeNumber("blockPx", "Block", 16, 1, 256)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        // In colour of full size: the filter counts in samples of each plane.
        String block = Integer.toString((int) Texts.number(parameters, "blockPx"));
        return new FilterText("format=pix_fmts=yuv444p|yuva444p,pixelize=width=" + block + ":height=" + block + ":planes=15");
    }
}
