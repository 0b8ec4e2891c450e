package org.reelbench.capture;

import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What to record, and where to.
 * <p>
 * Immutable; the methods return changed copies.
 *
 * @param file the MP4 file to make; there must be none of that name
 * @param pictures the device of pictures, or null for none
 * @param pictureFormat what it should deliver, null with no device
 * @param sound the device of sound, or null for none
 * @param soundFormat what it should deliver, null with no device
 * @param bitRate bits per second of pictures at full quality, or 0 for what suits size and rate
 * @param adaptive true to lower rate, quality and size where the machine is too slow, false to leave out pictures only
 * @param moovFirst true to put the tables in front of the media once the recording has ended, as some players want it: the file is
 *            replaced by a copy then, for which nobody waits; whoever reads it goes on with the old one
 * @param soundTreatment what is done to sound before it is encoded
 */
public record RecordingRequest(Path file, @Nullable CaptureDevice pictures, CaptureFormat.@Nullable Picture pictureFormat,
        @Nullable CaptureDevice sound, CaptureFormat.@Nullable Sound soundFormat, long bitRate, boolean adaptive,
        boolean moovFirst, SoundTreatment soundTreatment) {

    /**
     * Begins a request that names no device yet.
     *
     * @param file the MP4 file to make
     * @return the request: adaptive, the bit rate that suits, sound as it is
     */
    public static RecordingRequest to(Path file) {
        return new RecordingRequest(file, null, null, null, null, 0, true, false, SoundTreatment.NONE);
    }

    /**
     * Records pictures.
     *
     * @param device the device
     * @param format what it should deliver
     * @return the request with it
     * @throws IllegalArgumentException if device or format are of sound
     */
    public RecordingRequest pictures(CaptureDevice device, CaptureFormat format) {
        if (!device.hasPictures() || !(format instanceof CaptureFormat.Picture shape)) {
            throw new IllegalArgumentException("'" + device.label() + "' as " + format + " delivers no pictures");
        }
        return new RecordingRequest(file, device, shape, sound, soundFormat, bitRate, adaptive, moovFirst, soundTreatment);
    }

    /**
     * Records sound.
     *
     * @param device the device
     * @param format what it should deliver
     * @return the request with it
     * @throws IllegalArgumentException if device or format are of pictures
     */
    public RecordingRequest sound(CaptureDevice device, CaptureFormat format) {
        if (device.hasPictures() || !(format instanceof CaptureFormat.Sound shape)) {
            throw new IllegalArgumentException("'" + device.label() + "' as " + format + " delivers no sound");
        }
        return new RecordingRequest(file, pictures, pictureFormat, device, shape, bitRate, adaptive, moovFirst, soundTreatment);
    }

    /**
     * Sets the bit rate of pictures.
     *
     * @param bitsPerSecond bits per second at full quality, or 0 for what suits
     * @return the request with it
     */
    public RecordingRequest withBitRate(long bitsPerSecond) {
        return new RecordingRequest(file, pictures, pictureFormat, sound, soundFormat, bitsPerSecond, adaptive, moovFirst,
                soundTreatment);
    }

    /**
     * Sets whether rate, quality and size follow the machine's speed.
     *
     * @param follows true to let them
     * @return the request with it
     */
    public RecordingRequest withAdaptive(boolean follows) {
        return new RecordingRequest(file, pictures, pictureFormat, sound, soundFormat, bitRate, follows, moovFirst,
                soundTreatment);
    }

    /**
     * Sets whether the tables are moved in front of the media afterwards.
     *
     * @param first true to have it
     * @return the request with it
     */
    public RecordingRequest withMoovFirst(boolean first) {
        return new RecordingRequest(file, pictures, pictureFormat, sound, soundFormat, bitRate, adaptive, first, soundTreatment);
    }

    /**
     * Sets what is done to sound.
     *
     * @param treatment what is done before it is encoded
     * @return the request with it
     */
    public RecordingRequest withSoundTreatment(SoundTreatment treatment) {
        return new RecordingRequest(file, pictures, pictureFormat, sound, soundFormat, bitRate, adaptive, moovFirst, treatment);
    }
}
