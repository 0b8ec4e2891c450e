package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** The sample formats encoders want, and how float samples become them; best first. */
enum SampleFormat {

    /** One plane of floats a channel. */
    FLOAT_PLANAR(avutil.AV_SAMPLE_FMT_FLTP),
    /** Floats, channel by channel. */
    FLOAT(avutil.AV_SAMPLE_FMT_FLT),
    /** Whole numbers of 16 bits, channel by channel. */
    S16(avutil.AV_SAMPLE_FMT_S16),
    /** One plane of whole numbers of 16 bits a channel. */
    S16_PLANAR(avutil.AV_SAMPLE_FMT_S16P),
    /** Whole numbers of 32 bits, channel by channel, of which the upper 24 are ours: for encoders asked for more than 16. */
    S32(avutil.AV_SAMPLE_FMT_S32);

    private static final float S16_SCALE = 32768f;
    private static final float S24_SCALE = 1 << 23;

    private final int number;

    SampleFormat(int number) {
        this.number = number;
    }

    /** Returns the {@code AV_SAMPLE_FMT_} number. */
    int number() {
        return number;
    }

    /** Writes samples into a frame that has room for them. */
    void write(float[][] channels, int offset, int count, AVFrame frame) {
        boolean planar = this == FLOAT_PLANAR || this == S16_PLANAR;
        int sampleBytes = this == S16 || this == S16_PLANAR ? Short.BYTES : Integer.BYTES;
        int step = planar ? 1 : channels.length;
        for (int channel = 0; channel < channels.length; channel++) {
            MemorySegment plane = MemorySegment.ofAddress(frame.data(planar ? channel : 0).address())
                    .reinterpret((long) count * step * sampleBytes);
            int first = planar ? 0 : channel;
            float[] samples = channels[channel];
            switch (this) {
            case FLOAT_PLANAR -> MemorySegment.copy(samples, offset, plane, ValueLayout.JAVA_FLOAT, 0, count);
            case FLOAT -> {
                for (int i = 0; i < count; i++) {
                    plane.setAtIndex(ValueLayout.JAVA_FLOAT, first + (long) i * step, samples[offset + i]);
                }
            }
            case S32 -> {
                for (int i = 0; i < count; i++) {
                    plane.setAtIndex(ValueLayout.JAVA_INT, first + (long) i * step, s24(samples[offset + i]) << 8);
                }
            }
            case S16, S16_PLANAR -> {
                for (int i = 0; i < count; i++) {
                    plane.setAtIndex(ValueLayout.JAVA_SHORT, first + (long) i * step, s16(samples[offset + i]));
                }
            }
            }
        }
    }

    /** Returns the nearest whole number; the decoder's division by 32768 gives the sample back. */
    static short s16(float sample) {
        return (short) Math.clamp(Math.round(sample * S16_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Returns the nearest whole number of 24 bits, all that a float holds. */
    static int s24(float sample) {
        return Math.clamp(Math.round(sample * S24_SCALE), -(1 << 23), (1 << 23) - 1);
    }
}
