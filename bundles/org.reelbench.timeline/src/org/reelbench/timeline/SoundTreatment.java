package org.reelbench.timeline;

/**
 * How a clip is heard.
 * <p>
 * Immutable, safe for every thread. Equal treatments are equal records: −0.0 is stored as 0.0.
 *
 * @param gainDb how much louder than recorded, from {@link Clip#MIN_GAIN_DB} to {@link Clip#MAX_GAIN_DB}
 * @param pan where the sound lies: −1 left, 0 in the middle, 1 right
 * @param channels which of the recorded channels are heard
 * @param keepPitch whether the sound stays as high as it was recorded when the clip runs faster or slower; otherwise it gets
 *            higher or lower with it
 */
public record SoundTreatment(double gainDb, double pan, ChannelChoice channels, boolean keepPitch) {

    /** As recorded, in the middle; the pitch is kept. */
    public static final SoundTreatment AS_RECORDED = new SoundTreatment(0, 0, ChannelChoice.ALL, true);

    /**
     * Creates a treatment.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public SoundTreatment {
        if (!(gainDb >= Clip.MIN_GAIN_DB && gainDb <= Clip.MAX_GAIN_DB)) {
            throw new IllegalArgumentException("the gain lies between " + Clip.MIN_GAIN_DB + " and " + Clip.MAX_GAIN_DB
                    + " dB, not at " + gainDb);
        }
        if (!(pan >= -1 && pan <= 1)) {
            throw new IllegalArgumentException("the pan lies between -1 and 1, not at " + pan);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        gainDb += 0.0;
        pan += 0.0;
    }

    /**
     * Returns this treatment with another gain.
     *
     * @param newGainDb the gain in decibels, from {@link Clip#MIN_GAIN_DB} to {@link Clip#MAX_GAIN_DB}
     * @return the treatment
     * @throws IllegalArgumentException if the gain is out of range
     */
    public SoundTreatment withGainDb(double newGainDb) {
        return new SoundTreatment(newGainDb, pan, channels, keepPitch);
    }

    /**
     * Returns this treatment with the sound elsewhere between left and right.
     *
     * @param newPan the pan, from −1 for left to 1 for right
     * @return the treatment
     * @throws IllegalArgumentException if the pan is out of range
     */
    public SoundTreatment withPan(double newPan) {
        return new SoundTreatment(gainDb, newPan, channels, keepPitch);
    }

    /**
     * Returns this treatment of other channels.
     *
     * @param newChannels which of the recorded channels are heard
     * @return the treatment
     */
    public SoundTreatment withChannels(ChannelChoice newChannels) {
        return new SoundTreatment(gainDb, pan, newChannels, keepPitch);
    }

    /**
     * Returns this treatment with the pitch kept or not.
     *
     * @param newKeepPitch whether the sound stays as high as it was recorded at every speed
     * @return the treatment
     */
    public SoundTreatment withKeepPitch(boolean newKeepPitch) {
        return new SoundTreatment(gainDb, pan, channels, newKeepPitch);
    }
}
