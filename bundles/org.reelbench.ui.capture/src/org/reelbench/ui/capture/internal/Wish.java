package org.reelbench.ui.capture.internal;

import java.util.Optional;
import java.util.SortedMap;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.SoundTreatment;

/**
 * What somebody wants to have recorded.
 *
 * @param pictures the device of pictures
 * @param pictureOptions its settings
 * @param sound the device of sound
 * @param soundTreatment what is done to its sound
 */
record Wish(Optional<CaptureDevice> pictures, SortedMap<String, String> pictureOptions, Optional<CaptureDevice> sound,
        SoundTreatment soundTreatment) {

    /** Adds the devices to a request, in the formats that this machine can record; not for the thread that draws. */
    RecordingRequest into(RecordingRequest empty, Recorder recorder) {
        RecordingRequest request = empty;
        if (pictures.isPresent() && recorder.usualFormat(pictures.get()) instanceof CaptureFormat.Picture usual) {
            request = request.pictures(pictures.get(),
                    new CaptureFormat.Picture(usual.widthPx(), usual.heightPx(), usual.rate(), pictureOptions));
        }
        if (sound.isPresent()) {
            request = request.sound(sound.get(), recorder.usualFormat(sound.get())).withSoundTreatment(soundTreatment);
        }
        return request;
    }
}
