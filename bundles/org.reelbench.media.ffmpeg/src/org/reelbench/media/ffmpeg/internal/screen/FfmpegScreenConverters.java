package org.reelbench.media.ffmpeg.internal.screen;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;

/** Opens converters; keeps none of them. */
@Component
public final class FfmpegScreenConverters implements ScreenConverters {

    @Override
    public ScreenConverter open() {
        return new FfmpegScreenConverter();
    }
}
