package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.Cancellation;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;

import com.sun.management.ThreadMXBean;

/** Sound that runs allocates nothing, whatever is done to it: no pause of the collector is heard. */
class SteadyStateTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BLOCK_SAMPLES = 1024;
    private static final int WARM_BLOCKS = 400;
    private static final int BLOCKS = 300;

    @ParameterizedTest
    @ValueSource(strings = { "plain", "ten tracks", "gain, pan and fades", "one channel", "faster", "backwards", "pitch kept",
            "pitch kept backwards", "limited", "org.reelbench.sound.gain", "org.reelbench.sound.equalizer",
            "org.reelbench.sound.compressor", "org.reelbench.sound.limiter", "org.reelbench.sound.reverb",
            "org.reelbench.sound.denoise" })
    void nothingIsAllocatedForABlock(String what) throws Exception {
        try (SoundBench bench = new SoundBench()) {
            bench.effects.addBuiltIn();
            try (AudioRenderer mix = bench.output(sequence(what))) {
                float[][] block = new float[2][BLOCK_SAMPLES];
                Cancellation cancellation = new Cancellation();
                for (int i = 0; i < WARM_BLOCKS; i++) {
                    mix.read((long) i * BLOCK_SAMPLES, block, 0, BLOCK_SAMPLES, cancellation);
                }
                // Once a second the mix looks ahead, and the compiler may come between: the least of some tries is what runs take.
                long least = Long.MAX_VALUE;
                for (int attempt = 0; attempt < BLOCKS / 10; attempt++) {
                    long before = allocatedBytes();
                    for (int i = 0; i < 10; i++) {
                        int number = WARM_BLOCKS + attempt * 10 + i;
                        mix.read((long) number * BLOCK_SAMPLES, block, 0, BLOCK_SAMPLES, cancellation);
                    }
                    least = Math.min(least, allocatedBytes() - before);
                }
                assertTrue(least < 200, what + ": ten blocks allocate " + least + " bytes");
            }
        }
    }

    private static long allocatedBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static Sequence sequence(String what) {
        Sequence plain = Sequences.sequence(Sequences.FPS_25, "a1: full:1000@20000");
        return switch (what) {
        case "plain" -> plain;
        case "ten tracks" -> Sequences.sequence(Sequences.FPS_25,
                IntStream.range(0, 10).mapToObj(i -> "a" + i + ": full:1000@" + i).toArray(String[]::new));
        case "gain, pan and fades" -> SoundBench.each(plain,
                clip -> clip.withFades(new Fades(500, 500)).withCurves(new TreeMap<>(Map.of("gainDb", line(), "pan", line()))));
        case "one channel" -> SoundBench.each(plain,
                clip -> clip.withSound(clip.sound().withChannels(new ChannelChoice.Numbered(List.of(2)))));
        case "faster" -> pitchNotKept("a1: full:1000@20000*3/2");
        case "backwards" -> pitchNotKept("a1: full:1000@20000*-1");
        case "pitch kept" -> Sequences.sequence(Sequences.FPS_25, "a1: full:1000@20000*3/2");
        case "pitch kept backwards" -> Sequences.sequence(Sequences.FPS_25, "a1: full:1000@20000*-3/2");
        case "limited" -> SoundBench.each(plain, clip -> clip.withSound(clip.sound().withGainDb(12))).withLimiter(true);
        default -> SoundBench.each(plain, clip -> clip.withEffects(List.of(new AppliedEffect(what, new TreeMap<>()))));
        };
    }

    private static Sequence pitchNotKept(String track) {
        return SoundBench.each(Sequences.sequence(Sequences.FPS_25, track),
                clip -> clip.withSound(clip.sound().withKeepPitch(false)));
    }

    private static Curve line() {
        return new Curve(List.of(new Keyframe(0, -1, Interpolation.LINEAR), new Keyframe(1000, 1, Interpolation.LINEAR)));
    }
}
