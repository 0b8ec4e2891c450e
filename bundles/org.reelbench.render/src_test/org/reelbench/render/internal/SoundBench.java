package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.reelbench.media.Cancellation;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Sequence;

/** Mixes over fakes; at the end nothing may be left open. */
final class SoundBench implements AutoCloseable {

    final FakeCatalog catalog = Sequences.catalog().with("silent", 64, 36, PixelFormat.YUV420P).with("ones", 64, 36,
            PixelFormat.YUV420P).with("tone", 64, 36, PixelFormat.YUV420P).with("shrill", 64, 36, PixelFormat.YUV420P);
    final FakeReaders readers = new FakeReaders();
    final SoundEffects effects = new SoundEffects();

    /** A mix of a sequence, and of others that it plays. */
    PcmMix mix(Sequence sequence, Sequence... nested) {
        return new PcmMix(sequence,
                new SoundMeans(catalog.with(List.of(nested)), readers, effects, sequence.sampleRateHz(), 0));
    }

    /** A range of samples, read at once by a mix of its own. */
    float[][] read(Sequence sequence, long firstSample, int count) throws RenderException {
        try (PcmMix mix = mix(sequence)) {
            return read(mix, firstSample, count);
        }
    }

    static float[][] read(PcmMix mix, long firstSample, int count) throws RenderException {
        float[][] samples = new float[2][count];
        mix.read(firstSample, samples, 0, count, new Cancellation());
        return samples;
    }

    /** How often the readers so far had to jump. */
    int jumps() {
        return readers.sounds().stream().mapToInt(FakePcmReader::jumps).sum();
    }

    @Override
    public void close() {
        assertEquals(0, readers.open(), "readers are left open");
        assertEquals(0, catalog.openSources(), "byte sources are left open");
    }
}
