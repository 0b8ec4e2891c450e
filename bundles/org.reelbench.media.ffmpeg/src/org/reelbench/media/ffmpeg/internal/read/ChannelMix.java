package org.reelbench.media.ffmpeg.internal.read;

import java.util.List;
import java.util.Map;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * How loud each channel of a stream is in each channel delivered, after ITU-R BS.775: centre and surround at −3 dB on their
 * sides, no low frequency effects; one channel becomes both sides unchanged. Or channels that were picked out, each as it is.
 *
 * @param channels how many channels are delivered: 1 or 2
 * @param picked the numbers of those picked out, counted from 1; empty where all are mixed
 */
record ChannelMix(int channels, List<Integer> picked) {

    private static final float MINUS_3_DB = (float) Math.sqrt(0.5);
    private static final float HALF = 0.5f;

    private static final Sides LEFT = new Sides(1, 0);
    private static final Sides RIGHT = new Sides(0, 1);
    private static final Sides MIDDLE = new Sides(MINUS_3_DB, MINUS_3_DB);
    private static final Sides LEFT_SURROUND = new Sides(MINUS_3_DB, 0);
    private static final Sides RIGHT_SURROUND = new Sides(0, MINUS_3_DB);
    private static final Sides BACK = new Sides(HALF, HALF);
    private static final Sides SILENT = new Sides(0, 0);

    private static final Map<Integer, Sides> SIDES = Map.ofEntries(Map.entry(avutil.AV_CHAN_FRONT_LEFT, LEFT),
            Map.entry(avutil.AV_CHAN_FRONT_RIGHT, RIGHT), Map.entry(avutil.AV_CHAN_STEREO_LEFT, LEFT),
            Map.entry(avutil.AV_CHAN_STEREO_RIGHT, RIGHT), Map.entry(avutil.AV_CHAN_FRONT_CENTER, MIDDLE),
            Map.entry(avutil.AV_CHAN_LOW_FREQUENCY, SILENT), Map.entry(avutil.AV_CHAN_LOW_FREQUENCY_2, SILENT),
            Map.entry(avutil.AV_CHAN_BACK_LEFT, LEFT_SURROUND), Map.entry(avutil.AV_CHAN_BACK_RIGHT, RIGHT_SURROUND),
            Map.entry(avutil.AV_CHAN_SIDE_LEFT, LEFT_SURROUND), Map.entry(avutil.AV_CHAN_SIDE_RIGHT, RIGHT_SURROUND),
            Map.entry(avutil.AV_CHAN_FRONT_LEFT_OF_CENTER, LEFT_SURROUND),
            Map.entry(avutil.AV_CHAN_FRONT_RIGHT_OF_CENTER, RIGHT_SURROUND),
            Map.entry(avutil.AV_CHAN_TOP_FRONT_LEFT, LEFT_SURROUND), Map.entry(avutil.AV_CHAN_TOP_FRONT_RIGHT, RIGHT_SURROUND),
            Map.entry(avutil.AV_CHAN_TOP_BACK_LEFT, LEFT_SURROUND), Map.entry(avutil.AV_CHAN_TOP_BACK_RIGHT, RIGHT_SURROUND),
            Map.entry(avutil.AV_CHAN_BACK_CENTER, BACK), Map.entry(avutil.AV_CHAN_TOP_CENTER, BACK));

    /** All channels, mixed down. */
    static ChannelMix of(int channels) {
        return new ChannelMix(channels, List.of());
    }

    /** Channels picked out by their numbers. */
    static ChannelMix picking(List<Integer> numbers) {
        return new ChannelMix(numbers.size(), List.copyOf(numbers));
    }

    /** What a channel gives to the left and to the right. */
    private record Sides(float left, float right) {
    }

    /**
     * Returns the gains.
     *
     * @param layout the stream's channels
     * @return a row for each channel delivered, with a gain for each of the stream's
     */
    float[][] gains(AVChannelLayout layout) {
        int count = layout.nb_channels();
        float[][] gains = new float[channels][count];
        if (!picked.isEmpty()) {
            for (int i = 0; i < channels; i++) {
                if (picked.get(i) <= count) {
                    gains[i][picked.get(i) - 1] = 1;
                }
            }
            return gains;
        }
        try (AVChannelLayout named = new AVChannelLayout()) {
            if (layout.order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
                avutil.av_channel_layout_default(named, count);
            } else {
                avutil.av_channel_layout_copy(named, layout);
            }
            for (int i = 0; i < count; i++) {
                Sides sides = sides(count, i, avutil.av_channel_layout_channel_from_index(named, i));
                gains[0][i] = channels == 1 ? HALF * (sides.left + sides.right) : sides.left;
                gains[channels - 1][i] = channels == 1 ? gains[0][i] : sides.right;
            }
            avutil.av_channel_layout_uninit(named);
        }
        return gains;
    }

    private static Sides sides(int count, int index, int channel) {
        // One or two channels are what they are, whatever they are called.
        if (count == 1) {
            return new Sides(1, 1);
        }
        Sides other = index % 2 == 0 ? LEFT_SURROUND : RIGHT_SURROUND;
        return count == 2 ? index == 0 ? LEFT : RIGHT : SIDES.getOrDefault(channel, other);
    }
}
