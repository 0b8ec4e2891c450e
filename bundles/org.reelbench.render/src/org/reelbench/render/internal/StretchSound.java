package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/**
 * Sound played at another speed at the pitch it was recorded with. Numbered by the samples of the sequence. It is made in pieces
 * of two seconds, on a grid that is anchored in the source and none of which needs another one: neither cuts nor calls are heard,
 * and a jump costs two seconds of sound at most.
 */
final class StretchSound implements Sound {

    private final Sound sound;
    private final StretchPiece piece;

    /**
     * Takes over a sound.
     *
     * @param sound the sound, numbered by its own samples; it is read forwards
     * @param playing which of its samples is heard when, at a speed above 0
     * @param sampleRateHz the rate
     */
    StretchSound(Sound sound, Playing playing, int sampleRateHz) {
        this.sound = sound;
        this.piece = new StretchPiece(playing, sampleRateHz);
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        for (long at = firstSample; at < firstSample + count;) {
            cancellation.check();
            long number = piece.pieceAt(at);
            piece.enter(number, sound, cancellation);
            int inPiece = (int) (at - piece.startOf(number));
            int length = (int) Math.min(piece.lengthSamples() - inPiece, firstSample + count - at);
            piece.write(inPiece, channels, offset + (int) (at - firstSample), length);
            at += length;
        }
    }

    @Override
    public void close() {
        sound.close();
    }
}
