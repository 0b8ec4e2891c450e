package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;

import org.reelbench.media.Cancellation;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackItems;

/** Mixes over fakes; at the end nothing may be left open. */
final class SoundBench implements AutoCloseable {

    final FakeCatalog catalog = Sequences.catalog().with("silent", 64, 36, PixelFormat.YUV420P).with("ones", 64, 36,
            PixelFormat.YUV420P).with("tone", 64, 36, PixelFormat.YUV420P).with("shrill", 64, 36, PixelFormat.YUV420P)
            .with("step", 64, 36, PixelFormat.YUV420P);
    final FakeReaders readers = new FakeReaders();
    final SoundEffects effects = new SoundEffects();

    /** A mix of a sequence, and of others that it plays. */
    PcmMix mix(Sequence sequence, Sequence... nested) {
        return new PcmMix(sequence,
                new SoundMeans(catalog.with(List.of(nested)), readers, effects, sequence.sampleRateHz(), 0));
    }

    /** The sound of a sequence as it is played. */
    AudioRenderer output(Sequence sequence, Sequence... nested) {
        return SoundMeans.output(sequence, catalog.with(List.of(nested)), readers, effects);
    }

    /** A sequence with each of its clips changed. */
    static Sequence each(Sequence sequence, UnaryOperator<Clip> change) {
        return sequence.withTracks(sequence.tracks().stream().map(track -> track.withItems(TrackItems.of(track.items().toList()
                .stream().map(item -> item instanceof Clip clip ? (Item) change.apply(clip) : item).toList()))).toList());
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
