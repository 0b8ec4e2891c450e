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

/** A transition: the incoming picture comes in from the left. */
@Component
public final class Wipe implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.example.wipe", "1", "Wipe",
                List.of(EffectParameter.number(EffectDescriptor.PROGRESS, "Progress", 0, 0, 1)), EffectReach.NONE,
                Subject.TRANSITION);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        Edge edge = new Edge();
        edge.adjust(parameters);
        return edge;
    }

    private static final class Edge implements FrameProcessor {

        private static final int ALPHA = 3;

        private double progress;

        @Override
        public Set<PixelFormat> formats() {
            return Set.of(PixelFormat.YUVA420P);
        }

        @Override
        public boolean adjust(SortedMap<String, Object> parameters) {
            progress = (Double) parameters.get(EffectDescriptor.PROGRESS);
            return true;
        }

        /** What is left of the edge stays as it is, what is right of it becomes transparent. */
        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            int width = frame.format().widthPx();
            int edge = (int) Math.round(progress * width);
            MemorySegment alpha = frame.plane(ALPHA);
            for (int y = 0; y < frame.format().heightPx(); y++) {
                for (int x = edge; x < width; x++) {
                    alpha.set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(ALPHA) + x, (byte) 0);
                }
            }
        }
    }
}
