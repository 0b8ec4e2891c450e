package org.reelbench.media.ffmpeg.internal.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.media.MediaException;

/** Curves of tone: for all colours at once, and for red, green and blue apart. */
@Component(service = EffectProvider.class)
public final class Curves implements EffectProvider {

    private static final List<String> CHANNELS = List.of("master", "red", "green", "blue");
    private static final int LONGEST = 400;

    @Override
    public EffectDescriptor descriptor() {
        List<EffectParameter> parameters = new ArrayList<>();
        for (String channel : CHANNELS) {
            parameters.add(EffectParameter.text(channel, "Curve of " + (channel.equals("master") ? "all" : channel),
                    CurvePoints.STRAIGHT,
                    LONGEST));
        }
        return new EffectDescriptor("org.reelbench.curves", "1", "Curves", parameters);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) throws MediaException {
        StringBuilder chain = new StringBuilder("curves=");
        for (String channel : CHANNELS) {
            chain.append(channel).append('=').append(CurvePoints.parse(channel, Texts.string(parameters, channel)).filterText())
                    .append(':');
        }
        return new FilterText(chain.append("interp=pchip").toString());
    }
}
