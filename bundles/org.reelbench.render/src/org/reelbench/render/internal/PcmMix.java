package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaReaders;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Source;
import org.reelbench.time.Rational;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * Mixes sound: every audible clip's samples times its gain, added. Adding a silent track changes no sample.
 * <p>
 * A clip's start is rounded to a sample once, and its place in its source with it, so that a razor cut neither loses nor doubles
 * a sample at any frame rate.
 */
final class PcmMix implements AudioRenderer {

    private final Sequence sequence;
    private final MediaCatalog catalog;
    private final MediaReaders readers;
    private final int sampleRateHz;
    private final int depth;
    private final Map<SoundKey, Sound> open = new HashMap<>();
    private float[][] scratch = new float[CHANNELS][0];
    private float[] factors = new float[0];

    PcmMix(Sequence sequence, MediaCatalog catalog, MediaReaders readers) {
        this(sequence, catalog, readers, sequence.sampleRateHz(), 0);
    }

    private PcmMix(Sequence sequence, MediaCatalog catalog, MediaReaders readers, int sampleRateHz, int depth) {
        this.sequence = sequence;
        this.catalog = catalog;
        this.readers = readers;
        this.sampleRateHz = sampleRateHz;
        this.depth = depth;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws RenderException {
        for (int c = 0; c < CHANNELS; c++) {
            Arrays.fill(channels[c], offset, offset + count, 0);
        }
        long endSample = firstSample + count;
        List<Part> parts = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO && sequence.isPresented(track)) {
                parts.addAll(SoundParts.of(track.items(), sequence.rate(), sampleRateHz, firstSample, endSample));
            }
        }
        List<SoundKey> keys = keys(parts);
        closeAllBut(keys);
        for (int i = 0; i < parts.size(); i++) {
            add(parts.get(i), keys.get(i), firstSample, channels, offset, endSample, cancellation);
        }
    }

    private void add(Part part, SoundKey key, long firstSample, float[][] channels, int offset, long endSample,
            Cancellation cancellation) throws RenderException {
        long from = Math.max(firstSample, part.startSample());
        long to = Math.min(endSample, part.endSample());
        int length = (int) (to - from);
        if (scratch[0].length < length) {
            scratch = new float[CHANNELS][length];
            factors = new float[length];
        }
        try {
            boolean asRecorded = part.source().speed().equals(Rational.ONE);
            long firstOfSound = asRecorded ? from + part.source().origin().ticksRound(sampleRateHz) : from;
            sound(part, key, cancellation).read(firstOfSound, scratch, 0, length, cancellation);
        } catch (MediaException e) {
            long frame = SoundParts.frameOf(from, sequence.rate(), sampleRateHz);
            throw new RenderException(part.clip().name(), frame, Timecode.of(frame, sequence.rate()).toString(), e);
        }
        int at = offset + (int) (from - firstSample);
        mix(part, from, channels, at, length);
    }

    private void mix(Part part, long from, float[][] channels, int at, int length) {
        for (int c = 0; c < CHANNELS; c++) {
            part.loudness().fill(c, from, factors, length);
            if (!part.steady()) {
                for (int i = 0; i < length; i++) {
                    factors[i] = (float) (factors[i] * part.weightAt(from + i));
                }
            }
            float[] target = channels[c];
            float[] samples = scratch[c];
            for (int i = 0; i < length; i++) {
                target[at + i] += samples[i] * factors[i];
            }
        }
    }

    private Sound sound(Part part, SoundKey key, Cancellation cancellation) throws MediaException {
        Sound found = open.get(key);
        if (found == null) {
            found = open(part.clip(), cancellation);
            if (!part.source().speed().equals(Rational.ONE)) {
                found = SpeedSound.of(found, part.source(), sequence.rate(), sampleRateHz);
            }
            open.put(key, found);
        }
        return found;
    }

    private Sound open(Clip clip, Cancellation cancellation) throws MediaException {
        return switch (clip.content()) {
        case MediaStream stream ->
            MediaSound.open(stream, catalog.medium(stream.media()), readers, sampleRateHz, cancellation);
        case NestedSequence nested -> nested(catalog.sequence(nested.sequence()));
        case Still _,Generator _ ->
            throw new MediaException(MediaException.Reason.NO_STREAM, clip.name(), "only media and sequences have sound");
        };
    }

    private Sound nested(Sequence inner) throws MediaException {
        Nested.refuseTooDeep(depth, inner);
        return new NestedSound(inner.name(), new PcmMix(inner, catalog, readers, sampleRateHz, depth + 1));
    }

    /** The readers of the parts: one source heard twice at the same time has two, so that neither jumps to and fro. */
    private static List<SoundKey> keys(List<Part> parts) {
        List<SoundKey> keys = new ArrayList<>(parts.size());
        for (Part part : parts) {
            int occurrence = (int) parts.subList(0, keys.size()).stream().filter(part::soundsWith).count();
            keys.add(new SoundKey(part.source(), occurrence));
        }
        return keys;
    }

    private void closeAllBut(List<SoundKey> keys) {
        Set<SoundKey> wanted = Set.copyOf(keys);
        open.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
    }

    @Override
    public void close() {
        open.values().forEach(Sound::close);
        open.clear();
    }

    private record SoundKey(Source source, int occurrence) {
    }
}
