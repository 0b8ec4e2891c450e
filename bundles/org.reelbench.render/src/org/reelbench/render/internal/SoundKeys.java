package org.reelbench.render.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.SoundPiece;
import org.reelbench.render.internal.SoundPieces.Piece;
import org.reelbench.render.internal.SoundPieces.Slot;
import org.reelbench.render.internal.recipe.FileHashes;
import org.reelbench.render.internal.recipe.MissingMedia;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;

/** Finds the pieces of one snapshot's sound and what they are made of. One thread at a time; asks once for each medium. */
public final class SoundKeys {

    private final Sequence sequence;
    private final MediaCatalog catalog;
    private final Composers composers;
    private final FileHashes files;
    private final MissingMedia missing;
    private final SoundPieces pieces;
    private final Map<Content, String> names = new HashMap<>();
    private final Map<Content, Lasting> lasting = new HashMap<>();

    public SoundKeys(Sequence sequence, MediaCatalog catalog, Composers composers, FileHashes files, MissingMedia missing) {
        this.sequence = sequence;
        this.catalog = catalog;
        this.composers = composers;
        this.files = files;
        this.missing = missing;
        this.pieces = new SoundPieces(sequence, sequence.sampleRateHz());
    }

    /** Finds the piece around a sample, which ends at the sequence's end at the latest. */
    public SoundPiece pieceAt(long sample, long endSample) {
        Piece piece = pieces.at(sample);
        return new SoundPiece(piece.startSample(), Math.min(endSample, piece.endSample()), piece.voices().isEmpty());
    }

    /** How far from a piece a change can be that changes it: where clips go on with each other they are one. */
    public long reachSamples() {
        return pieces.cellSamples() + (sequence.limiter() ? LimitedMix.behindSamples(sequence.sampleRateHz()) : 0);
    }

    /** Tells whether a piece is the same in another snapshot in which nothing changed around it. */
    public boolean stays(long sample, SoundKeys other) {
        for (Slot slot : pieces.at(sample).voices()) {
            Voice voice = slot.first().voice();
            Content content = voice.source().content();
            // Effects come and go, nested sequences are edited.
            if (!voice.effects().isEmpty() || content instanceof NestedSequence
                    || !nameOf(content).equals(other.nameOf(content))) {
                return false;
            }
        }
        return true;
    }

    /** Writes the canonical text of a piece's recipe. */
    public String textOf(long startSample, long endSample, String engine, String natives) {
        SoundText text = new SoundText(this, sequence.sampleRateHz());
        text.head(engine, natives, endSample - startSample);
        if (sequence.limiter()) {
            text.limited(sequence, startSample, endSample);
        } else {
            text.range(sequence, startSample, startSample, endSample, 0);
        }
        return text.toString();
    }

    /** Returns the media that could not be found. */
    public MissingMedia missing() {
        return missing;
    }

    Composers composers() {
        return composers;
    }

    /** Returns the hashes of the files that an effect reads. */
    List<String> hashes(EffectDescriptor effect, Map<String, Object> values) {
        return files.of(effect, values, catalog);
    }

    Sequence sequence(Id id) throws MediaException {
        return catalog.sequence(id);
    }

    /** A text that tells a content from all other content; not of a nested sequence, whose id tells nothing of it. */
    String nameOf(Content content) {
        return names.computeIfAbsent(content, this::name);
    }

    /** The same for what is heard up to a time in the content: what may still become longer goes by a name that stays. */
    String nameOf(Content content, RationalTime end) {
        String name = nameOf(content);
        Lasting known = lasting.get(content);
        return known == null || !known.holds(end) ? name : known.name();
    }

    private String name(Content content) {
        if (!(content instanceof MediaStream stream)) {
            return "no sound";
        }
        try {
            Medium medium = catalog.medium(stream.media());
            missing.found(stream.media());
            String heard = ' ' + SoundText.quoted(medium.representation()) + " pace " + Conformed.told(medium) + ' '
                    + stream.streamIndex();
            Lasting known = Lasting.of(stream, medium);
            if (known != null) {
                lasting.put(content, new Lasting("stream " + SoundText.quoted(known.name()) + heard, known.end()));
            }
            return "stream " + SoundText.quoted(medium.fingerprint()) + heard;
        } catch (MediaException _) {
            // Nothing is lost here: the renderer tells people why when it needs the medium.
            return missing.nameOf(stream.media());
        }
    }
}
