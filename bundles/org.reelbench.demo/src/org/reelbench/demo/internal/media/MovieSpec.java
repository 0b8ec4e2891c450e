package org.reelbench.demo.internal.media;

import java.util.Optional;
import java.util.StringJoiner;

import org.reelbench.time.RationalTime;

/**
 * A file of pictures, sound or both.
 *
 * @param source the source id
 * @param file the file's name
 * @param container the container's name
 * @param pictures its pictures, if any
 * @param sound its sound, if any
 */
public record MovieSpec(int source, String file, String container, Optional<Pictures> pictures,
        Optional<Sound> sound) implements MediaSpec {

    /**
     * Pictures of a file: test cards numbered from 0.
     *
     * @param codec how they are coded
     * @param widthPx their width
     * @param heightPx their height
     * @param times when they are shown
     * @param grain how much noise lies over them, in levels of 256; 0 for none
     */
    public record Pictures(Codec codec, int widthPx, int heightPx, FrameTimes times, int grain) {
    }

    /**
     * Sound of a file: a click at each full second, on two channels.
     *
     * @param codec how it is coded
     * @param sampleRateHz samples a second and channel
     * @param duration how long it is
     */
    public record Sound(Codec codec, int sampleRateHz, RationalTime duration) {
    }

    @Override
    public String describe() {
        StringJoiner words = new StringJoiner(", ");
        pictures.ifPresent(p -> words.add(p.widthPx() + "x" + p.heightPx())
                .add(p.times().rate().signum() == 0 ? "variable frame rate" : p.times().rate() + " frames/s")
                .add(p.codec().label()));
        sound.ifPresent(s -> words.add(s.codec().label() + " " + s.sampleRateHz() + " Hz"));
        return words.toString();
    }
}
