package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaReaders;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * Opens the sound of clips: the reader of a medium or a mix of a nested sequence, and what changes its samples on their way.
 *
 * @param catalog the media, and the sequences that clips play
 * @param readers opens media
 * @param rate the sequence's frame rate
 * @param sampleRateHz the rate of the mix
 * @param depth how deep the sequence is nested
 */
record SoundChains(MediaCatalog catalog, MediaReaders readers, FrameRate rate, int sampleRateHz, int depth) {

    /** Opens the sound of a part, numbered by the samples of the sequence; it belongs to the caller. */
    Sound open(Part part, Cancellation cancellation) throws MediaException {
        Source source = part.voice().source();
        Sound sound = recorded(part, cancellation);
        Playing playing = Playing.of(source, rate, sampleRateHz);
        if (playing.asRecorded()) {
            return new ShiftedSound(sound, playing.origin());
        }
        return new SpeedSound(new BlockSound(sound), playing);
    }

    private Sound recorded(Part part, Cancellation cancellation) throws MediaException {
        return switch (part.voice().source().content()) {
        case MediaStream stream ->
            MediaSound.open(stream, catalog.medium(stream.media()), readers, sampleRateHz, cancellation);
        case NestedSequence nested -> nested(catalog.sequence(nested.sequence()));
        case Still _,Generator _ ->
            throw new MediaException(MediaException.Reason.NO_STREAM, part.clip().name(), "only media and sequences have sound");
        };
    }

    private Sound nested(Sequence inner) throws MediaException {
        Nested.refuseTooDeep(depth, inner);
        return new NestedSound(inner.name(), new PcmMix(inner, catalog, readers, sampleRateHz, depth + 1));
    }
}
