package org.example.reelbench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** A generator: clouds that move with the time of the clip. */
@Component
public final class Plasma implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.example.plasma", "1", "Plasma",
                List.of(EffectParameter.number("speed", "Speed", 1, 0, 10)), EffectReach.NONE, Subject.GENERATOR);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new Clouds((Double) parameters.get("speed"));
    }

    private record Clouds(double speed) implements FrameProcessor {

        private static final int LUMA_MIDDLE = 126;

        @Override
        public Set<PixelFormat> formats() {
            return Set.of(PixelFormat.YUV420P);
        }

        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            double turn = speed * sourceTime.seconds().toDouble();
            int width = frame.format().widthPx();
            int height = frame.format().heightPx();
            MemorySegment luma = frame.plane(0);
            for (int y = 0; y < height; y++) {
                double across = Math.sin(6.0 * y / height - turn);
                for (int x = 0; x < width; x++) {
                    double value = LUMA_MIDDLE + 50 * (Math.sin(8.0 * x / width + turn) + across);
                    luma.set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x, (byte) value);
                }
            }
            frame.plane(1).fill((byte) (128 + 60 * Math.sin(turn / 3)));
            frame.plane(2).fill((byte) (128 + 60 * Math.cos(turn / 3)));
        }
    }
}
