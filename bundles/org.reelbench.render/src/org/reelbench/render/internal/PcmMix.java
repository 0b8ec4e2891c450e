package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Sequence;

/**
 * Mixes sound: every audible clip's samples times its gain, added. Adding a silent track changes no sample.
 * <p>
 * A clip's start is rounded to a sample once, and its place in its source with it, so that a razor cut neither loses nor doubles
 * a sample at any frame rate. Within a stretch nothing is looked up or allocated.
 */
final class PcmMix implements AudioRenderer {

    private final Sequence sequence;
    private final int sampleRateHz;
    private final Stretches stretches;
    private final SoundChains chains;
    private final Map<SoundKey, Sound> open = new HashMap<>();
    private Stretch stretch = new Stretch(0, 0, List.of());
    private SoundKey[] keys = {};
    private Sound[] sounds = {};
    private float[][] scratch = new float[CHANNELS][0];
    private float[] factors = new float[0];

    /**
     * Creates a mix.
     *
     * @param sequence the snapshot to mix
     * @param means what its clips are played by
     */
    PcmMix(Sequence sequence, SoundMeans means) {
        this.sequence = sequence;
        this.sampleRateHz = means.sampleRateHz();
        stretches = new Stretches(sequence, sampleRateHz);
        chains = new SoundChains(sequence.rate(), means);
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws RenderException {
        for (int c = 0; c < CHANNELS; c++) {
            Arrays.fill(channels[c], offset, offset + count, 0);
        }
        long end = firstSample + count;
        for (long at = firstSample; at < end;) {
            if (!stretch.contains(at)) {
                enter(stretches.at(at));
            }
            int length = (int) (Math.min(end, stretch.endSample()) - at);
            for (int i = 0; i < sounds.length; i++) {
                add(i, at, length, channels, offset + (int) (at - firstSample), cancellation);
            }
            at += length;
        }
    }

    /** Closes what is not heard any more; what begins is opened when it is read. */
    private void enter(Stretch next) {
        stretch = next;
        keys = keys(next.parts());
        Set<SoundKey> wanted = Set.of(keys);
        open.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
        sounds = new Sound[keys.length];
    }

    private void add(int index, long from, int length, float[][] channels, int at, Cancellation cancellation)
            throws RenderException {
        Part part = stretch.parts().get(index);
        if (scratch[0].length < length) {
            scratch = new float[CHANNELS][length];
            factors = new float[length];
        }
        try {
            sound(part, index, cancellation).read(from, scratch, 0, length, cancellation);
        } catch (MediaException e) {
            long frame = SoundParts.frameOf(from, sequence.rate(), sampleRateHz);
            throw new RenderException(part.clip().name(), frame, Timecode.of(frame, sequence.rate()).toString(), e);
        }
        mix(part, from, channels, at, length);
    }

    private void mix(Part part, long from, float[][] channels, int at, int length) {
        for (int c = 0; c < CHANNELS; c++) {
            part.factors(c, from, factors, length);
            float[] target = channels[c];
            float[] samples = scratch[c];
            for (int i = 0; i < length; i++) {
                target[at + i] += samples[i] * factors[i];
            }
        }
    }

    private Sound sound(Part part, int index, Cancellation cancellation) throws MediaException {
        Sound known = sounds[index];
        if (known != null) {
            return known;
        }
        Sound found = open.get(keys[index]);
        if (found == null) {
            found = chains.open(part, cancellation);
            open.put(keys[index], found);
        }
        sounds[index] = found;
        return found;
    }

    /** The readers of the parts: one source heard twice at the same time has two, so that neither jumps to and fro. */
    private static SoundKey[] keys(List<Part> parts) {
        List<SoundKey> keys = new ArrayList<>(parts.size());
        for (Part part : parts) {
            int occurrence = (int) parts.subList(0, keys.size()).stream().filter(part::soundsAs).count();
            keys.add(new SoundKey(part, occurrence));
        }
        return keys.toArray(SoundKey[]::new);
    }

    @Override
    public void close() {
        open.values().forEach(Sound::close);
        open.clear();
        // Whoever reads on opens them anew.
        stretch = new Stretch(0, 0, List.of());
    }

    private record SoundKey(Voice voice, int occurrence) {

        SoundKey(Part part, int occurrence) {
            this(part.voice(), occurrence);
        }
    }
}
