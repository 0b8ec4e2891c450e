package org.reelbench.media.ffmpeg.internal.samples;

/**
 * One sample of a track, or a piece of many samples of raw sound.
 *
 * @param offsetBytes where it lies in the medium
 * @param sizeBytes how long it is there
 * @param decodeTicks when it is decoded, by the clock of the media
 * @param offsetTicks how much later it is shown; 0 for raw sound
 * @param samples how many samples it has: 1 for all but raw sound
 * @param sync whether decoding can begin with it
 */
public record Unit(long offsetBytes, int sizeBytes, long decodeTicks, int offsetTicks, int samples, boolean sync) {

    /** When it is shown, by the clock of the media. */
    public long shownTicks() {
        return decodeTicks + offsetTicks;
    }
}
