package org.reelbench.media.ffmpeg.internal.effects;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** Changes colours by a table of three dimensions, as colourists hand them over in {@code .cube} files. */
@Component(service = EffectProvider.class)
public final class Lut implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.lut", "1", "3D LUT",
                List.of(EffectParameter.file("file", "File (.cube)"), EffectParameter.number("strength", "Strength", 1, 0, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) throws MediaException {
        String file = Texts.string(parameters, "file");
        if (file.isEmpty()) {
            return Texts.UNCHANGED;
        }
        try {
            return new LutProcessor(file, ColorTable.read(Path.of(file)), Texts.number(parameters, "strength"));
        } catch (InvalidPathException e) {
            throw new MediaException(Reason.EFFECT, file, "this is no path on this machine; choose the file again", e);
        }
    }
}
