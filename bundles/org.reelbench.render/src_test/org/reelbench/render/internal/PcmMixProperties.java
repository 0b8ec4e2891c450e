package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.render.Tier;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.Transition;

class PcmMixProperties {

    private static final FrameRate[] RATES = { Sequences.FPS_25, Sequences.FPS_29_97, Sequences.FPS_23_976,
            FrameRate.of(60_000, 1001) };
    private static final int[] SAMPLE_RATES = { 48_000, 44_100, 8000 };
    private static final String[] MEDIA = { "full", "other", "narrow", "ones" };

    @Test
    void everySampleIsTheSumOfItsClipsHoweverTheRangeIsCutIntoCalls() throws RenderException {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int heard = 0;
        for (int i = 0; i < Tier.count(60, 3_000); i++) {
            Sequence sequence = random(random);
            String message = "seed " + seed + ", sequence " + i + ": " + sequence;
            assertEquals(List.of(), Invariants.violations(sequence));
            int samples = (int) sequence.rate().timeOf(sequence.durationFrames() + 1).ticksRound(sequence.sampleRateHz());
            try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence)) {
                float[][] whole = bench.read(sequence, 0, samples);
                float[][] pieces = new float[2][samples];
                for (int at = 0; at < samples;) {
                    int count = Math.min(samples - at, 1 + random.nextInt(random.nextBoolean() ? 20 : 5000));
                    mix.read(at, pieces, at, count, new Cancellation());
                    at += count;
                }
                for (int at = 0; at < samples; at++) {
                    int sample = at;
                    assertEquals(whole[0][at], pieces[0][at], () -> message + "\nsample " + sample + " depends on the calls");
                    assertEquals(whole[1][at], pieces[1][at], () -> message + "\nsample " + sample + " depends on the calls");
                }
                heard += compare(sequence, whole, random, message);
            }
        }
        assertTrue(heard > 2000, "hardly a sound was heard: the test proves little");
    }

    private static int compare(Sequence sequence, float[][] whole, Random random, String message) {
        int heard = 0;
        for (int i = 0; i < 200; i++) {
            int sample = random.nextInt(whole[0].length);
            int channel = random.nextInt(2);
            double expected = expected(sequence, sample, channel);
            assertEquals(expected, whole[channel][sample], 1e-5, () -> message + "\nsample " + sample);
            heard += expected == 0 ? 0 : 1;
        }
        return heard;
    }

    /** One sample, found by looking at every clip. */
    private static double expected(Sequence sequence, long sample, int channel) {
        double sum = 0;
        for (Track track : sequence.tracks()) {
            List<Item> items = track.muted() ? List.of() : track.items().toList();
            long start = 0;
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Clip clip && clip.content() instanceof MediaStream stream) {
                    double weight = weight(sequence, start, clip, i > 0 ? items.get(i - 1) : null,
                            i + 1 < items.size() ? items.get(i + 1) : null, sample);
                    long shift = clip.sourceTimeAt(-start, sequence.rate()).ticksRound(sequence.sampleRateHz());
                    sum += weight * Math.pow(10, clip.gainDb() / 20)
                            * FakePcmReader.sample(stream.media().value(), channel, sample + shift);
                }
                start += items.get(i).durationFrames();
            }
        }
        return sum;
    }

    /** How much of a clip is heard at a sample. */
    private static double weight(Sequence sequence, long start, Clip clip, @Nullable Item before, @Nullable Item after,
            long sample) {
        long end = start + clip.durationFrames();
        double weight = rising(sequence, start, before instanceof Transition lead ? lead : null, sample);
        return weight == 0
                ? 0
                : Math.min(weight, 1 - rising(sequence, end, after instanceof Transition tail ? tail : null, sample));
    }

    /** How much of what comes after a cut is heard at a sample. */
    private static double rising(Sequence sequence, long cut, @Nullable Transition transition, long sample) {
        double from = round(sequence, cut - (transition == null ? 0 : transition.inOffsetFrames()));
        double to = round(sequence, cut + (transition == null ? 0 : transition.outOffsetFrames()));
        return sample < from ? 0 : sample >= to ? 1 : (sample + 0.5 - from) / (to - from);
    }

    private static double round(Sequence sequence, long frame) {
        return Math.floor(sequence.rate().timeOf(frame).seconds().times(2L * sequence.sampleRateHz())
                .plus(org.reelbench.time.Rational.ONE).toDouble() / 2);
    }

    private static Sequence random(Random random) {
        String[] tracks = new String[1 + random.nextInt(3)];
        for (int i = 0; i < tracks.length; i++) {
            StringBuilder track = new StringBuilder("a" + i + ":");
            long takenFrames = 0;
            boolean clipBefore = false;
            long beforeFrames = 0;
            for (int clips = random.nextInt(6); clips > 0; clips--) {
                long frames = 1 + random.nextInt(6);
                if (random.nextInt(4) == 0) {
                    track.append(" _:").append(1 + random.nextInt(3));
                    clipBefore = false;
                }
                long inFrames = clipBefore ? random.nextLong(beforeFrames - takenFrames + 1) : 0;
                long outFrames = clipBefore ? random.nextLong(frames + 1) : 0;
                takenFrames = 0;
                if (clipBefore && random.nextBoolean() && inFrames + outFrames > 0) {
                    track.append(" t/").append(inFrames).append('+').append(outFrames);
                    takenFrames = outFrames;
                }
                track.append(' ').append(MEDIA[random.nextInt(MEDIA.length)]).append(':').append(frames).append('@')
                        .append(random.nextInt(40) - 3);
                clipBefore = true;
                beforeFrames = frames;
            }
            tracks[i] = track.toString();
        }
        Sequence sequence = Sequences.sequence(RATES[random.nextInt(RATES.length)],
                SAMPLE_RATES[random.nextInt(SAMPLE_RATES.length)], tracks);
        return random.nextInt(3) > 0 ? sequence : sequence.withTrack(sequence.tracks().getFirst().withMuted(true));
    }
}
