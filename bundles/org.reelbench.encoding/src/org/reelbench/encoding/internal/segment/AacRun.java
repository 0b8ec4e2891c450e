package org.reelbench.encoding.internal.segment;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;

/**
 * A run of AAC that joins the runs before and after it: packets lie on one grid for the whole sequence, and the encoder is given
 * what sounds before and after, so that the packets at both ends are what they would be in one long film. A packet's overlap with
 * the one before is what the lead-in is for; its packets are thrown away.
 */
public final class AacRun {

    /** Samples of a packet. */
    public static final int PACKET_SAMPLES = 1024;
    /**
     * What is heard before and is given to the encoder. Two packets would do for the overlap, but the encoder weighs its bits by those
     * before: measured with a tone, it is 20 dB worse until its 16th packet, which would be heard at each joint.
     */
    public static final int LEAD_IN_SAMPLES = 16 * PACKET_SAMPLES;
    /** What is heard after and is given to the encoder, which looks ahead. */
    public static final int LEAD_OUT_SAMPLES = 3 * PACKET_SAMPLES;
    /** How long a run is: two seconds in whole packets. */
    private static final double SECONDS = 2;
    /** What a decoder makes of a packet lies one packet back: that of the lead-in's last one would be the run's first but one. */
    private static final int THROWN_AWAY = LEAD_IN_SAMPLES / PACKET_SAMPLES + 1;
    private static final long BIT_RATE = 192_000;

    private AacRun() {
    }

    /**
     * Returns how long runs are.
     *
     * @param sampleRateHz the rate
     * @return a whole number of packets, in samples
     */
    public static long samples(int sampleRateHz) {
        return Math.round(SECONDS * sampleRateHz / PACKET_SAMPLES) * PACKET_SAMPLES;
    }

    /**
     * Returns how sound is encoded in runs.
     *
     * @param sampleRateHz the rate
     * @param channels how many channels
     * @return the encoding
     */
    public static AudioEncoding encoding(int sampleRateHz, int channels) {
        return new AudioEncoding("aac", sampleRateHz, channels, BIT_RATE, new TreeMap<>());
    }

    static boolean makes(AudioEncoding encoding) {
        return encoding.encoder().equals("aac");
    }

    static void make(PreviewSegment segment, AudioEncoding encoding, AudioRenderer renderer, RenderWorker worker,
            SegmentOutput output) throws MediaException, RenderException {
        long packets = (segment.end() - segment.start()) / PACKET_SAMPLES;
        float[][] block = new float[encoding.channels()][PACKET_SAMPLES];
        try (AudioEncoder encoder = worker.encoders().openAudio(encoding);
                FragmentMuxer muxer = worker.muxers().openFragments(List.of(unpadded(encoder.parameters())),
                        segment.ticksPerSecond())) {
            output.init(muxer.init());
            long[] seen = { 0 };
            for (long at = segment.start() - LEAD_IN_SAMPLES; at < segment.end() + LEAD_OUT_SAMPLES; at += PACKET_SAMPLES) {
                read(renderer, at, block, output);
                encoder.encode(block, 0, PACKET_SAMPLES, packet -> {
                    long number = seen[0]++ - THROWN_AWAY;
                    if (number >= 0 && number < packets) {
                        long ticks = number * PACKET_SAMPLES;
                        muxer.write(0, new EncodedPacket(ticks, ticks, PACKET_SAMPLES, true, 0, packet.data()));
                    }
                });
                output.heartbeat(Math.max(0, at - segment.start()));
            }
            encoder.finish(_ -> {
                // what comes after the run is another run's
            });
            output.fragment(muxer.flush());
        }
    }

    /** The padding before the film's start is thrown away with the lead-in. */
    private static CodecParameters unpadded(CodecParameters of) {
        return new CodecParameters(of.codec(), of.timeBase(), of.extraData(), of.video(), of.audio(), of.frameSamples(), 0,
                of.profile(), of.codecTag());
    }

    /** Before its start a film is silent. */
    private static void read(AudioRenderer renderer, long at, float[][] block, SegmentOutput output)
            throws MediaException, RenderException {
        if (at < 0) {
            for (float[] channel : block) {
                Arrays.fill(channel, 0);
            }
        } else {
            renderer.read(at, block, 0, PACKET_SAMPLES, output.cancellation());
        }
    }
}
