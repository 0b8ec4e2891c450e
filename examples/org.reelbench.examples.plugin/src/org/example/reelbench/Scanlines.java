package org.example.reelbench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** An effect as code: it sees the samples and darkens every second line. */
@Component
public final class Scanlines implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.example.scanlines", "1", "Scan lines", List.of());
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new Darkener();
    }

    private static final class Darkener implements FrameProcessor {

        private static final int BLACK = 16;

        @Override
        public Set<PixelFormat> formats() {
            return Set.of(PixelFormat.YUV420P);
        }

        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            MemorySegment luma = frame.plane(0);
            int stride = frame.strideBytes(0);
            for (int y = 1; y < frame.format().heightPx(); y += 2) {
                for (int x = 0; x < frame.format().widthPx(); x++) {
                    long at = (long) y * stride + x;
                    int value = luma.get(ValueLayout.JAVA_BYTE, at) & 0xff;
                    luma.set(ValueLayout.JAVA_BYTE, at, (byte) (BLACK + (value - BLACK) / 2));
                }
            }
        }
    }
}
