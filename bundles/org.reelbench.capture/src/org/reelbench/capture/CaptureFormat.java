package org.reelbench.capture;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;

/** What a device delivers, or is asked to. */
public sealed interface CaptureFormat {

    /**
     * Returns the device's own settings.
     *
     * @return values by name, such as {@code region} or {@code pointer}; one that the device does not know is refused
     */
    SortedMap<String, String> options();

    /**
     * Pictures.
     * <p>
     * Immutable.
     *
     * @param widthPx the width, even
     * @param heightPx the height, even
     * @param rate the most pictures a second
     * @param options the device's own settings
     */
    record Picture(int widthPx, int heightPx, FrameRate rate, SortedMap<String, String> options) implements CaptureFormat {

        /**
         * Creates the format.
         *
         * @throws IllegalArgumentException if a side is odd or not above 0, or the rate is not above 0
         */
        public Picture {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            if (widthPx <= 0 || heightPx <= 0 || widthPx % 2 != 0 || heightPx % 2 != 0) {
                throw new IllegalArgumentException("pictures are recorded with even sides, not " + widthPx + "x" + heightPx);
            }
            if (rate.framesPerSecond().signum() <= 0) {
                throw new IllegalArgumentException("the rate is above 0, not " + rate);
            }
        }

        /**
         * Creates a format without settings of the device's own.
         *
         * @param widthPx the width, even
         * @param heightPx the height, even
         * @param rate the most pictures a second
         */
        public Picture(int widthPx, int heightPx, FrameRate rate) {
            this(widthPx, heightPx, rate, new TreeMap<>());
        }

        @Override
        public String toString() {
            return widthPx + "x" + heightPx + " at " + rate + (options.isEmpty() ? "" : " " + options);
        }
    }

    /**
     * Sound.
     * <p>
     * Immutable.
     *
     * @param sampleRateHz samples per second and channel; 48,000 is what is recorded without conversion
     * @param channels 1 or 2
     * @param options the device's own settings
     */
    record Sound(int sampleRateHz, int channels, SortedMap<String, String> options) implements CaptureFormat {

        /**
         * Creates the format.
         *
         * @throws IllegalArgumentException if there are not 1 or 2 channels, or no samples
         */
        public Sound {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            if (channels < 1 || channels > 2 || sampleRateHz <= 0) {
                throw new IllegalArgumentException("sound has 1 or 2 channels, not " + channels + " at " + sampleRateHz + " Hz");
            }
        }

        /**
         * Creates a format without settings of the device's own.
         *
         * @param sampleRateHz samples per second and channel
         * @param channels 1 or 2
         */
        public Sound(int sampleRateHz, int channels) {
            this(sampleRateHz, channels, new TreeMap<>());
        }

        @Override
        public String toString() {
            return sampleRateHz + " Hz, " + channels + (channels == 1 ? " channel" : " channels")
                    + (options.isEmpty() ? "" : " " + options);
        }
    }
}
