package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Sequences;
import org.reelbench.render.Tier;
import org.reelbench.render.internal.effects.BuiltInSound;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** Whatever is done to clips, any range of their sound is part of the straight render, and a razor cut is not heard. */
class TreatedSoundProperties {

    private static final FrameRate[] RATES = { Sequences.FPS_25, Sequences.FPS_29_97, Sequences.FPS_23_976 };
    private static final String[] SPEEDS = { "1", "1", "1", "2", "1/2", "3/2", "1001/1000", "-1", "-4/3", "1/10", "20" };
    private static final String[] CHANNELS = { "all", "all", "left", "mono", "2", "2,1" };

    @Test
    void anyRangeIsPartOfTheStraightRenderAndCutsAreNotHeard() throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int heard = 0;
        for (int i = 0; i < Tier.count(6, 400); i++) {
            Sequence sequence = random(random);
            String message = "seed " + seed + ", sequence " + i + ": " + sequence;
            int samples = (int) sequence.rate().timeOf(sequence.durationFrames() + 1).ticksRound(sequence.sampleRateHz());
            try (SoundBench bench = new SoundBench()) {
                bench.effects.addBuiltIn();
                float[][] straight = new float[2][samples];
                try (AudioRenderer renderer = bench.output(sequence)) {
                    renderer.read(0, straight, 0, samples, new Cancellation());
                }
                try (AudioRenderer renderer = bench.output(sequence)) {
                    for (int piece = 0; piece < 5; piece++) {
                        int count = 1 + random.nextInt(3000);
                        same(straight, renderer, random.nextInt(Math.max(1, samples - count)), count, message);
                    }
                }
                Sequence cut = cut(sequence, random);
                String cutMessage = message + "\ncut as " + cut;
                try (AudioRenderer renderer = bench.output(cut)) {
                    for (int at = 0; at < samples; at += 4096) {
                        same(straight, renderer, at, Math.min(4096, samples - at), cutMessage);
                    }
                }
                for (int at = 0; at < samples; at += 1000) {
                    heard += straight[0][at] == 0 ? 0 : 1;
                    assertTrue(!sequence.limiter() || Math.abs(straight[0][at]) < 0.9, message);
                }
            }
        }
        assertTrue(heard > 200, "hardly a sound was heard: the test proves little");
    }

    private static void same(float[][] straight, AudioRenderer renderer, int from, int count, String message) throws Exception {
        float[][] piece = new float[2][count];
        renderer.read(from, piece, 0, count, new Cancellation());
        for (int c = 0; c < 2; c++) {
            for (int n = 0; n < count; n++) {
                int sample = from + n;
                assertEquals(straight[c][sample], piece[c][n], () -> message + "\nsample " + sample);
            }
        }
    }

    /** Cuts clips anywhere but in a fade, of which each half would keep its own. */
    private static Sequence cut(Sequence sequence, Random random) throws EditRefused {
        Sequence cut = sequence;
        int number = 0;
        for (Track track : sequence.tracks()) {
            long start = 0;
            for (Item item : track.items().toList()) {
                if (item instanceof Clip clip) {
                    long inClip = 1 + random.nextLong(clip.durationFrames() - 1);
                    Fades fades = clip.fades();
                    if (inClip >= fades.inFrames() && inClip <= clip.durationFrames() - fades.outFrames()) {
                        cut = Edits.split(cut, track.id(), start + inClip, new Id("cut " + number++));
                    }
                }
                start += item.durationFrames();
            }
        }
        return cut;
    }

    private static Sequence random(Random random) {
        String[] tracks = new String[1 + random.nextInt(2)];
        for (int i = 0; i < tracks.length; i++) {
            StringBuilder track = new StringBuilder("a" + i + ":");
            for (int clips = 1 + random.nextInt(3); clips > 0; clips--) {
                track.append(random.nextBoolean() ? " _:3" : "").append(random.nextBoolean() ? " full:" : " tone:")
                        .append(10 + random.nextInt(60)).append('@').append(5000 + random.nextInt(1000)).append('*')
                        .append(Rational.parse(SPEEDS[random.nextInt(SPEEDS.length)]));
            }
            tracks[i] = track.toString();
        }
        Sequence sequence = Sequences.sequence(RATES[random.nextInt(RATES.length)], random.nextBoolean() ? 48_000 : 44_100,
                tracks);
        return SoundBench.each(sequence, clip -> treated(clip, random)).withLimiter(random.nextInt(3) == 0);
    }

    private static Clip treated(Clip clip, Random random) {
        Clip treated = clip.withSound(clip.sound().withChannels(ChannelChoice.parse(CHANNELS[random.nextInt(CHANNELS.length)]))
                .withKeepPitch(random.nextInt(4) > 0).withGainDb(random.nextInt(3) == 0 ? 6 : 0));
        if (random.nextInt(3) == 0) {
            treated = treated.withFades(new Fades(random.nextInt(5), random.nextInt(5)));
        }
        if (random.nextInt(3) == 0) {
            TreeMap<String, Curve> curves = new TreeMap<>();
            curves.put(random.nextBoolean() ? "gainDb" : "pan", line(-1, 1));
            treated = treated.withCurves(curves);
        }
        List<AppliedEffect> effects = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            effects.add(effect(BuiltInSound.PROVIDERS.get(random.nextInt(BuiltInSound.PROVIDERS.size())).descriptor(), random));
        }
        return treated.withEffects(effects);
    }

    private static AppliedEffect effect(EffectDescriptor descriptor, Random random) {
        AppliedEffect effect = new AppliedEffect(descriptor.id(), new TreeMap<>());
        if (random.nextBoolean()) {
            EffectParameter parameter = descriptor.parameters().get(random.nextInt(descriptor.parameters().size()));
            TreeMap<String, Curve> curves = new TreeMap<>();
            double middle = (parameter.minimum() + parameter.maximum()) / 2;
            curves.put(parameter.name(), line(parameter.defaultValue() instanceof Double value ? value : middle, middle));
            effect = effect.withCurves(curves);
        }
        return effect;
    }

    private static Curve line(double from, double to) {
        return new Curve(List.of(new Keyframe(0, from, Interpolation.LINEAR), new Keyframe(40, to, Interpolation.LINEAR)));
    }
}
