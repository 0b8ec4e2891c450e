package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;

/**
 * Two seconds of a sound that is stretched or squeezed: grains of the source, each half covering the next, moved from their places
 * so that they continue each other's waves.
 * <p>
 * The first grain lies exactly at its place, and so does the first one of the next piece, whatever came before: a piece can be made
 * without those before it. What is missing for the last grain to go on into the next piece's first is spread over the whole piece
 * by playing it so much faster or slower, at most one part in 160: for a tone, half a wave in two seconds.
 */
final class StretchPiece {

    static final int GRAINS = 100;
    private static final int GRAINS_PER_SECOND = 50;
    /** Waves of 42 Hz and more can be made to continue each other. */
    private static final int SEEKS_PER_SECOND = 83;

    private final Playing playing;
    private final int hop;
    private final int half;
    private final SincFilter filter = new SincFilter(1);
    private final Likeness likeness;
    private final float[][] source;
    private final double[] window;
    /** Where in the source array each grain's place lies, and how far from it the grain was moved. */
    private final int[] at = new int[GRAINS + 1];
    private final double[] moved = new double[GRAINS + 1];

    private long number = Long.MIN_VALUE;
    private double missing;

    StretchPiece(Playing playing, int sampleRateHz) {
        this.playing = playing;
        hop = sampleRateHz / GRAINS_PER_SECOND;
        int seek = sampleRateHz / SEEKS_PER_SECOND;
        half = hop + 2 * seek + filter.reach() + 4;
        likeness = new Likeness(AudioRenderer.CHANNELS, hop, seek, sampleRateHz);
        double advance = Math.min(2.0 * half + 2, hop * playing.speed().toDouble() + 1);
        source = new float[AudioRenderer.CHANNELS][(int) (2 * half + 2 + GRAINS * advance) + 2];
        window = new double[hop];
        for (int i = 0; i < hop; i++) {
            window[i] = (1 + StrictMath.cos(Math.PI * i / hop)) / 2;
        }
    }

    int lengthSamples() {
        return GRAINS * hop;
    }

    /** Where in the sequence a piece begins. */
    long startOf(long piece) {
        return playing.anchor() + piece * lengthSamples();
    }

    /** The piece that a sample of the sequence lies in. */
    long pieceAt(long sample) {
        return Math.floorDiv(sample - playing.anchor(), lengthSamples());
    }

    /** Makes ready for a piece; costs nothing if it is so already. */
    void enter(long piece, Sound sound, Cancellation cancellation) throws MediaException {
        if (piece == number) {
            return;
        }
        boolean goesOn = number != Long.MIN_VALUE && piece == number + 1;
        number = Long.MIN_VALUE;
        load(piece, goesOn, sound, cancellation);
        move(piece);
        number = piece;
    }

    /** Where in the source a grain's middle lies. Its end is in time: it is there that something new is heard first. */
    private long place(long piece, int grain) {
        return playing.position(endOf(piece, grain)) - hop;
    }

    private long endOf(long piece, int grain) {
        return startOf(piece) + (grain + 1L) * hop;
    }

    /** Reads the source around each grain, forwards: where grains lie far apart, nothing in between. */
    private void load(long piece, boolean goesOn, Sound sound, Cancellation cancellation) throws MediaException {
        int size = 2 * half + 2;
        long base = place(piece, 0);
        if (goesOn) {
            for (float[] channel : source) {
                System.arraycopy(channel, at[GRAINS] - half, channel, 0, size);
            }
        } else {
            sound.read(base - half, source, 0, size, cancellation);
        }
        at[0] = half;
        int filled = size;
        long end = base - half + size;
        for (int g = 1; g <= GRAINS; g++) {
            long next = place(piece, g);
            if (next - half <= end) {
                at[g] = at[g - 1] + (int) (next - base);
            } else {
                at[g] = filled + half;
                end = next - half;
            }
            int count = (int) (next - half + size - end);
            sound.read(end, source, filled, count, cancellation);
            filled += count;
            end += count;
            base = next;
        }
    }

    private void move(long piece) {
        moved[0] = playing.fraction(endOf(piece, 0));
        for (int g = 1; g < GRAINS; g++) {
            int rounded = (int) Math.round(moved[g - 1]);
            int before = at[g - 1] + rounded;
            double found = likeness.best(source, before, at[g] - hop);
            moved[g] = found + moved[g - 1] - rounded;
        }
        double exact = playing.fraction(endOf(piece, GRAINS));
        int rounded = (int) Math.round(moved[GRAINS - 1]);
        missing = likeness.best(source, at[GRAINS] - hop, at[GRAINS - 1] + rounded) + rounded - moved[GRAINS - 1] + exact;
        moved[GRAINS] = exact - missing;
    }

    /** Writes samples of the piece that was entered, which are counted from its start. */
    void write(int first, float[][] channels, int offset, int count) {
        double faster = missing / lengthSamples();
        for (int i = 0; i < count; i++) {
            int inPiece = first + i;
            int grain = inPiece / hop;
            int inGrain = inPiece - grain * hop;
            double shift = inPiece * faster;
            double one = moved[grain] + shift + inGrain;
            double next = moved[grain + 1] + shift + inGrain - hop;
            double weight = window[inGrain];
            add(at[grain], one, weight, channels, offset + i, true);
            if (weight < 1) {
                add(at[grain + 1], next, 1 - weight, channels, offset + i, false);
            }
        }
    }

    private void add(int base, double distance, double weight, float[][] channels, int to, boolean first) {
        int whole = (int) Math.floor(distance);
        filter.place(distance - whole);
        for (int c = 0; c < channels.length; c++) {
            float value = (float) (weight * filter.value(source[c], base + whole));
            channels[c][to] = first ? value : channels[c][to] + value;
        }
    }
}
