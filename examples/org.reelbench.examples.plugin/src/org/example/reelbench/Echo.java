package org.example.reelbench;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/** An effect on sound that remembers: everything is heard once more, an eighth of a second later. */
@Component
public final class Echo implements EffectProvider {

    private static final int PER_SECOND = 8;
    /** What it remembers at the rate that descriptions are about. */
    private static final EffectReach AT_48_KHZ = new EffectReach(48_000 / PER_SECOND, 0);

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.example.echo", "1", "Echo", List.of(EffectParameter.number("level", "Level", 0.5, 0, 1)),
                AT_48_KHZ, Subject.SOUND);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new Line((Double) parameters.get("level"));
    }

    /** A line of samples, as long as the echo is late. */
    private static final class Line implements SoundProcessor {

        private double level;
        private float[][] line = new float[0][1];
        private int at;

        Line(double level) {
            this.level = level;
        }

        @Override
        public void prepare(int sampleRateHz, int channels) {
            line = new float[channels][sampleRateHz / PER_SECOND];
        }

        @Override
        public EffectReach reach() {
            return line.length == 0 ? AT_48_KHZ : new EffectReach(line[0].length, 0);
        }

        @Override
        public void reset(long firstSample) {
            for (float[] channel : line) {
                Arrays.fill(channel, 0);
            }
            at = 0;
        }

        @Override
        public void set(String parameter, double value) {
            level = value;
        }

        @Override
        public void process(float[][] channels, int offset, int count) {
            for (int i = offset; i < offset + count; i++) {
                for (int c = 0; c < channels.length; c++) {
                    float now = channels[c][i];
                    channels[c][i] += (float) (level * line[c][at]);
                    line[c][at] = now;
                }
                at = (at + 1) % line[0].length;
            }
        }
    }
}
