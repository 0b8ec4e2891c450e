package org.reelbench.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An effect as code that changes the sound of a clip in place.
 * <p>
 * Used by one thread at a time, and by one clip's sound; whoever rendered it closes it.
 * <p>
 * The renderer may begin anywhere: it calls {@link #reset}, feeds as many samples as the effect looks behind, and throws away what
 * comes out for them. It does so on a grid that is anchored in the clip's content, so that the samples of a range are the same
 * however it was reached. An effect that remembers for ever, but less and less, says when what is left cannot be heard: 90 dB below
 * what it was.
 *
 * <pre>{@code
 * public final class Softer implements SoundProcessor {
 *     private double factor = 0.5;
 *     public void set(String parameter, double value) { factor = value; }
 *     public void process(float[][] channels, int offset, int count) {
 *         for (float[] channel : channels) {
 *             for (int i = offset; i < offset + count; i++) { channel[i] *= factor; }
 *         }
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public non-sealed interface SoundProcessor extends EffectBody, AutoCloseable {

    /**
     * Gets ready. Called once, before everything else.
     *
     * @param sampleRateHz how many samples a second each channel has
     * @param channels how many channels there are
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it cannot work with these
     */
    default void prepare(int sampleRateHz, int channels) throws MediaException {
        // many effects are the same at every rate
    }

    /**
     * Tells how far it looks, in samples, with the values it was made of; an animated parameter was then at the greatest value of
     * its curve. What comes out is as late as it looks ahead: the renderer makes up for it.
     *
     * @return the reach, always the same
     */
    default EffectReach reach() {
        return EffectReach.NONE;
    }

    /**
     * Forgets all samples.
     *
     * @param firstSample the number of the sample that is fed next, counted from the start of the clip's content; may be negative.
     *            Effects that work in blocks cut them by it, so that the same samples always lie in one block
     */
    default void reset(long firstSample) {
        // many effects remember nothing
    }

    /**
     * Takes on the value of an animated parameter for the samples to come. Called about every 64 samples where it moves.
     *
     * @param parameter the parameter's name
     * @param value the value, within its limits
     */
    default void set(String parameter, double value) {
        // many effects have no numbers
    }

    /**
     * Changes samples in place. Must not allocate where that can be helped: it runs while sound is played.
     *
     * @param channels an array for each channel, nominally −1 to 1
     * @param offset where in the arrays to begin
     * @param count how many samples a channel, 1 or more
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it fails
     */
    void process(float[][] channels, int offset, int count) throws MediaException;

    /** Gives back what the processor holds. Closing twice is harmless. */
    @Override
    default void close() {
        // most processors hold nothing
    }
}
