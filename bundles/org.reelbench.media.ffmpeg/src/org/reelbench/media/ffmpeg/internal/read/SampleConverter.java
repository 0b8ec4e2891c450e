package org.reelbench.media.ffmpeg.internal.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Turns decoded sound of any sample format and channel layout into float arrays of the channels delivered. It keeps nothing
 * from frame to frame, so its result never depends on what was read before.
 */
final class SampleConverter {

    private static final float S16 = 1f / (1 << 15);
    private static final float S32 = 1f / (1L << 31);
    private static final double S64 = 1.0 / (1L << 62) / 2;
    private static final int U8_MIDDLE = 128;
    private static final float U8 = 1f / U8_MIDDLE;

    private final ChannelMix mix;
    private float[] source = {};
    private float @Nullable [][] gains;
    private int layoutOrder;
    private int layoutChannels;
    private long layoutMask;

    SampleConverter(ChannelMix mix) {
        this.mix = mix;
    }

    /**
     * Converts part of a frame.
     *
     * @param frame decoded sound
     * @param from the first sample taken
     * @param count how many samples
     * @param target an array for each channel delivered, at least {@code count} long
     */
    void convert(AVFrame frame, int from, int count, float[][] target) {
        int sourceChannels = frame.ch_layout().nb_channels();
        float[][] known = gains(frame.ch_layout());
        if (source.length < count) {
            source = new float[count];
        }
        for (float[] channel : target) {
            Arrays.fill(channel, 0, count, 0);
        }
        for (int i = 0; i < sourceChannels; i++) {
            read(frame, i, sourceChannels, from, count);
            for (int c = 0; c < known.length; c++) {
                add(source, known[c][i], target[c], count);
            }
        }
    }

    private static void add(float[] samples, float gain, float[] target, int count) {
        if (gain == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            target[i] += gain * samples[i];
        }
    }

    private float[][] gains(AVChannelLayout frameLayout) {
        float @Nullable [][] known = gains;
        int order = frameLayout.order();
        int count = frameLayout.nb_channels();
        long mask = frameLayout.u_mask();
        if (known == null || order != layoutOrder || count != layoutChannels || mask != layoutMask) {
            known = mix.gains(frameLayout);
            gains = known;
            layoutOrder = order;
            layoutChannels = count;
            layoutMask = mask;
        }
        return known;
    }

    private void read(AVFrame frame, int channel, int sourceChannels, int from, int count) {
        boolean planar = avutil.av_sample_fmt_is_planar(frame.format()) != 0;
        int bytes = avutil.av_get_bytes_per_sample(frame.format());
        int step = planar ? 1 : sourceChannels;
        int first = planar ? from : from * sourceChannels + channel;
        long address = frame.extended_data(planar ? channel : 0).address();
        MemorySegment samples = MemorySegment.ofAddress(address).reinterpret(bytes * (first + (long) (count - 1) * step + 1));
        int format = avutil.av_get_packed_sample_fmt(frame.format());
        if (format == avutil.AV_SAMPLE_FMT_FLT) {
            readFloats(samples, first, step, count);
        } else if (format == avutil.AV_SAMPLE_FMT_S16) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                source[i] = samples.getAtIndex(ValueLayout.JAVA_SHORT, at) * S16;
            }
        } else if (format == avutil.AV_SAMPLE_FMT_S32) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                source[i] = samples.getAtIndex(ValueLayout.JAVA_INT, at) * S32;
            }
        } else if (format == avutil.AV_SAMPLE_FMT_DBL) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                source[i] = (float) samples.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
            }
        } else if (format == avutil.AV_SAMPLE_FMT_S64) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                source[i] = (float) (samples.getAtIndex(ValueLayout.JAVA_LONG, at) * S64);
            }
        } else {
            for (int i = 0, at = first; i < count; i++, at += step) {
                source[i] = (Byte.toUnsignedInt(samples.get(ValueLayout.JAVA_BYTE, at)) - U8_MIDDLE) * U8;
            }
        }
    }

    private void readFloats(MemorySegment samples, int first, int step, int count) {
        if (step == 1) {
            MemorySegment.copy(samples, ValueLayout.JAVA_FLOAT, (long) first * Float.BYTES, source, 0, count);
            return;
        }
        for (int i = 0, at = first; i < count; i++, at += step) {
            source[i] = samples.getAtIndex(ValueLayout.JAVA_FLOAT, at);
        }
    }
}
